"""保存の停止 on one person: set, seen and ended where the person is looked at, by a head who may look at him."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.kernel.era import say_era
from marugoto.kernel.jst import local_day
from marugoto.people.queries.person import faces
from marugoto.retention.actions.hold import hold_person, lift_hold
from marugoto.retention.queries.hold import holds_on
from marugoto.web.office.forms.retention import LiftForm, PersonHoldForm
from marugoto.web.office.pages.retention import hold_choices, hold_row, only_who_leads
from marugoto.web.shell.doors import Page, act, form_errors, see


@see(Role.CHIEF)
def show(request: HttpRequest, viewer: Viewer, person: UUID) -> Page:
    return _page(viewer, person)


@act(Role.CHIEF)
def hold(request: HttpRequest, viewer: Viewer, at: datetime, person: UUID) -> Page | HttpResponse:
    form = PersonHoldForm(request.POST)
    page = _page(viewer, person, form=form)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            hold_person(by=viewer, at=at, person=person, reason=form.why(), words=said["words"], since=said["since"])
            messages.success(request, _("この人の保存を止めました。住んだ世帯も、廃棄の一覧に載りません。"))
            return redirect("office:hold_person", person=person)
    return page


@act(Role.CHIEF)
def lift(request: HttpRequest, viewer: Viewer, at: datetime, person: UUID) -> Page | HttpResponse:
    form = LiftForm(request.POST, holds=hold_choices(holds_on(viewer, person)))
    page = _page(viewer, person, lifting=form)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            row = lift_hold(by=viewer, at=at, hold=form.which(), over_on=said["over_on"], words=said["lifted"])
            messages.success(request, _("保存の停止は、%(day)sの前の日までです。") % {"day": say_era(row.until)})
            return redirect("office:hold_person", person=person)
    return page


def _page(viewer: Viewer, person: UUID, **sent: Any) -> Page:
    """404 where there is nobody, or nobody for these eyes. With a form that was sent and is not good, 422."""
    only_who_leads(viewer)
    face = faces(viewer, [person]).get(person)
    if face is None:
        raise Http404
    rows, today = holds_on(viewer, person), local_day(viewer.at)
    held = sum(line.held for line in rows)
    name = {"name": face.called}
    values = {
        "face": face,
        "sentence": _("%(name)sさんの保存を止めています。") % name
        if held
        else _("%(name)sさんの保存は、止めていません。") % name,
        "rows": [hold_row(line, viewer) for line in rows],
        "form": PersonHoldForm(initial={"since": today}),
        "lifting": LiftForm(holds=hold_choices(rows), initial={"over_on": today}),
        "liftable": bool(hold_choices(rows)),
        **sent,
    }
    return Page("office/held_person.html", values, status=422 if sent else 200)
