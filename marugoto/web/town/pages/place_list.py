"""地域: the places of the town, found by words, kind, district, whom they welcome and how lately somebody asked there."""

from csv import writer
from dataclasses import dataclass
from io import StringIO
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.community.labels import FRESHNESS, INTERESTS, PLACE_KINDS, PROMISES, WELCOMES
from marugoto.community.queries import place as places
from marugoto.community.queries.place import PlaceLine, PlaceList
from marugoto.community.rules.opening import WEEKDAYS
from marugoto.exchange.rules.writing import guarded
from marugoto.kernel.jst import local_day
from marugoto.web.shell.choices import area_choices, team_choices
from marugoto.web.shell.doors import Page, see
from marugoto.web.shell.ids import read_page
from marugoto.web.town.audience import READERS, room_of
from marugoto.web.town.words import freshness_tone, freshness_words, kind_words, welcome_words, when_words
from marugoto.web.ui.parts import Filter, Tone

SIEVES = ("kind", "district", "weekday", "welcome", "interest", "fresh", "owner")
MOST_ON_PAPER = 2_000


HEADINGS = (_("場所"), _("よみ"), _("種別"), _("圏域"), _("いつ"), _("迎える方"), _("電話"), _("確かめ"))


@dataclass(frozen=True)
class Row:
    """A place in the list."""

    place: UUID
    name: str
    kana: str
    kind: str
    district: str
    when: str
    welcome: str
    phone: str
    fresh: str
    tone: Tone


@see(*READERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    found, chosen, text = _found(request, viewer)
    sieved = bool(text or any(chosen.values()))
    values = {
        "rows": [_row(viewer, line) for line in found.rows],
        "found": found,
        "text": text,
        "sieved": sieved,
        "sentence": sentence_of(found, sieved=sieved),
        "filters": _filters(viewer, chosen),
        "asked": request.GET.urlencode(),
        **room_of(viewer, "places"),
    }
    return Page("town/places.html", values)


@see(*READERS)
def printed(request: HttpRequest, viewer: Viewer) -> Page:
    """The list as it was seen, on paper: with telephone and a box to tick."""
    found, _chosen, text = _found(request, viewer, size=MOST_ON_PAPER)
    rows = [_row(viewer, line) for line in found.rows]
    return Page("town/places_print.html", {"rows": rows, "found": found, "text": text, "day": local_day(viewer.at)})


@see(*READERS)
def table(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The list as it was seen, for a spreadsheet. A promise is said in it, so that it is kept outside of these pages too."""
    found, _chosen, _text = _found(request, viewer, size=MOST_ON_PAPER)
    out = StringIO()
    rows = writer(out)
    rows.writerow([*HEADINGS, _("約束")])
    kept = places.promises(viewer, {line.place.pk for line in found.rows})
    for line in found.rows:
        row = _row(viewer, line)
        said = "・".join(str(PROMISES[kind]) for kind in sorted(kept.get(row.place, ())))
        cells = (row.name, row.kana, row.kind, row.district, row.when, row.welcome, row.phone, row.fresh, said)
        rows.writerow([guarded(cell) for cell in cells])
    answer = HttpResponse(f"\ufeff{out.getvalue()}", content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="places.csv"'
    return answer


def _found(request: HttpRequest, viewer: Viewer, size: int = places.PAGE) -> tuple[PlaceList, dict[str, str], str]:
    chosen = {name: request.GET.get(name, "") for name in SIEVES}
    text = request.GET.get("text", "").strip()
    page = read_page(request.GET.get("page", "1")) if size == places.PAGE else 1
    return places.search(viewer, text=text, page=page, size=size, **chosen), chosen, text


def sentence_of(found: PlaceList, *, sieved: bool) -> str:
    """How things stand: how many there are, and of how many nobody knows whether they still are."""
    if not found.count:
        return _("この条件に合う場所はありません。") if sieved else _("地域の場所は、まだ1つも書かれていません。")
    begin = _("合う場所が%(count)dか所あります。") if sieved else _("地域に%(count)dか所あります。")
    return begin % {"count": found.count} + _how_fresh(found)


def _how_fresh(found: PlaceList) -> str:
    said = {"never": found.never, "old": found.old}
    if found.never and found.old:
        return _("まだ確かめていない場所が%(never)d、確かめて1年を過ぎた場所が%(old)dあります。") % said
    if found.never:
        return _("まだ確かめていない場所が%(never)dあります。") % said
    if found.old:
        return _("確かめて1年を過ぎた場所が%(old)dあります。") % said
    return _("どこも1年以内に確かめています。")


def _row(viewer: Viewer, line: PlaceLine) -> Row:
    place, today = line.place, local_day(viewer.at)
    return Row(
        place=place.pk,
        name=place.name,
        kana=place.name_kana,
        kind=kind_words(place),
        district=place.district.name if place.district else "",
        when=when_words(place),
        welcome=welcome_words(line.welcomes),
        phone=place.phone,
        fresh=freshness_words(line.confirmed_on, today),
        tone=freshness_tone(line.confirmed_on, today),
    )


def _filters(viewer: Viewer, chosen: dict[str, str]) -> list[Filter]:
    labels = {
        "kind": (_("種別"), PLACE_KINDS.items()),
        "district": (_("圏域"), area_choices(viewer)),
        "weekday": (_("曜日"), [(str(number), f"{name}曜") for number, name in enumerate(WEEKDAYS)]),
        "welcome": (_("迎える方"), WELCOMES.items()),
        "interest": (_("できること"), INTERESTS.items()),
        "fresh": (_("確かめ"), FRESHNESS.items()),
        "owner": (_("受け持つ係"), team_choices(viewer)),
    }
    return [
        Filter(name, label, [("", _("すべて")), *((str(code), str(words)) for code, words in choices)], chosen[name])
        for name, (label, choices) in labels.items()
    ]
