"""On the day: who came, what was said, what was decided."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries import case as cases
from marugoto.conferences.actions import decision as verbs
from marugoto.conferences.actions.outside import mark_outsider
from marugoto.conferences.queries import conference as conferences
from marugoto.conferences.queries import outside as outsiders
from marugoto.conferences.rules.agenda import may_write
from marugoto.web.meeting.forms.conference import DecisionForm, MinutesForm
from marugoto.web.meeting.sheet import attendance_form, sheet
from marugoto.web.shell.doors import Page, act, form_errors

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)


@act(*CASEWORK)
def attendance(request: HttpRequest, viewer: Viewer, at: datetime, conference: UUID) -> Page | HttpResponse:
    found = conferences.get(viewer, conference)
    if found is None or found.conference.host_id != viewer.team:
        raise Http404
    may_write(is_open=any(item.open for item in found.items)).require()
    form = attendance_form(found, outsiders.of_items(viewer, [item.item for item in found.items]), request.POST)
    if form.is_valid():
        with form_errors(form):
            for seat, mark in form.marks("seat_").items():
                row = conferences.seat(viewer, seat)
                if row is not None:
                    verbs.mark_attendance(by=viewer, at=at, seat=row, attendance=mark)
            for seat, mark in form.marks("outside_").items():
                stranger = outsiders.seat(viewer, seat)
                if stranger is not None:
                    mark_outsider(by=viewer, at=at, seat=stranger, attendance=mark)
            messages.success(request, _("出欠をつけました。"))
            return redirect("meeting:conference", conference=conference)
    return sheet(viewer, conference, forms={"attendance": form}, status=422)


@act(*CASEWORK)
def minutes(request: HttpRequest, viewer: Viewer, at: datetime, item: UUID) -> Page | HttpResponse:
    row = _item(viewer, item)
    form = MinutesForm(request.POST, auto_id=f"minutes-{item}-%s")
    if form.is_valid():
        with form_errors(form):
            said = form.cleaned_data
            verbs.write_minutes(by=viewer, at=at, item=row, words=said["words"], follows=said["follows"])
            messages.success(request, _("話し合ったことを書きました。"))
            return redirect("meeting:conference", conference=row.conference_id)
    return sheet(viewer, row.conference_id, forms={f"minutes-{item}": form}, status=422)


@act(*CASEWORK)
def decide(request: HttpRequest, viewer: Viewer, at: datetime, item: UUID) -> Page | HttpResponse:
    row = _item(viewer, item)
    form = _form(viewer, row, request.POST)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            verbs.decide(
                by=viewer,
                at=at,
                item=row,
                need=UUID(said["need"]),
                words=said["words"],
                taken_by=UUID(said["taken_by"]),
                due=said["due"],
                parts=form.chosen_parts(),
                plan_words=said["plan_words"],
            )
            messages.success(request, _("決めました。ボールは、引き受けた人の係に移りました。"))
            return redirect("meeting:conference", conference=row.conference_id)
    return sheet(viewer, row.conference_id, forms={f"decision-{item}": form}, status=422)


def _item(viewer: Viewer, item: UUID) -> Any:
    row = conferences.item(viewer, item)
    if row is None or row.conference.host_id != viewer.team:
        raise Http404
    return row


def _form(viewer: Viewer, item: Any, data: Any) -> DecisionForm:
    """Takers are whoever sits at the item: whether they came is the rule's to say."""
    found = conferences.get(viewer, item.conference_id)
    case = cases.get(viewer, item.case)
    if found is None or case is None:
        raise Http404
    seats = next(one.seats for one in found.items if one.item == item.pk)
    needs = [(str(line.need), line.title) for line in case.needs]
    return DecisionForm(data, needs=needs, takers=[(str(seat.duty), seat.name) for seat in seats])
