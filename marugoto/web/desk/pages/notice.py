"""Notices: hand one in, read it, answer it."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.custody.queries.ball import faces
from marugoto.ground.actions.submission import read_key
from marugoto.intake.actions.notice import answer_notice, raise_notice, tie_notice
from marugoto.intake.codes import MayCall, NoticeAnswer, NoticeSource, ToldBy
from marugoto.intake.labels import MAY_CALL, NOTICE_ANSWERS, SOURCES, TOLD_BY
from marugoto.intake.queries import notice as notices
from marugoto.intake.queries.agreement import running
from marugoto.intake.queries.notice import get
from marugoto.intake.rules.notice import propose
from marugoto.kernel.era import say_day, say_moment
from marugoto.kernel.jst import JST, local_day
from marugoto.participation.queries.approach import from_notice, names_from_notice
from marugoto.web.desk.forms.intake import NoticeAnswerForm, NoticeForm
from marugoto.web.shell.balls import chip_of, clock_of
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_id, read_page

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)


WORDS_SHOWN = 60


@see(*CASEWORK)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    """Those without an answer first, by the day on which it is due."""
    state = request.GET.get("state", "running")
    running_ones = {"running": True, "ended": False}.get(state)
    found = notices.recent(viewer, page=read_page(request.GET.get("page", "1")), running=running_ones)
    values = {
        "rows": [_line(viewer, one) for one in found.rows],
        "count": found.count,
        "page": found.page,
        "pages": max(-(-found.count // notices.PAGE), 1),
        "state": state if running_ones is not None else "all",
        "tabs": [("running", _("答えていない")), ("ended", _("答えた")), ("all", _("ぜんぶ"))],
    }
    return Page("desk/notices.html", values)


@see()
def new(request: HttpRequest, viewer: Viewer) -> Page:
    source = NoticeSource.CLERK if viewer.roles == {Role.CLERK} else NoticeSource.AGENCY
    form = NoticeForm(initial={"source": source}, agreements=_agreements(viewer))
    return Page("desk/notice_new.html", {"form": form})


@act()
def send(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    """The id of the notice is the form's key: the same form sent twice is one notice."""
    form = NoticeForm(request.POST, agreements=_agreements(viewer))
    key = read_key(request.POST.get("key", ""))
    if form.is_valid() and key:
        with form_errors(form):
            made = raise_notice(by=viewer, at=at, notice=key, **form.said())
            number = faces(viewer, [made.pk])[made.pk].number
            messages.success(
                request, _("気づきを伝えました。福祉の係が受け取ります。番号は %(number)s です。") % {"number": number}
            )
            return redirect("shell:today")
    return Page("desk/notice_new.html", {"form": form}, status=422)


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, notice: UUID) -> Page:
    return _page(viewer, notice)


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
                told=form.way_told(),
                agreed=form.cleaned_data["agreed"],
                known=names_from_notice(viewer, notice),
            )
            messages.success(request, _("気づきに答えました。ボールはおわりになりました。"))
            return redirect("desk:notice", notice=notice)
    return page


@act(*CASEWORK)
def tie(request: HttpRequest, viewer: Viewer, at: datetime, notice: UUID) -> HttpResponse:
    """Two notices about one household are read together from now on."""
    first = read_id(request.POST.get("first", ""))
    if first is None or get(viewer, notice) is None or get(viewer, first) is None:
        raise Http404
    tie_notice(by=viewer, at=at, notice=notice, first=first)
    messages.success(request, _("同じお宅の気づきとして、まとめました。返事は一つずつです。"))
    return redirect("desk:notice", notice=notice)


def _agreements(viewer: Viewer) -> list[tuple[UUID, str]]:
    """A window that has other work is asked no more than ten things; firms tell the welfare desks."""
    return [] if viewer.roles == {Role.CLERK} else running(viewer)


def _line(viewer: Viewer, one: notices.NoticeLine) -> dict[str, object]:
    row = one.notice
    return {
        "row": row,
        "words": row.words if len(row.words) <= WORDS_SHOWN else f"{row.words[:WORDS_SHOWN]}…",
        "source": SOURCES[NoticeSource(row.source)],
        "firm": one.firm,
        "day": say_day(row.heard_day),
        "refused": row.may_call == MayCall.NO,
        "clock": clock_of(one.face),
        "chip": chip_of(one.face, own=viewer.team),
        "tied": one.tied,
    }


def _when(row: notices.Notice) -> dict[str, str]:
    """When it was heard; and when it was typed in, where that was another day."""
    typed = row.made_at.astimezone(JST)
    later = row.heard_time is not None or row.heard_day != typed.date()
    hour = f" {row.heard_time:%H:%M}" if row.heard_time else "" if later else f" {typed:%H:%M}"
    return {"heard_at": f"{say_day(row.heard_day)}{hour}", "typed_at": say_moment(row.made_at) if later else ""}


def _proposed() -> list[tuple[str, str]]:
    """For each answer what may be said without the person's consent, to be edited."""
    return [(str(NOTICE_ANSWERS[one]), propose(one, agreed=False)) for one in NoticeAnswer]


def _page(viewer: Viewer, notice: UUID, form: NoticeAnswerForm | None = None, status: int = 200) -> Page:
    found = get(viewer, notice)
    if found is None:
        raise Http404
    ball = faces(viewer, matters=[notice])[notice]
    values = {
        "page": found,
        "source": SOURCES[NoticeSource(found.notice.source)],
        **_when(found.notice),
        "may_call": MAY_CALL[MayCall(found.notice.may_call)],
        "refused": found.notice.may_call == MayCall.NO,
        "chip": chip_of(ball),
        "clock": clock_of(ball),
        "ball": ball,
        "ours": ball.holder.id == viewer.team,
        "form": form or NoticeAnswerForm(initial={"told_back": propose(NoticeAnswer.VISITED, agreed=False)}),
        "proposed": _proposed() if not found.reply else [],
        "approach": from_notice(viewer, notice),
        "tied": [(one, say_day(local_day(one.made_at))) for one in found.tied],
        "alike": [(one, say_day(local_day(one.made_at))) for one in found.alike],
        "heard": TOLD_BY[ToldBy(found.reply.told_by)] if found.reply and found.reply.told_by else "",
        "answered": NOTICE_ANSWERS[NoticeAnswer(found.reply.answer)] if found.reply else "",
    }
    return Page("desk/notice.html", values, status=status)
