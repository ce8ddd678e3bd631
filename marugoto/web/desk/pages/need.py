"""Needs: add one, say its next step."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.queries.directory import duties_of_team
from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.need import add_need, say_next_step
from marugoto.casework.queries import case as cases
from marugoto.casework.queries.need import get
from marugoto.custody.actions.people import assign
from marugoto.custody.codes import Urgency
from marugoto.custody.queries.ball import faces, history
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.people.queries import household as households
from marugoto.web.desk.forms.ball import AssignForm
from marugoto.web.desk.forms.household import NeedForm, NextStepForm
from marugoto.web.shell.balls import chip_of, clock_of
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_id

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)


@see(*CASEWORK)
def new(request: HttpRequest, viewer: Viewer, case: UUID) -> Page:
    return _new_page(viewer, case, None)


@act(*CASEWORK)
def add(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID) -> Page | HttpResponse:
    form = NeedForm(request.POST, members=_members(viewer, case))
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            add_need(
                by=viewer,
                at=at,
                case=case,
                theme=TroubleCode(said["theme"]),
                title=said["title"],
                person=read_id(said["person"]),
                urgency=Urgency(said["urgency"]),
                next_step=said["next_step"],
            )
            messages.success(request, _("必要を足しました。ボールはあなたの係が持っています。"))
            return redirect("desk:household", case=case)
    return _new_page(viewer, case, form, status=422)


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, need: UUID) -> Page:
    return _page(viewer, need)


@act(*CASEWORK)
def next_step(request: HttpRequest, viewer: Viewer, at: datetime, need: UUID) -> Page | HttpResponse:
    form = NextStepForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            row = say_next_step(by=viewer, at=at, need=need, next_step=form.cleaned_data["next_step"])
            messages.success(request, _("次の一手を書きました。"))
            return redirect("desk:household", case=row.case_id)
    return _page(viewer, need, step=form, status=422)


@act(*CASEWORK)
def hand(request: HttpRequest, viewer: Viewer, at: datetime, need: UUID) -> Page | HttpResponse:
    """Another person of the holding team moves it on."""
    row = get(viewer, need)
    if row is None:
        raise Http404
    form = AssignForm(request.POST, people=_people(viewer))
    if form.is_valid():
        with form_errors(form):
            assign(by=viewer, at=at, ball=row.ball_id, in_charge=UUID(form.cleaned_data["in_charge"]))
            messages.success(request, _("担当を決めました。"))
            return redirect("desk:household", case=row.case_id)
    return _page(viewer, need, people=form, status=422)


def _members(viewer: Viewer, case: UUID) -> list[tuple[str, str]]:
    found = cases.get(viewer, case)
    if found is None:
        raise Http404
    home = households.get(viewer, found.household)
    return [(str(member.face.person), member.face.called) for member in home.members] if home else []


def _people(viewer: Viewer) -> list[tuple[str, str]]:
    found = duties_of_team(viewer.team, local_day(viewer.at))
    return [(str(duty.pk), f"{duty.worker.name}({duty.name})") for duty in found if duty.body == viewer.body]


def _new_page(viewer: Viewer, case: UUID, form: NeedForm | None, status: int = 200) -> Page:
    form = form or NeedForm(members=_members(viewer, case))
    return Page("desk/need_new.html", {"case": case, "form": form}, status=status)


def _page(
    viewer: Viewer, need: UUID, *, step: NextStepForm | None = None, people: AssignForm | None = None, status: int = 200
) -> Page:
    row = get(viewer, need)
    if row is None:
        raise Http404
    ball = faces(viewer, matters=[need])[need]
    story = [
        {
            "stretch": one,
            "since": say_day(local_day(one.since)),
            "until": say_day(local_day(one.until)) if one.until else "",
        }
        for one in history(viewer, ball.ball)
    ]
    values = {
        "need": row,
        "ball": ball,
        "chip": chip_of(ball),
        "clock": clock_of(ball),
        "story": story,
        "ours": ball.holder.id == viewer.team,
        "running": ball.settled_at is None,
        "step": step or NextStepForm(initial={"next_step": row.next_step}),
        "people": people or AssignForm(people=_people(viewer), initial={"in_charge": str(ball.in_charge)}),
    }
    return Page("desk/need.html", values, status=status)
