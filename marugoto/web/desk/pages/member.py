"""Who lives in a household: join, leave, what somebody is to the others, and how the household is called."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries import case as cases
from marugoto.kernel.era import say_era
from marugoto.kernel.jst import local_day
from marugoto.people.actions import household as homes
from marugoto.people.actions.person import enter_person
from marugoto.people.codes import Destination, LeaveReason, Sex
from marugoto.people.labels import CHANGES
from marugoto.people.queries import household as households
from marugoto.people.queries.home import Home, home_of
from marugoto.people.queries.household import ChangeLine, MemberFace
from marugoto.web.desk.forms.member import HouseholdNameForm, LeaveForm, NewcomerForm, RelationForm
from marugoto.web.desk.life import line_of, period
from marugoto.web.desk.pointed import pointer_by
from marugoto.web.desk.twins import asking
from marugoto.web.shell.choices import area_choices
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.figure import pictured

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)


@see(*CASEWORK)
def index(request: HttpRequest, viewer: Viewer, case: UUID) -> Page:
    return _index_page(viewer, case)


@act(*CASEWORK)
def rename(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID) -> Page | HttpResponse:
    home = home_at(viewer, case)
    form = HouseholdNameForm(request.POST, areas=area_choices(viewer))
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            homes.rename_household(
                by=viewer, at=at, household=home.page.household, name=said["name"], area=said["area"]
            )
            messages.success(request, _("世帯の呼び名と圏域を直しました。"))
            return redirect("desk:members", case=case)
    return _index_page(viewer, case, form, status=422)


@see(*CASEWORK)
def new(request: HttpRequest, viewer: Viewer, case: UUID) -> Page:
    return _new_page(home_at(viewer, case), case, NewcomerForm())


@act(*CASEWORK)
def join(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID) -> Page | HttpResponse:
    home = home_at(viewer, case)
    if "pointer" in request.POST:
        return redirect(pointer_by(request.POST))
    here = [member.face.person for member in home.page.members]
    form = asking(viewer, NewcomerForm, request.POST, without=here)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            person = form.kept() or _entered(viewer, at, said)
            household, relation = home.page.household, said["relation"]
            homes.join(by=viewer, at=at, household=household, person=person, relation=relation, since=said["since"])
            messages.success(request, _("世帯に加えました。ほかの係に、この方のことはまだ開かれていません。"))
            return redirect("desk:members", case=case)
    return _new_page(home, case, form, status=422)


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, case: UUID, person: UUID) -> Page:
    return _member_page(viewer, case, person)


@act(*CASEWORK)
def say_relation(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID, person: UUID) -> Page | HttpResponse:
    home = home_at(viewer, case)
    member_at(home, person)
    form = RelationForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            household, relation = home.page.household, said["relation"]
            homes.say_relation(by=viewer, at=at, household=household, person=person, relation=relation, was=said["was"])
            messages.success(request, _("続柄を直しました。"))
            return redirect("desk:members", case=case)
    return _member_page(viewer, case, person, relation=form)


@act(*CASEWORK)
def leave(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID, person: UUID) -> Page | HttpResponse:
    home = home_at(viewer, case)
    member = member_at(home, person)
    form = LeaveForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            homes.leave(
                by=viewer,
                at=at,
                household=home.page.household,
                person=person,
                day=said["left_on"],
                reason=LeaveReason(said["reason"]),
                destination=Destination(said["destination"] or Destination.UNKNOWN),
                address=said["address"],
            )
            way_back = reverse("desk:stay", args=[case, member.member])
            messages.success(request, _("世帯から出たことを残しました。"), extra_tags=way_back)
            return redirect("desk:members", case=case)
    return _member_page(viewer, case, person, leave=form)


@act(*CASEWORK)
def stay(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID, member: UUID) -> HttpResponse:
    """The leaving was a mistake."""
    homes.stay(by=viewer, at=at, member=member)
    messages.success(request, _("世帯に戻しました。"))
    return redirect("desk:members", case=case)


def home_at(viewer: Viewer, case: UUID) -> Home:
    """The household of a case that is open to the viewer, whether or not its support goes on; 404 otherwise."""
    known = cases.households_of(viewer, cases=[case], running=False)
    home = home_of(viewer, known[0], phones=False) if known else None
    if home is None:
        raise Http404
    return home


def member_at(home: Home, person: UUID) -> MemberFace:
    found = next((member for member in home.page.members if member.face.person == person), None)
    if found is None:
        raise Http404
    return found


def member_choices(home: Home) -> list[tuple[str, str]]:
    return [(str(member.face.person), member.face.called) for member in home.page.members]


def _entered(viewer: Viewer, at: datetime, said: dict[str, Any]) -> UUID:
    return enter_person(
        by=viewer,
        at=at,
        name=said["name"],
        kana=said["kana"],
        birth=said["birth"],
        sex=Sex(said["sex"] or Sex.UNKNOWN),
        phone=said["phone"],
    ).pk


def _index_page(viewer: Viewer, case: UUID, form: HouseholdNameForm | None = None, status: int = 200) -> Page:
    home = home_at(viewer, case)
    initial = {"name": home.page.name, "area": home.page.area}
    values = {
        "case": case,
        "home": home.page,
        "members": [_row(member) for member in home.page.members],
        "former": [_row(member) for member in home.page.former if member.since != member.until],
        "figure": pictured(home, {}),
        "form": form or HouseholdNameForm(initial=initial, areas=area_choices(viewer)),
        "open": form is not None,
        "story": [_change(one) for one in households.history(viewer, home.page.household)],
    }
    return Page("desk/members.html", values, status=status)


def _new_page(home: Home, case: UUID, form: NewcomerForm, status: int = 200) -> Page:
    return Page("desk/member_new.html", {"home": home.page, "case": case, "form": form}, status=status)


def _member_page(viewer: Viewer, case: UUID, person: UUID, **sent: Any) -> Page:
    home = home_at(viewer, case)
    member = member_at(home, person)
    initial = {"relation": member.relation, "was": member.relation, "seen": True}
    values = {
        "home": home.page,
        "case": case,
        "row": _row(member),
        "relation": RelationForm(initial=initial),
        "leave": LeaveForm(initial={"left_on": local_day(viewer.at)}),
        **sent,
    }
    return Page("desk/member.html", values, status=422 if sent else 200)


def _row(member: MemberFace) -> dict[str, Any]:
    return {"member": member, "line": line_of(member.face), "period": period(member.since, member.until)}


def _change(one: ChangeLine) -> dict[str, str]:
    return {
        "day": say_era(one.day) if one.day else _("日は分かりません"),
        "called": one.called,
        "what": str(CHANGES[one.kind]),
        "other": one.other.name if one.other else "",
    }
