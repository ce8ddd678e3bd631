"""Notices: hand one in, read it, answer it."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.custody.codes import Urgency
from marugoto.custody.queries.ball import faces
from marugoto.ground.actions.submission import read_key
from marugoto.intake.actions.notice import answer_notice, raise_notice
from marugoto.intake.codes import NoticeAnswer, NoticeSource
from marugoto.intake.labels import NOTICE_ANSWERS, SOURCES
from marugoto.intake.queries.notice import get
from marugoto.web.desk.forms.intake import NoticeAnswerForm, NoticeForm
from marugoto.web.shell.balls import chip_of, clock_of
from marugoto.web.shell.doors import Page, act, form_errors, see

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)


@see()
def new(request: HttpRequest, viewer: Viewer) -> Page:
    source = NoticeSource.CLERK if viewer.roles == {Role.CLERK} else NoticeSource.AGENCY
    return Page("desk/notice_new.html", {"form": NoticeForm(initial={"source": source})})


@act()
def send(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    """The id of the notice is the form's key: the same form sent twice is one notice."""
    form = NoticeForm(request.POST)
    key = read_key(request.POST.get("key", ""))
    if form.is_valid() and key:
        said = dict(form.cleaned_data)
        urgency = Urgency.NOW if said.pop("danger") == "yes" else Urgency.USUAL
        with form_errors(form):
            made = raise_notice(
                by=viewer, at=at, notice=key, source=NoticeSource(said.pop("source")), urgency=urgency, **said
            )
            number = faces(viewer, [made.pk])[made.pk].number
            messages.success(
                request, _("気づきを伝えました。福祉の係が受け取ります。番号は %(number)s です。") % {"number": number}
            )
            return redirect("shell:today")
    return Page("desk/notice_new.html", {"form": form}, status=422)


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, notice: UUID) -> Page:
    return _page(viewer, notice, NoticeAnswerForm())


@act(*CASEWORK)
def answer(request: HttpRequest, viewer: Viewer, at: datetime, notice: UUID) -> Page | HttpResponse:
    form = NoticeAnswerForm(request.POST)
    page = _page(viewer, notice, form, status=422)
    if form.is_valid():
        with form_errors(form):
            answer_notice(
                by=viewer,
                at=at,
                notice=notice,
                answer=form.answer_code(),
                words=form.cleaned_data["words"],
                told_back=form.cleaned_data["told_back"],
            )
            messages.success(request, _("気づきに答えました。ボールはおわりになりました。"))
            return redirect("desk:notice", notice=notice)
    return page


def _page(viewer: Viewer, notice: UUID, form: NoticeAnswerForm, status: int = 200) -> Page:
    found = get(viewer, notice)
    if found is None:
        raise Http404
    ball = faces(viewer, matters=[notice])[notice]
    values = {
        "page": found,
        "source": SOURCES[NoticeSource(found.notice.source)],
        "chip": chip_of(ball),
        "clock": clock_of(ball),
        "ball": ball,
        "ours": ball.holder.id == viewer.team,
        "form": form,
        "answered": NOTICE_ANSWERS[NoticeAnswer(found.reply.answer)] if found.reply else "",
    }
    return Page("desk/notice.html", values, status=status)
