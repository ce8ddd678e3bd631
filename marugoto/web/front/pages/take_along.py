"""What one takes along from a place: its days for one's own calendar, and a page to be put up."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marugoto.exchange import poster as posters
from marugoto.exchange.pdf import MEDIA
from marugoto.exchange.porch.actions.knock import knock
from marugoto.exchange.porch.codes import Door
from marugoto.exchange.porch.queries import place as places
from marugoto.exchange.porch.queries.place import OpenPlace
from marugoto.exchange.porch.rules.opening import Open, openings
from marugoto.exchange.rules.ics import Occasion, written
from marugoto.kernel.decision import Refused
from marugoto.kernel.era import say_era
from marugoto.kernel.jst import JST
from marugoto.web.front import words as said
from marugoto.web.front.frame import porch_of
from marugoto.web.front.pages.notice import _address
from marugoto.web.front.pages.place import asked_of, local_now, wanted_of

TOO_OFTEN = gettext_lazy(
    "いまは、これ以上[いじょう] ポスターを 作[つく]れません。1時間[じかん]ほど 待[ま]ってください。"
)
AHEAD = 92  # days: a calendar of three months
MOST_PLACES = 50


def calendar(request: HttpRequest, code: str, place: UUID) -> HttpResponse:
    one = _found(code, place)
    return _calendar(request, code, one.place.name, [one])


def calendar_of_all(request: HttpRequest, code: str) -> HttpResponse:
    """Of what was looked for: the same choices in its address as on the page."""
    porch = porch_of(request, code)
    found = places.search(code, wanted_of(asked_of(request)), now=local_now(), size=MOST_PLACES)
    return _calendar(request, code, f"{porch.body_name} 行ける場所", found.rows)


def poster(request: HttpRequest, code: str, place: UUID) -> HttpResponse:
    porch, one = porch_of(request, code), _found(code, place)
    if not knock(at=timezone.now(), body=code, door=Door.POSTER, address=_address(request)):
        return _trouble(request, porch, str(TOO_OFTEN), 429)
    morning = local_now().replace(hour=0, minute=0, second=0, microsecond=0)
    try:
        made = posters.written(_poster(request, code, porch.body_name, one, morning.date()), at=morning)
    except Refused as refused:
        return _trouble(request, porch, refused.sentence, 503)
    answer = HttpResponse(made, content_type=MEDIA)
    answer["Content-Disposition"] = 'attachment; filename="poster.pdf"'
    return answer


def _trouble(request: HttpRequest, porch: Any, sentence: str, status: int) -> HttpResponse:
    return render(request, "front/trouble.html", {"sentence": sentence, "typed": (), "porch": porch}, status=status)


def _found(code: str, place: UUID) -> OpenPlace:
    one = places.get(code, place, now=local_now())
    if one is None:
        raise Http404
    return one


def _calendar(request: HttpRequest, code: str, name: str, rows: Iterable[OpenPlace]) -> HttpResponse:
    occasions = [occasion for one in rows for occasion in _occasions(request, code, one)]
    answer = HttpResponse(written(name, occasions, at=timezone.now()), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="calendar.ics"'
    return answer


def _occasions(request: HttpRequest, code: str, one: OpenPlace) -> Iterator[Occasion]:
    place, url = one.place, _url(request, code, one)
    where = " ".join(part for part in (place.shown.get("address", ""), place.shown.get("building", "")) if part)
    about = "\n".join(part for part in (said.plain(said.fee(place)), place.shown.get("phone", "")) if part)
    for turn in openings(one.opening, local_now().date(), AHEAD):
        begins, ends = _span(turn)
        uid = f"{place.pk}-{turn.day:%Y%m%d}{f'-{turn.opens:%H%M}' if turn.opens else ''}@marugoto"
        yield Occasion(uid, place.name, begins, ends, description=about, url=url, where=where, private=False)


def _span(turn: Open) -> tuple[date | datetime, datetime | None]:
    """A day as a whole where its hours are not known; an end that is not known is an hour later."""
    if turn.opens is None:
        return turn.day, None
    begins = datetime.combine(turn.day, turn.opens, JST)
    ends = datetime.combine(turn.day, turn.closes, JST) if turn.closes else begins + timedelta(hours=1)
    return begins, ends if ends > begins else ends + timedelta(days=1)


def _poster(request: HttpRequest, code: str, town: str, one: OpenPlace, today: date) -> posters.Poster:
    place, shown = one.place, one.place.shown
    facts = (
        (
            _("いつ"),
            "\n".join(part for part in (f"{place.days} {place.hours}".strip(), shown.get("hours_note", "")) if part),
        ),
        (_("どこ"), " ".join(part for part in (shown.get("address", ""), shown.get("building", "")) if part)),
        (_("行き方"), shown.get("access", "")),
        (_("だれが"), "、".join(said.plain(words) for words in said.welcomes(place))),
        (_("お金"), said.plain(said.fee(place))),
        (_("電話"), shown.get("phone", "")),
    )
    return posters.Poster(
        town=town,
        name=place.name,
        kana=place.kana,
        facts=tuple((str(term), words) for term, words in facts if words),
        about=shown.get("description", ""),
        way=_("いまの ようすは、ここから 見られます。"),
        url=_url(request, code, one),
        stamp=_("%(day)sに つくりました。") % {"day": say_era(today)},
    )


def _url(request: HttpRequest, code: str, one: OpenPlace) -> str:
    return request.build_absolute_uri(reverse("front:place", args=[code, one.place.pk]))
