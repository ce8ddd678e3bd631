"""Places a resident can go to, what is open soonest first; no sign-in, and nothing is kept of who looked or for what."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from marugoto.community.codes import Precision
from marugoto.community.rules.synonym import held_apart
from marugoto.exchange.porch.queries import place as places
from marugoto.exchange.porch.queries.place import OpenPlace, PlaceList, Wanted
from marugoto.exchange.porch.rules.chart import Chart, Spot, chart_of
from marugoto.exchange.porch.rules.ruby import ruby
from marugoto.kernel.jst import JST
from marugoto.web.front import words as said
from marugoto.web.front.frame import FURIGANA, porch_of
from marugoto.web.ui.parts import Porch

LONGEST = 100
MAP = "map"


def towns(request: HttpRequest) -> HttpResponse:
    """Which municipality; where there is one only, its places."""
    found = places.bodies()
    if len(found) == 1:
        return redirect("front:places", code=found[0].body)
    porch = Porch(body_name="", training=all(town.training for town in found)) if found else None
    return render(request, "front/towns.html", {"towns": found, "porch": porch})


def index(request: HttpRequest, code: str) -> HttpResponse:
    """As a list, or with a map above the same list. The words typed stand in the address of this page and nowhere else."""
    porch, now, asked = porch_of(request, code), local_now(), asked_of(request)
    wanted = wanted_of(asked)
    found = places.search(code, wanted, now=now, page=_page(request.GET.get("page", "1")))
    rows = [_row(one, now.date(), number) for number, one in enumerate(found.rows, start=1)]
    on_map = request.GET.get("view") == MAP
    values = {
        "porch": porch,
        "code": code,
        "asked": asked,
        "sieves": _sieves(asked, places.districts(code), readings=porch.furigana),
        "any_sieve": any(asked[name] for name in ("day", "district", "welcome")),
        "any": any(asked.values()),
        "found": found,
        "rows": rows,
        "on_map": on_map,
        "chart": _chart(found, code) if on_map else None,
        "unplaced": sum(one.place.latitude is None for one in found.rows),
        "query": urlencode({name: value for name, value in asked.items() if value}),
        "instead": [(words, urlencode({"words": words})) for words in held_apart(wanted.words)],
        "unsure_query": urlencode({name: value for name, value in asked.items() if value and name != "day"}),
    }
    return render(request, "front/places.html", values)


def show(request: HttpRequest, code: str, place: UUID) -> HttpResponse:
    porch, now = porch_of(request, code), local_now()
    one = places.get(code, place, now=now)
    if one is None:
        raise Http404
    today = now.date()
    values = {
        "porch": porch,
        "code": code,
        **_row(one, today),
        "since": said.welcomes_since(one.place),
        "traits": said.traits(one.place),
        "differing": said.differing(one, today),
        "fee": said.fee(one.place),
        "fresh": said.fresh(one.place, today),
        "vague": one.place.precision != Precision.EXACT,
        "hidden": one.place.precision == Precision.NONE,
    }
    return render(request, "front/place.html", values)


def furigana(request: HttpRequest) -> HttpResponse:
    """Readings shown or hidden, in this browser only, until it is closed. Only who presses it gets a cookie: one word, on or off."""
    back = request.META.get("HTTP_REFERER", "/")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    response = redirect(back if safe else "/")
    asked = (request.POST if request.method == "POST" else request.GET).get("furigana")
    response.set_cookie(FURIGANA, "off" if asked == "off" else "on", samesite="Lax", httponly=True)
    return response


def local_now() -> datetime:
    return timezone.localtime(timezone.now(), JST)


def asked_of(request: HttpRequest) -> dict[str, str]:
    """What was chosen, each only if it is one of its list."""
    get = request.GET.get
    return {
        "words": get("words", "").replace("\x00", "")[:LONGEST],
        "interest": _one_of(get("interest", ""), said.INTERESTS),
        "day": _one_of(get("day", ""), said.DAYS),
        "district": get("district", "").replace("\x00", "")[:60],
        "welcome": _one_of(get("welcome", ""), said.WELCOMES),
    }


def wanted_of(asked: Mapping[str, str]) -> Wanted:
    interests = frozenset({asked["interest"]} - {""})
    return Wanted(asked["words"], asked["welcome"], interests, district=asked["district"], day=asked["day"])


def _one_of(code: str, known: Mapping[str, Any]) -> str:
    return code if code in known else ""


def _sieves(asked: Mapping[str, str], districts: list[str], *, readings: bool) -> list[dict[str, Any]]:
    labels = (
        ("interest", "したいこと", said.INTERESTS),
        ("day", "行[い]く日[ひ]", said.DAYS),
        ("district", "どこで", {one: one for one in districts}),
        ("welcome", "だれが 行[い]けるか", said.WELCOMES),
    )
    return [
        {
            "name": name,
            "label": label,
            "value": asked[name],
            "choices": [(code, said.chosen(words, readings=readings)) for code, words in choices.items()],
        }
        for name, label, choices in labels
    ]


def _chart(found: PlaceList, code: str) -> Chart | None:
    spots = [
        Spot(number, float(one.place.latitude), float(one.place.longitude), one.place.precision != Precision.EXACT)
        for number, one in enumerate(found.rows, start=1)
        if one.place.latitude is not None and one.place.longitude is not None
    ]
    return chart_of(spots)


def _row(one: OpenPlace, today: date, number: int = 0) -> dict[str, Any]:
    place = one.place
    return {
        "place": place,
        "number": number,
        "called": ruby(place.name, place.kana),
        "when": said.when(one, today),
        "today": one.day == today,
        "welcomes": said.welcomes(place),
        "interests": [said.INTERESTS[code] for code in said.codes_of(place.interests) if code in said.INTERESTS],
    }


def _page(text: str) -> int:
    """A page number from 1 on; anything else is the first page."""
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 7 else 1
