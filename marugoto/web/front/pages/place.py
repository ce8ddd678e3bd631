"""Places a resident can go to, what is open soonest first; no sign-in, and nothing is kept of who looked."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from marugoto.community.codes import Welcome
from marugoto.community.labels import WELCOMES
from marugoto.exchange.porch.queries import place as places
from marugoto.exchange.porch.queries.place import OpenPlace, Wanted
from marugoto.exchange.porch.rules.ruby import ruby
from marugoto.exchange.porch.rules.saying import say_when
from marugoto.kernel.jst import JST
from marugoto.web.front.frame import FURIGANA, porch_of
from marugoto.web.ui.parts import Porch

LONGEST = 100
SAID = {
    Welcome.ANYBODY: _("だれでも"),
    Welcome.AGED: _("高齢[こうれい]の 方[かた]"),
    Welcome.CHILDREN: _("子[こ]ども"),
    Welcome.PARENTS: _("子育[こそだ]て中[ちゅう]の 方[かた]"),
    Welcome.YOUNG: _("若[わか]い 人[ひと]"),
    Welcome.DISABLED: _("障害[しょうがい]の ある 方[かた]"),
    Welcome.WITHDRAWN: _("外[そと]に 出[で]にくい 方[かた]"),
    Welcome.FOREIGN: _("外国[がいこく]から 来[き]た 方[かた]"),
    Welcome.CARERS: _("介護[かいご]している 方[かた]"),
}


def towns(request: HttpRequest) -> HttpResponse:
    """Which municipality; where there is one only, its places."""
    found = places.bodies()
    if len(found) == 1:
        return redirect("front:places", code=found[0].body)
    porch = Porch(body_name="", training=all(town.training for town in found)) if found else None
    return render(request, "front/towns.html", {"towns": found, "porch": porch})


def index(request: HttpRequest, code: str) -> HttpResponse:
    now = timezone.localtime(timezone.now(), JST)
    welcome = request.GET.get("welcome", "")
    words = request.GET.get("words", "").replace("\x00", "")[:LONGEST]
    wanted = Wanted(words=words, welcome=welcome if welcome in set(Welcome) else "")
    found = places.search(code, wanted, now=now, page=_page(request.GET.get("page", "1")))
    values = {
        "porch": porch_of(request, code),
        "code": code,
        "words": words,
        "welcome": wanted.welcome,
        "welcomes": list(WELCOMES.items()),
        "found": found,
        "rows": [_row(one, now.date()) for one in found.rows],
    }
    return render(request, "front/places.html", values)


def show(request: HttpRequest, code: str, place: UUID) -> HttpResponse:
    now = timezone.localtime(timezone.now(), JST)
    one = places.get(code, place, now=now)
    if one is None:
        raise Http404
    return render(
        request, "front/place.html", {"porch": porch_of(request, code), "code": code, **_row(one, now.date())}
    )


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
        "welcomes": [SAID[Welcome(code)] for code in codes],
    }


def _page(text: str) -> int:
    """A page number from 1 on; anything else is the first page."""
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 7 else 1
