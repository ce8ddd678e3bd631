"""試し: something small with a rule by which it stops; stopped with what was found, it counts like a change."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.custody.queries import ball as balls
from marugoto.evaluation.actions.pilot import begin_pilot, end_pilot
from marugoto.evaluation.codes import PilotEnd
from marugoto.evaluation.labels import PILOT_ENDS
from marugoto.evaluation.queries import means_review as reviews
from marugoto.evaluation.queries.frozen import picks
from marugoto.evaluation.rules.review import may_review
from marugoto.kernel.era import say_day, say_era
from marugoto.kernel.jst import local_day
from marugoto.web.office.forms.review import PilotEndForm, PilotForm
from marugoto.web.office.pages.review import WRITE
from marugoto.web.office.pages.words import THINKERS
from marugoto.web.shell.balls import chip_of
from marugoto.web.shell.choices import team_choices
from marugoto.web.shell.doors import Page, act, form_errors, see


@see(*THINKERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    return _index(viewer, None)


@act(*WRITE)
def begin(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = PilotForm(request.POST, **_choices(viewer))
    if form.is_valid():
        with form_errors(form):
            made = begin_pilot(by=viewer, at=at, **form.said())
            messages.success(request, _("試しを始めました。終わる日に、持ち手のきょうの画面に出ます。"))
            return redirect("office:pilot", pilot=made.pk)
    return _index(viewer, form, status=422)


@see()
def show(request: HttpRequest, viewer: Viewer, pilot: UUID) -> Page:
    return _page(viewer, pilot)


@act()
def end(request: HttpRequest, viewer: Viewer, at: datetime, pilot: UUID) -> Page | HttpResponse:
    form = PilotEndForm(request.POST)
    page = _page(viewer, pilot, form, status=422)
    if form.is_valid():
        with form_errors(form):
            end_pilot(by=viewer, at=at, pilot=pilot, **form.said())
            messages.success(request, _("わかったことを残しました。"))
            return redirect("office:pilot", pilot=pilot)
    return page


def _index(viewer: Viewer, form: PilotForm | None, status: int = 200) -> Page:
    rows, writes = reviews.pilots(viewer), bool(may_review(viewer.roles))
    running = sum(not hasattr(one, "ending") for one in rows)
    values: dict[str, Any] = {
        "rows": [_line(one) for one in rows],
        "sentence": _("いま試していることが%(n)dつあります。") % {"n": running}
        if running
        else _("いま試していることはありません。"),
        "writes": writes,
    }
    if writes:
        choices = _choices(viewer)
        known = {"since": local_day(viewer.at)}
        values |= {"form": form or PilotForm(initial=known, **choices), "means": choices["means"]}
    return Page("office/pilots.html", values, status=status)


def _page(viewer: Viewer, pilot: UUID, form: PilotEndForm | None = None, status: int = 200) -> Page:
    """To whoever holds it, and to those who plan; to others it is not there."""
    row = reviews.pilot(viewer, pilot)
    if row is None:
        raise Http404
    face = balls.faces(viewer, [pilot], companions=False)[pilot]
    holds, thinks, ended = face.holder.id == viewer.team, viewer.has(*THINKERS), hasattr(row, "ending")
    if not (holds or thinks):
        raise Http404
    values = {
        **_line(row),
        "chip": chip_of(face),
        "thinks": thinks,
        "form": (form or PilotEndForm()) if holds and not ended else None,
    }
    return Page("office/pilot.html", values, status=status)


def _line(row: Any) -> dict[str, Any]:
    ending = getattr(row, "ending", None)
    return {
        "row": row,
        "since": say_era(row.since),
        "until": say_day(row.until),
        "ended": say_era(local_day(ending.made_at)) if ending else "",
        "end": PILOT_ENDS[PilotEnd(ending.end)] if ending else "",
        "finding": ending.finding if ending else "",
    }


def _choices(viewer: Viewer) -> dict[str, Any]:
    return {
        "means": [(str(one.pk), one.name) for one in reviews.running_means(viewer)],
        "teams": team_choices(viewer),
        "picks": [(one.key, one.name) for one in picks(viewer)],
    }
