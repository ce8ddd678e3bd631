"""地域: the places of the town, found by words, kind, district, whom they welcome and how lately somebody asked there."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.community.labels import FRESHNESS, INTERESTS, PLACE_KINDS, WELCOMES
from marugoto.community.queries import place as places
from marugoto.community.queries.place import PlaceLine, PlaceList
from marugoto.kernel.jst import local_day
from marugoto.web.shell.choices import area_choices
from marugoto.web.shell.doors import Page, see
from marugoto.web.shell.ids import read_page
from marugoto.web.town.audience import READERS, room_of
from marugoto.web.town.words import freshness_tone, freshness_words, kind_words, welcome_words, when_words
from marugoto.web.ui.parts import Filter, Tone

SIEVES = ("kind", "district", "welcome", "interest", "fresh")


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
    chosen = {name: request.GET.get(name, "") for name in SIEVES}
    text = request.GET.get("text", "").strip()
    found = places.search(viewer, text=text, page=read_page(request.GET.get("page", "1")), **chosen)
    sieved = bool(text or any(chosen.values()))
    values = {
        "rows": [_row(viewer, line) for line in found.rows],
        "found": found,
        "text": text,
        "sieved": sieved,
        "sentence": sentence_of(found, sieved=sieved),
        "filters": _filters(viewer, chosen),
        **room_of(viewer, "places"),
    }
    return Page("town/places.html", values)


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
        "welcome": (_("迎える方"), WELCOMES.items()),
        "interest": (_("できること"), INTERESTS.items()),
        "fresh": (_("確かめ"), FRESHNESS.items()),
    }
    return [
        Filter(name, label, [("", _("すべて")), *((str(code), str(words)) for code, words in choices)], chosen[name])
        for name, (label, choices) in labels.items()
    ]
