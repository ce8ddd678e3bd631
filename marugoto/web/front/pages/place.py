"""Places a resident can go to, what is open soonest first; no sign-in, and nothing is kept of who looked."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from marugoto.community.codes import Welcome
from marugoto.community.labels import WELCOMES
from marugoto.exchange.porch.queries import place as places
from marugoto.exchange.porch.queries.place import OpenPlace, Wanted
from marugoto.exchange.porch.rules.ruby import ruby
from marugoto.exchange.porch.rules.saying import say_when
from marugoto.kernel.jst import local_day
from marugoto.web.front.frame import FURIGANA, porch_of
from marugoto.web.ui.parts import Porch

LONGEST = 100


def towns(request: HttpRequest) -> HttpResponse:
    """Which municipality; where there is one only, its places."""
    found = places.bodies()
    if len(found) == 1:
        return redirect("front:places", code=found[0].body)
    porch = Porch(body_name="", training=all(town.training for town in found)) if found else None
    return render(request, "front/towns.html", {"towns": found, "porch": porch})


def index(request: HttpRequest, code: str) -> HttpResponse:
    today = local_day(timezone.now())
    welcome = request.GET.get("welcome", "")
    words = request.GET.get("words", "").replace("\x00", "")[:LONGEST]
    wanted = Wanted(words=words, welcome=welcome if welcome in set(Welcome) else "")
    found = places.search(code, wanted, today=today, page=_page(request.GET.get("page", "1")))
    values = {
        "porch": porch_of(request, code),
        "code": code,
        "words": words,
        "welcome": wanted.welcome,
        "welcomes": list(WELCOMES.items()),
        "found": found,
        "rows": [_row(one, today) for one in found.rows],
    }
    return render(request, "front/places.html", values)


def show(request: HttpRequest, code: str, place: UUID) -> HttpResponse:
    today = local_day(timezone.now())
    one = places.get(code, place, today=today)
    if one is None:
        raise Http404
    return render(request, "front/place.html", {"porch": porch_of(request, code), "code": code, **_row(one, today)})


@require_POST
def furigana(request: HttpRequest) -> HttpResponse:
    """Readings shown or hidden, in this browser only, until it is closed."""
    back = request.META.get("HTTP_REFERER", "/")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    response = redirect(back if safe else "/")
    response.set_cookie(FURIGANA, "off" if request.POST.get("furigana") == "off" else "on", samesite="Lax")
    return response


def _row(one: OpenPlace, today: date) -> dict[str, object]:
    place = one.place
    codes = [code for code in place.welcome.split(",") if code in set(Welcome)]
    return {
        "place": place,
        "called": ruby(place.name, place.kana),
        "when": say_when(one.day, place.hours, today),
        "welcomes": [WELCOMES[Welcome(code)] for code in codes],
    }


def _page(text: str) -> int:
    """A page number from 1 on; anything else is the first page."""
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 7 else 1
