"""圏域どうしの行き方: how one gets from one district to another, so that nobody is sent where he cannot go."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.participation.actions.road import write_road
from marugoto.participation.codes import Travel
from marugoto.participation.labels import TRAVELS
from marugoto.participation.queries.match import roads
from marugoto.participation.rules import slot
from marugoto.participation.rules.gate import say_clock
from marugoto.web.shell.choices import area_choices
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.town.audience import READERS, WALKERS, room_of
from marugoto.web.town.forms.road import RoadForm


@see(*READERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    return _page(viewer, RoadForm(areas=area_choices(viewer)))


@act(*WALKERS)
def write(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = RoadForm(request.POST, areas=area_choices(viewer))
    if form.is_valid():
        with form_errors(form):
            write_road(by=viewer, at=at, **form.told())
            messages.success(request, _("行き方を残しました。つなぎ先をさがすときに使います。"))
            return redirect("town:roads")
    return _page(viewer, form, status=422)


def _page(viewer: Viewer, form: RoadForm, status: int = 200) -> Page:
    names = dict(area_choices(viewer))
    rows = [
        {
            "start": names.get(row.start, row.start),
            "end": names.get(row.end, row.end),
            "way": TRAVELS[Travel(row.way)],
            "minutes": row.minutes,
            "times": slot.say(slot.read(row.times)) if row.times else "",
            "last": say_clock(row.last),
        }
        for row in roads(viewer)
    ]
    values = room_of(viewer, "roads") | {"rows": rows, "form": form, "writes": viewer.has(*WALKERS) and len(names) > 1}
    return Page("town/roads.html", values, status=status)
