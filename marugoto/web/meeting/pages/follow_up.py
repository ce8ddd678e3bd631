"""After the conference: the decisions of all conferences of one's team, what became of each, what is missing, the next date."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.conferences.actions import follow_up as verbs
from marugoto.conferences.codes import Followed
from marugoto.conferences.kinds import kind_of
from marugoto.conferences.labels import FOLLOWED
from marugoto.conferences.queries import conference as conferences
from marugoto.conferences.queries import follow_up as decisions
from marugoto.custody.queries.ball import faces
from marugoto.intake.rules.troubles import TroubleCode, trouble_set_on
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.web.meeting.forms.follow_up import FollowForm, GapForm, NextForm
from marugoto.web.meeting.pages.agenda import CASEWORK, hosted_item
from marugoto.web.meeting.pages.conference import hosted
from marugoto.web.meeting.sheet import item_address, sheet
from marugoto.web.shell.balls import chip_of, clock_of
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_page
from marugoto.web.shell.matters import matters_of


@see(*CASEWORK)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    """Those whose date is over first."""
    waiting = request.GET.get("state", "waiting") != "done"
    found = decisions.decided(viewer, page=read_page(request.GET.get("page", "1")), waiting=waiting)
    rows = [
        {"line": one, "due": say_day(one.due), "result": FOLLOWED[one.result] if one.result else ""}
        for one in found.rows
    ]
    pages = max(-(-found.count // decisions.PAGE), 1)
    values = {"rows": rows, "found": found, "waiting": waiting, "pages": pages, "page": found.page}
    return Page("meeting/decisions.html", values)


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, decision: UUID) -> Page:
    return _page(viewer, decision, FollowForm())


@act(*CASEWORK)
def follow(request: HttpRequest, viewer: Viewer, at: datetime, decision: UUID) -> Page | HttpResponse:
    form = FollowForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            said = form.cleaned_data
            result = Followed(said["result"])
            verbs.follow_up(by=viewer, at=at, decision=decision, result=result, words=said["words"])
            messages.success(request, _("決定がどうなったかを残しました。"))
            return redirect("meeting:decision", decision=decision)
    return _page(viewer, decision, form, status=422)


@act(*CASEWORK)
def gap(request: HttpRequest, viewer: Viewer, at: datetime, item: UUID) -> Page | HttpResponse:
    row = hosted_item(viewer, item)
    themes = [(code.value, label) for code, label in trouble_set_on(local_day(at)).labels.items()]
    form = GapForm(request.POST, themes=themes, auto_id=f"gap-{item}-%s")
    if form.is_valid():
        with form_errors(form):
            verbs.file_gap(by=viewer, at=at, item=row, theme=TroubleCode(form.cleaned_data["theme"]))
            messages.success(request, _("足りないものとして、地域づくりの係に届けました。世帯の名前は出ません。"))
            return redirect(item_address(row.conference_id, item))
    return sheet(viewer, row.conference_id, forms={f"gap-{item}": form}, status=422)


@act(*CASEWORK)
def convene_next(request: HttpRequest, viewer: Viewer, at: datetime, conference: UUID) -> Page | HttpResponse:
    row = hosted(viewer, conference)
    form = NextForm(request.POST, auto_id="next-%s", nameless=kind_of(row.kind).of_topics)
    if form.is_valid():
        with form_errors(form):
            made = verbs.convene_next(by=viewer, at=at, conference=row, **form.said())
            messages.success(request, _("次の会議を呼びかけました。席と、前もって書く表を用意してください。"))
            return redirect("meeting:conference", conference=made.pk)
    return sheet(viewer, conference, forms={"next": form}, status=422)


def _page(viewer: Viewer, decision: UUID, form: FollowForm, status: int = 200) -> Page:
    line = decisions.one(viewer, decision)
    found = conferences.get(viewer, line.conference) if line else None
    if line is None or found is None:
        raise Http404
    said = decisions.followed(viewer, [decision]).get(decision)
    ball = faces(viewer, [line.need], companions=False).get(line.need)
    values = {
        "line": line,
        "due": say_day(line.due),
        "said": said,
        "result": FOLLOWED[said.result] if said else "",
        "day": say_day(said.day) if said else "",
        "back": f"{reverse('meeting:conference', args=[line.conference])}",
        "form": form,
        "ball": ball,
        "matter": matters_of(viewer, [ball])[line.need] if ball else None,
        "chip": chip_of(ball) if ball else None,
        "clock": clock_of(ball) if ball else None,
    }
    return Page("meeting/decision.html", values, status=status)
