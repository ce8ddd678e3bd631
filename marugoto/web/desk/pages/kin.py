"""The family of a household: couples and how they stand, parents and children; a mistake is taken back."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.kernel.era import say_era
from marugoto.people.actions import kinship, mistake
from marugoto.people.actions import mark as marking
from marugoto.people.actions.person import enter_person
from marugoto.people.codes import DescentKind, MarkKind, Sex, UnionKind, UnionState
from marugoto.people.labels import DESCENT_KINDS, FEELINGS, UNION_KINDS, UNION_STATES
from marugoto.people.queries.face import DescentTie, MarkTie, UnionTie
from marugoto.people.queries.home import Home
from marugoto.people.rules.mark import instead_of
from marugoto.web.desk.forms.kin import (
    CHILD,
    PARENT,
    ROLES,
    DescentForm,
    FeelingForm,
    RelativeForm,
    RoleForm,
    TurnForm,
    UnionForm,
)
from marugoto.web.desk.pages.member import home_at
from marugoto.web.desk.twins import asking
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.figure import pictured

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, case: UUID) -> Page:
    return _page(home_at(viewer, case), case)


@act(*CASEWORK)
def unite(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID) -> Page | HttpResponse:
    home = home_at(viewer, case)
    form = UnionForm(request.POST, people=_people(home))
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            kind, one, other = UnionKind(said["union"]), UUID(said["one"]), UUID(said["other"])
            row = kinship.record_union(by=viewer, at=at, one=one, other=other, kind=kind, since=said["united"])
            way_back = reverse("desk:union_mistake", args=[case, row.pk])
            messages.success(request, _("家族図に描きました。"), extra_tags=way_back)
            return redirect("desk:kin", case=case)
    return _page(home, case, union=form)


@act(*CASEWORK)
def turn(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID, union: UUID) -> Page | HttpResponse:
    home = home_at(viewer, case)
    form = TurnForm(request.POST, prefix=union.hex)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            state, seen = UnionState(said["state"]), UnionState(said["seen"])
            row = kinship.turn_union(by=viewer, at=at, union=union, state=state, day=said["turned"], seen=seen)
            way_back = reverse("desk:turn_mistake", args=[case, union, row.pk])
            messages.success(request, _("変わったことを残しました。"), extra_tags=way_back)
            return redirect("desk:kin", case=case)
    return _page(home, case, turns={union: form})


@act(*CASEWORK)
def turn_mistake(
    request: HttpRequest, viewer: Viewer, at: datetime, case: UUID, union: UUID, turn: UUID
) -> HttpResponse:
    mistake.never_turned(by=viewer, at=at, union=union, turn=turn)
    messages.success(request, _("取り消しました。そのまえの間柄に戻っています。"))
    return redirect("desk:kin", case=case)


@act(*CASEWORK)
def union_mistake(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID, union: UUID) -> HttpResponse:
    mistake.never_united(by=viewer, at=at, union=union)
    messages.success(request, _("取り消しました。家族図から外れています。"))
    return redirect("desk:kin", case=case)


@act(*CASEWORK)
def descend(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID) -> Page | HttpResponse:
    home = home_at(viewer, case)
    form = DescentForm(request.POST, people=_people(home))
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            kind, parent, child = DescentKind(said["descent"]), UUID(said["parent"]), UUID(said["child"])
            row = kinship.record_descent(by=viewer, at=at, parent=parent, child=child, kind=kind)
            way_back = reverse("desk:descent_mistake", args=[case, row.pk])
            messages.success(request, _("家族図に描きました。"), extra_tags=way_back)
            return redirect("desk:kin", case=case)
    return _page(home, case, descent=form)


@act(*CASEWORK)
def descent_mistake(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID, descent: UUID) -> HttpResponse:
    mistake.never_descended(by=viewer, at=at, descent=descent)
    messages.success(request, _("取り消しました。家族図から外れています。"))
    return redirect("desk:kin", case=case)


@act(*CASEWORK)
def add_relative(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID) -> Page | HttpResponse:
    """Somebody of the family who does not live here: written down and tied in one deed."""
    home = home_at(viewer, case)
    shown = [face.person for face in home.figures.persons]
    form = asking(viewer, RelativeForm, request.POST, without=shown, people=_people(home))
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            name, kana, sex = said["name"], said["kana"], Sex(said["sex"] or Sex.UNKNOWN)
            person = form.kept()
            if person is None:
                person = enter_person(by=viewer, at=at, name=name, kana=kana, birth=said["birth"], sex=sex).pk
            _tie(viewer, at, said, person)
            messages.success(request, _("家族図に描きました。世帯には加えていません。"))
            return redirect("desk:kin", case=case)
    return _page(home, case, relative=form)


@act(*CASEWORK)
def feel(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID) -> Page | HttpResponse:
    home = home_at(viewer, case)
    form = FeelingForm(request.POST, people=_people(home), here=home.figures.here)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            kind, one, other = MarkKind(said["feeling"]), UUID(said["one_of"]), UUID(said["other_of"])
            before = next((mark.mark for mark in home.figures.marks if {mark.one, mark.other} == {one, other}), None)
            row = marking.say_how_they_stand(by=viewer, at=at, one=one, other=other, kind=kind)
            way_back = _back_to(case, before) if before else reverse("desk:mark_away", args=[case, row.pk])
            messages.success(request, _("家族図に描きました。"), extra_tags=way_back)
            return redirect("desk:kin", case=case)
    return _page(home, case, feeling=form)


@act(*CASEWORK)
def role(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID) -> Page | HttpResponse:
    home = home_at(viewer, case)
    form = RoleForm(request.POST, people=_living(home))
    if form.is_valid():
        with form_errors(form):
            person, kind = UUID(form.cleaned_data["role_of"]), MarkKind(form.cleaned_data["role"])
            same = (one for one in home.figures.marks if one.other is None and one.one == person)
            before = next((one.mark for one in same if one.kind in instead_of(kind)), None)
            row = marking.give_role(
                by=viewer,
                at=at,
                household=home.page.household,
                person=person,
                role=kind,
                family=frozenset(face.person for face in home.figures.persons if not face.dead),
            )
            way_back = _back_to(case, before) if before else reverse("desk:mark_away", args=[case, row.pk])
            messages.success(request, _("家族図に印を描きました。"), extra_tags=way_back)
            return redirect("desk:kin", case=case)
    return _page(home, case, role=form)


@act(*CASEWORK)
def mark_away(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID, mark: UUID) -> HttpResponse:
    marking.take_mark_away(by=viewer, at=at, mark=mark)
    said = _("家族図から外しました。きょうまでの書き方は、記録に残っています。")
    messages.success(request, said, extra_tags=_back_to(case, mark))
    return redirect("desk:kin", case=case)


@act(*CASEWORK)
def mark_again(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID, mark: UUID) -> HttpResponse:
    marking.take_mark_up_again(by=viewer, at=at, mark=mark)
    messages.success(request, _("取り消しました。家族図は、まえの書き方に戻っています。"))
    return redirect("desk:kin", case=case)


def _back_to(case: UUID, mark: UUID) -> str:
    return reverse("desk:mark_again", args=[case, mark])


def _tie(viewer: Viewer, at: datetime, said: dict[str, Any], person: UUID) -> None:
    whose, descent = UUID(said["whose"]), DescentKind(said["descent_kind"] or DescentKind.BIRTH)
    if said["kin"] == PARENT:
        kinship.record_descent(by=viewer, at=at, parent=person, child=whose, kind=descent)
    elif said["kin"] == CHILD:
        kinship.record_descent(by=viewer, at=at, parent=whose, child=person, kind=descent)
    else:
        kind = UnionKind(said["union_kind"] or UnionKind.MARRIAGE)
        kinship.record_union(by=viewer, at=at, one=whose, other=person, kind=kind)


def _people(home: Home) -> list[tuple[str, str]]:
    """The members, then those of the family who live elsewhere."""
    here = home.figures.here
    return [
        (str(face.person), face.called if face.person in here else _("%(name)s(別に暮らす)") % {"name": face.called})
        for face in home.figures.persons
    ]


def _living(home: Home) -> list[tuple[str, str]]:
    dead = {str(face.person) for face in home.figures.persons if face.dead}
    return [one for one in _people(home) if one[0] not in dead]


def _page(home: Home, case: UUID, *, turns: dict[UUID, TurnForm] | None = None, **sent: Any) -> Page:
    people, called = _people(home), {face.person: face.called for face in home.figures.persons}
    forms = {
        "union": UnionForm(people=people),
        "descent": DescentForm(people=people),
        "relative": RelativeForm(people=people),
        "feeling": FeelingForm(people=people, here=home.figures.here),
        "role": RoleForm(people=_living(home)),
    }
    values = {
        "case": case,
        "home": home.page,
        "figure": pictured(home, {}),
        "unions": [_union(tie, called, turns or {}) for tie in home.figures.ties.unions],
        "descents": [_descent(tie, called) for tie in home.figures.ties.descents],
        "marks": [_mark(one, called) for one in home.figures.marks if {one.one, one.other or one.one} <= called.keys()],
        "forms": forms | sent,
        "open": set(sent),
    }
    return Page("desk/kin.html", values, status=422 if sent or turns else 200)


def _union(tie: UnionTie, called: dict[UUID, str], turns: dict[UUID, TurnForm]) -> dict[str, Any]:
    since = _("%(day)sから") % {"day": say_era(tie.since)} if tie.since else ""
    initial = {"state": _next(tie.state), "seen": tie.state}
    return {
        "tie": tie,
        "who": _("%(one)sと%(other)s") % {"one": called[tie.one], "other": called[tie.other]},
        "kind": str(UNION_KINDS[tie.kind]),
        "state": str(UNION_STATES[tie.state]),
        "since": since,
        "turned": tie.turns > 1,
        "form": turns.get(tie.union) or TurnForm(prefix=tie.union.hex, initial=initial),
        "open": tie.union in turns,
    }


def _next(state: UnionState) -> UnionState:
    return UnionState.DIVORCED if state is UnionState.TOGETHER else UnionState.TOGETHER


def _descent(tie: DescentTie, called: dict[UUID, str]) -> dict[str, Any]:
    return {
        "tie": tie,
        "parent": called[tie.parent],
        "child": called[tie.child],
        "kind": str(DESCENT_KINDS[tie.kind]),
    }


def _mark(one: MarkTie, called: dict[UUID, str]) -> dict[str, Any]:
    if one.other is None:
        return {"mark": one.mark, "who": called[one.one], "kind": str(ROLES[one.kind])}
    who = _("%(one)sと%(other)s") % {"one": called[one.one], "other": called[one.other]}
    return {"mark": one.mark, "who": who, "kind": str(FEELINGS[one.kind])}
