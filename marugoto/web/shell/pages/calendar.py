"""わたしの予定: one's own next dates, as a page, as a file, and as an address to which a calendar program subscribes."""

from datetime import datetime
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from marugoto.agencies.actions.calendar_key import end_key, make_key
from marugoto.agencies.queries.calendar_key import open_since, viewer_of_key
from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries.dates import promises_past
from marugoto.ground.transaction import reading
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import JST, local_day
from marugoto.web.shell import shown_once
from marugoto.web.shell.dates import KINDS, Coming, coming, nameless
from marugoto.web.shell.doors import Page, act, see

SLOT = "calendar_secret"
MEDIA = "text/calendar; charset=utf-8"


@see()
def index(request: HttpRequest, viewer: Viewer) -> Page:
    found = coming(viewer)
    secret, since = shown_once.take(request, slot=SLOT), open_since(viewer)
    today = local_day(viewer.at)
    values = {
        "days": [
            {"day": say_day(day), "past": day < today, "rows": [_row(one) for one in rows]}
            for day, rows in groupby(found, key=lambda one: one.day)
        ],
        "count": sum(one.day >= today for one in found),
        "team_late": promises_past(viewer),
        "since": say_day(local_day(since)) if since else "",
        "address": request.build_absolute_uri(reverse("shell:feed", args=[secret])) if secret else "",
    }
    return Page("shell/calendar.html", values)


@see()
def download(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The same as the subscription: what is once in a file may be carried anywhere."""
    return _file(request, viewer)


@act()
def make(request: HttpRequest, viewer: Viewer, at: datetime) -> HttpResponse:
    secret, page = make_key(by=viewer, at=at), reverse("shell:calendar")
    messages.success(request, _("購読の番地を作りました。番地が見えるのは、この一度だけです。"))
    return shown_once.put(request, redirect(page), slot=SLOT, secret=secret, page=page)


@act()
def end(request: HttpRequest, viewer: Viewer, at: datetime) -> HttpResponse:
    end_key(by=viewer, at=at)
    messages.success(request, _("購読を止めました。前の番地では、もう何も読めません。"))
    return redirect("shell:calendar")


def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """Without signing in: the key in the address says who asks. It shows nobody, so it leaves no look."""
    viewer = viewer_of_key(secret, timezone.now()) if request.method in {"GET", "HEAD"} else None
    if viewer is None:
        raise Http404
    with reading(viewer):
        return _file(request, viewer)


def _file(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    eyes = viewer.at_moment(viewer.at)  # what is read here to find the days is not shown to anybody
    house = request.build_absolute_uri(reverse("shell:calendar"))
    answer = HttpResponse(nameless(coming(eyes), house=house, at=viewer.at), content_type=MEDIA)
    answer["Content-Disposition"] = 'attachment; filename="marugoto.ics"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "no-store, private"
    answer["Referrer-Policy"] = "no-referrer"
    return answer


def _row(one: Coming) -> dict[str, Any]:
    hours = f"{one.begins.astimezone(JST):%H:%M}〜{one.ends.astimezone(JST):%H:%M}" if one.begins and one.ends else ""
    return {"kind": KINDS[one.kind], "title": one.title, "url": one.url, "hours": hours}
