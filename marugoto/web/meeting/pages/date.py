"""The day: put days to those who sit, say when one can, take one, and a file for one's own calendar."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.conferences.actions import date as verbs
from marugoto.conferences.queries import conference as conferences
from marugoto.conferences.queries import outside as outsiders
from marugoto.kernel.decision import no
from marugoto.kernel.jst import local_day
from marugoto.web.meeting.forms.outside import DayForm
from marugoto.web.meeting.pages.conference import CASEWORK, hosted
from marugoto.web.meeting.poll import days_form
from marugoto.web.meeting.porch import tell_porch
from marugoto.web.meeting.sheet import sheet
from marugoto.web.shell.dates import Coming, DateKind, nameless
from marugoto.web.shell.doors import Page, act, form_errors, see


@act(*CASEWORK)
def put(request: HttpRequest, viewer: Viewer, at: datetime, conference: UUID) -> Page | HttpResponse:
    row, form = hosted(viewer, conference), DayForm(request.POST, auto_id="day-%s")
    if form.is_valid():
        with form_errors(form):
            verbs.put_day(by=viewer, at=at, conference=row, **form.said())
            messages.success(request, _("候補の日を足しました。席の人の画面と、外の席にも出ます。"))
            return redirect(_poll(conference))
    return sheet(viewer, conference, forms={"day": form}, status=422)


@act(*CASEWORK)
def answer(request: HttpRequest, viewer: Viewer, at: datetime, conference: UUID) -> HttpResponse:
    found = conferences.get(viewer, conference)
    if found is None:
        raise Http404
    form = days_form(viewer, outsiders.days(viewer, conference), request.POST)
    said = form.said() if form.is_valid() else {}
    if not said:
        no("どの日にも答えが選ばれていません。", "一つ以上の日に、行けるかどうかを選んでください。").require()
    verbs.answer_days(by=viewer, at=at, conference=found.conference, said=said)
    messages.success(request, _("行ける日を答えました。"))
    return redirect(_poll(conference))


@act(*CASEWORK)
def fix(request: HttpRequest, viewer: Viewer, at: datetime, option: UUID) -> HttpResponse:
    row = outsiders.option(viewer, option)
    if row is None:
        raise Http404
    hosted(viewer, row.conference_id)
    verbs.fix_day(by=viewer, at=at, option=row)
    tell_porch(viewer, at)
    messages.success(request, _("この日に決めました。席の人の予定と、外の席の期限も直りました。"))
    return redirect(_poll(row.conference_id))


@see(*CASEWORK)
def invitation(request: HttpRequest, viewer: Viewer, conference: UUID) -> HttpResponse:
    """That there is a meeting and when: nobody is named in it."""
    found = conferences.get(viewer.at_moment(viewer.at), conference)
    if found is None:
        raise Http404
    row, page = found.conference, reverse("meeting:conference", args=[conference])
    one = Coming(DateKind.CONFERENCE, row.pk, local_day(row.begins_at), row.name, page, row.begins_at, row.ends_at)
    file = nameless([one], house=request.build_absolute_uri(page), at=viewer.at)
    answer = HttpResponse(file, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="meeting.ics"'
    answer["Cache-Control"] = "no-store, private"
    return answer


def _poll(conference: UUID) -> str:
    return f"{reverse('meeting:conference', args=[conference])}#days"
