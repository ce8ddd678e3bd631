"""Who sits at a table that speaks of nobody: which post, and who came."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.queries.directory import duties_at_the_table
from marugoto.agencies.viewer import Viewer
from marugoto.conferences.actions import table as verbs
from marugoto.conferences.kinds import kind_of
from marugoto.conferences.queries import table as tables
from marugoto.kernel.decision import no
from marugoto.web.meeting.forms.topic import TableSeatForm
from marugoto.web.meeting.pages.conference import CASEWORK, hosted
from marugoto.web.meeting.seats import seat_choices
from marugoto.web.meeting.sheet import sheet
from marugoto.web.meeting.topics import table_attendance_form
from marugoto.web.shell.doors import Page, act, form_errors


@act(*CASEWORK)
def seat(request: HttpRequest, viewer: Viewer, at: datetime, conference: UUID) -> Page | HttpResponse:
    row = _hosted(viewer, conference)
    form = TableSeatForm(request.POST, duties=seat_choices(duties_at_the_table(viewer)), auto_id="table-seat-%s")
    if form.is_valid():
        with form_errors(form):
            verbs.sit(by=viewer, at=at, conference=row, **form.said())
            messages.success(request, _("席を作りました。"))
            return redirect("meeting:conference", conference=conference)
    return sheet(viewer, conference, forms={"table_seat": form}, status=422)


@act(*CASEWORK)
def take_back(request: HttpRequest, viewer: Viewer, at: datetime, seat: UUID) -> HttpResponse:
    row = tables.seat(viewer, seat)
    if row is None:
        raise Http404
    _hosted(viewer, row.conference_id)
    verbs.take_back(by=viewer, at=at, seat=row)
    messages.success(request, _("席を取り消しました。「取り消した席」に残ります。"))
    return redirect("meeting:conference", conference=row.conference_id)


@act(*CASEWORK)
def attendance(request: HttpRequest, viewer: Viewer, at: datetime, conference: UUID) -> Page | HttpResponse:
    _hosted(viewer, conference)
    seats = tables.seats(viewer, conference)
    form = table_attendance_form(seats, request.POST)
    if form.is_valid():
        with form_errors(form):
            if not seats:
                no("まだ席がありません。", "先に、出る人の席を作ってください。").require()
            for seat, mark in form.marks("seat_").items():
                row = tables.seat(viewer, seat)
                if row is None:
                    raise Http404
                verbs.mark(by=viewer, at=at, seat=row, attendance=mark)
            messages.success(request, _("出欠をつけました。"))
            return redirect("meeting:conference", conference=conference)
    return sheet(viewer, conference, forms={"table_attendance": form}, status=422)


def _hosted(viewer: Viewer, conference: UUID) -> Any:
    """At a table about households these seats are not there: a seat is one of an item."""
    row = hosted(viewer, conference)
    if not kind_of(row.kind).of_topics:
        raise Http404
    return row
