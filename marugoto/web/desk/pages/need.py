"""Needs: add one, say its next step."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.need import add_need, say_next_step
from marugoto.casework.queries import case as cases
from marugoto.casework.queries import journal as journals
from marugoto.casework.queries.need import get
from marugoto.casework.rules.case import may_say_next_step
from marugoto.custody.actions.people import assign
from marugoto.custody.codes import Urgency
from marugoto.custody.queries.ball import Stretch, faces, history
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.people.queries import household as households
from marugoto.people.queries import person as persons
from marugoto.web.desk.filled import starts_of
from marugoto.web.desk.forms.ball import AssignForm
from marugoto.web.desk.forms.household import JournalForm, NeedForm, NextStepForm
from marugoto.web.desk.pages.household import cautions_among, promises_among, timeline_entry
from marugoto.web.shell.balls import chip_of, clock_of
from marugoto.web.shell.choices import colleague_choices
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_id
from marugoto.web.shell.matters import theme_words

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)


@see(*CASEWORK)
def new(request: HttpRequest, viewer: Viewer, case: UUID) -> Page:
    """Begun from what the assessment sheet says of somebody, where that is chosen."""
    members = _members(viewer, case)
    chosen = {name: request.GET.get(name, "") for name in ("person", "theme")}
    return _new_page(case, NeedForm(members=members, initial=chosen), starts_of(viewer, case, _ids(members)))


@act(*CASEWORK)
def add(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID) -> Page | HttpResponse:
    members = _members(viewer, case)
    form = NeedForm(request.POST, members=members)
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
    return _new_page(case, form, starts_of(viewer, case, _ids(members)), status=422)


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, need: UUID) -> Page:
    return need_page(viewer, need)


@act(*CASEWORK)
def next_step(request: HttpRequest, viewer: Viewer, at: datetime, need: UUID) -> Page | HttpResponse:
    form = NextStepForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            row = say_next_step(by=viewer, at=at, need=need, next_step=form.cleaned_data["next_step"])
            messages.success(request, _("次の一手を書きました。"))
            return redirect(*back(viewer, row.case_id, need))
    return need_page(viewer, need, step=form, status=422)


@act(*CASEWORK)
def hand(request: HttpRequest, viewer: Viewer, at: datetime, need: UUID) -> Page | HttpResponse:
    """Another person of the holding team moves it on."""
    row = get(viewer, need)
    if row is None:
        raise Http404
    form = AssignForm(request.POST, people=colleague_choices(viewer, matter=need))
    if form.is_valid():
        with form_errors(form):
            assign(by=viewer, at=at, ball=row.ball_id, in_charge=UUID(form.cleaned_data["in_charge"]))
            messages.success(request, _("担当を決めました。ボールはあなたの係のままです。"))
            return redirect(*back(viewer, row.case_id, need))
    return need_page(viewer, need, people=form, status=422)


def _members(viewer: Viewer, case: UUID) -> list[tuple[str, str]]:
    found = cases.get(viewer, case)
    if found is None:
        raise Http404
    home = households.get(viewer, found.household)
    return [(str(member.face.person), member.face.called) for member in home.members] if home else []


def _ids(members: list[tuple[str, str]]) -> list[tuple[UUID, str]]:
    return [(UUID(person), called) for person, called in members]


def _new_page(case: UUID, form: NeedForm, starts: list[tuple[str, str]], status: int = 200) -> Page:
    return Page("desk/need_new.html", {"case": case, "form": form, "starts": starts}, status=status)


def back(viewer: Viewer, case: UUID, need: UUID | None) -> tuple[str, UUID]:
    """To the household, or to the need where only that is open."""
    alone = need is not None and not cases.number_of(viewer, case)
    return ("desk:need", need) if need is not None and alone else ("desk:household", case)


def need_page(viewer: Viewer, need: UUID, *, status: int = 200, **sent: Form) -> Page:
    """`sent`: the form that came back with an error, by the name it has in the template. Whoever sees the need and not its case
    finds here all he needs: whose it is, how to reach them, the records about it, the box to write in."""
    row = get(viewer, need)
    if row is None:
        raise Http404
    balls = faces(viewer, matters=[need, row.case_id])
    ball, lead = balls[need], balls.get(row.case_id)
    whole = cases.number_of(viewer, row.case_id)
    person = persons.get(viewer, row.person_id) if row.person_id else None
    entries = journals.of_need(viewer, need)
    values = {
        "need": row,
        "ball": ball,
        "chip": chip_of(ball),
        "clock": clock_of(ball),
        "story": [_stretch(one) for one in history(viewer, ball.ball)],
        "ours": ball.holder.id == viewer.team,
        "running": ball.settled_at is None,
        "whole": whole,
        "person": person,
        "about": theme_words(row.theme),
        "says_step": may_say_next_step(viewer.team, holder=ball.holder.id, lead=lead.holder.id if lead else None),
        "entries": [timeline_entry(entry) for entry in entries],
        "cautions": cautions_among(viewer, entries),
        "promises": promises_among(viewer, entries),
        "step": NextStepForm(initial={"next_step": row.next_step}),
        "people": AssignForm(people=colleague_choices(viewer, matter=need), initial={"in_charge": str(ball.in_charge)}),
        "journal": JournalForm(needs=None),
        **sent,
    }
    return Page("desk/need.html", values, status=status)


def _stretch(one: Stretch) -> dict[str, Any]:
    return {
        "stretch": one,
        "since": say_day(local_day(one.since)),
        "until": say_day(local_day(one.until)) if one.until else "",
    }
