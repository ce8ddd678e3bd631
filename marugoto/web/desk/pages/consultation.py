"""Consultations: receive one, read it, say what became of it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.custody.codes import TouchKind
from marugoto.custody.queries.ball import faces
from marugoto.intake.actions.consultation import Told, add_line, end, receive
from marugoto.intake.codes import Channel, UrgentAnswer
from marugoto.intake.labels import CHANNELS, URGENT_ANSWERS, URGENT_CHECKS
from marugoto.intake.queries import consultation as consultations
from marugoto.intake.queries.notice import get as get_notice
from marugoto.kernel.era import say_day, say_moment
from marugoto.kernel.jst import local_day
from marugoto.participation.queries.approach import before_consultation
from marugoto.web.desk.forms.intake import ConsultationEndForm, ConsultationForm, ConsultationLineForm
from marugoto.web.desk.pages.attachment import paper_faces
from marugoto.web.desk.pages.case import beginning
from marugoto.web.desk.pointed import kept_under
from marugoto.web.shell.balls import chip_of, clock_of
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_id, read_page
from marugoto.web.shell.matters import theme_words
from marugoto.web.shell.one_desk import one_desk

LONGEST = 200
CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)


@see(*CASEWORK)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    """Those in our hands first; the ended ones and all of them by a tab."""
    words = request.GET.get("words", "").strip()[:LONGEST]
    state = request.GET.get("state", "running")
    running = {"running": True, "ended": False}.get(state)
    found = consultations.recent(viewer, page=read_page(request.GET.get("page", "1")), running=running, words=words)
    rows = [
        {
            "row": row,
            "name": row.caller or _("お名前を聞けていない方"),
            "day": say_day(row.day),
            "channel": CHANNELS[Channel(row.channel)],
            "theme": theme_words(row.ball.theme),
            "ended": row.ball.settlement_id is not None,
        }
        for row in found.rows
    ]
    pages = max(-(-found.count // consultations.PAGE), 1)
    values = {
        "rows": rows,
        "count": found.count,
        "page": found.page,
        "pages": pages,
        "words": words,
        "state": state if running is not None else "all",
        "tabs": [("running", _("動いている相談")), ("ended", _("おわった相談")), ("all", _("ぜんぶ"))],
    }
    return Page("desk/consultations.html", values)


@see(*CASEWORK)
def new(request: HttpRequest, viewer: Viewer) -> Page:
    notice = read_id(request.GET.get("notice", ""))
    told = get_notice(viewer, notice) if notice else None
    initial = {
        "day": local_day(viewer.at),
        "words": told.notice.words if told else "",
        "caller": told.notice.who_words if told else "",
    }
    return _new_page(ConsultationForm(initial=initial), notice if told else None)


@act(*CASEWORK)
def send(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    notice = read_id(request.POST.get("notice", ""))
    if "find" in request.POST:
        name, phone = (request.POST.get(field, "")[:LONGEST] for field in ("caller", "phone"))
        near = kept_under(viewer, name=name, phone=phone) if name.strip() or phone.strip() else {"unnamed": True}
        return _new_page(ConsultationForm.typed(request.POST), notice, **near)
    form = ConsultationForm.sent(request)
    if form.is_valid():
        with form_errors(form):
            row = receive(
                by=viewer,
                at=at,
                day=form.cleaned_data["day"],
                hour=form.cleaned_data["hour"],
                channel=Channel(form.cleaned_data["channel"]),
                told=_told(form),
                notice=notice,
                papers=form.files_sent(),
            )
            messages.success(request, _received(form))
            return redirect("desk:consultation", consultation=row.pk)
    return _new_page(form, notice, status=422)


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, consultation: UUID) -> Page:
    return _page(viewer, consultation, ConsultationEndForm())


@act(*CASEWORK)
def finish(request: HttpRequest, viewer: Viewer, at: datetime, consultation: UUID) -> Page | HttpResponse:
    form = ConsultationEndForm(request.POST)
    page = _page(viewer, consultation, form, status=422)
    if form.is_valid():
        with form_errors(form):
            end(by=viewer, at=at, consultation=consultation, end=form.end_code())
            messages.success(request, _("相談をおわりにしました。"))
            return redirect("desk:consultation", consultation=consultation)
    return page


@act(*CASEWORK)
def add(request: HttpRequest, viewer: Viewer, at: datetime, consultation: UUID) -> Page | HttpResponse:
    """A line added later: the caller rang again, somebody went there."""
    found = consultations.get(viewer, consultation)
    if found is None:
        raise Http404
    form = ConsultationLineForm.sent(request, phone_known=bool(found.consultation.phone))
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            add_line(
                by=viewer,
                at=at,
                consultation=consultation,
                words=said["words"],
                kind=TouchKind(said["kind"]),
                phone=said.get("phone", ""),
                papers=form.files_sent(),
            )
            messages.success(request, _("書きたしました。"))
            return redirect("desk:consultation", consultation=consultation)
    return _page(viewer, consultation, ConsultationEndForm(), status=422, adding=form)


def _new_page(form: ConsultationForm, notice: UUID | None, *, status: int = 200, **near: Any) -> Page:
    """`near`: who is kept already under this name or telephone, and the way on where there is nobody."""
    return Page("desk/consultation_new.html", {"form": form, "notice": notice, **near}, status=status)


def _received(form: ConsultationForm) -> str:
    """A yes to one of the urgent checks is not answered like any other consultation."""
    yes = [str(URGENT_CHECKS[check]) for check, answer in form.urgent().items() if answer is UrgentAnswer.YES]
    if yes:
        return _(
            "相談を受け付けました。急ぎの心配があります(%(what)s)。いますぐ係の長と相談し、きょうのうちに動いてください。"
        ) % {"what": "、".join(yes)}
    return _("相談を受け付けました。ボールはあなたの係が持っています。")


def _told(form: ConsultationForm) -> Told:
    said = form.cleaned_data
    return Told(
        caller=said["caller"],
        phone=said["phone"],
        visitor=said["visitor"],
        visitor_relation=said["visitor_relation"],
        person_knows=form.knows(),
        words=said["words"] or (_("何も聞けなかった。") if said["silent"] else ""),
        wish=said["wish"],
        language=said["language"],
        troubles=form.marked(),
        pressing=form.pressing_code(),
        urgent=form.urgent(),
    )


def _page(
    viewer: Viewer,
    consultation: UUID,
    form: ConsultationEndForm,
    status: int = 200,
    adding: ConsultationLineForm | None = None,
) -> Page:
    found = consultations.get(viewer, consultation)
    if found is None:
        raise Http404
    ball = faces(viewer, matters=[consultation])[consultation]
    row = found.consultation
    running, ours = ball.settled_at is None, ball.holder.id == viewer.team
    values = {
        "page": found,
        "name": row.caller or _("お名前を聞けていない方"),
        "day": f"{say_day(row.day)}{f' {row.heard_time:%H:%M}' if row.heard_time else ''}",
        "channel": CHANNELS[Channel(row.channel)],
        "typed": say_moment(row.made_at) if row.heard_time or local_day(row.made_at) != row.day else "",
        "urgent": [
            (URGENT_CHECKS[check], URGENT_ANSWERS[answer], answer is UrgentAnswer.YES) for check, answer in found.urgent
        ],
        "chip": chip_of(ball),
        "clock": clock_of(ball),
        "ball": ball,
        "before": before_consultation(viewer, consultation) if row.channel == Channel.OUTREACH else None,
        "form": form,
        "adding": adding or ConsultationLineForm(phone_known=bool(row.phone)),
        "lines": [{"line": line, "day": say_day(local_day(line.made_at))} for line in found.lines],
        "papers": paper_faces(found.papers),
        **_near(viewer, found, running=running and ours),
        "running": running,
        "ours": ours,
        "begin": beginning(viewer, row.caller, "begin-%s") if running and ours and one_desk(viewer) else None,
    }
    return Page("desk/consultation.html", values, status=status)


def _near(viewer: Viewer, page: consultations.ConsultationPage, *, running: bool) -> dict[str, Any]:
    """While nobody is joined to it and no support has begun: who is kept under this telephone or name."""
    row = page.consultation
    if not running or row.person_id or not (row.phone or row.caller):
        return {}
    return kept_under(viewer, name=row.caller, phone=row.phone)
