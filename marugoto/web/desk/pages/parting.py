"""A household becomes two, or two become one."""

from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.case import open_case
from marugoto.kernel.jst import local_day
from marugoto.people.actions import household as homes
from marugoto.people.queries.home import Home
from marugoto.web.desk.forms.member import MergeForm, SplitForm
from marugoto.web.desk.pages.member import home_at, member_choices
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.homes import homes_of, look_up
from marugoto.web.shell.ids import read_id

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)


@see(*CASEWORK)
def split_show(request: HttpRequest, viewer: Viewer, case: UUID) -> Page:
    home = home_at(viewer, case)
    return _split_page(home, case, SplitForm(members=member_choices(home), initial={"day": local_day(viewer.at)}))


@act(*CASEWORK)
def split(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID) -> Page | HttpResponse:
    home = home_at(viewer, case)
    form = SplitForm(request.POST, members=member_choices(home))
    if form.is_valid():
        said = form.cleaned_data
        persons = [UUID(person) for person in said["persons"]]
        with form_errors(form):
            new = homes.split(
                by=viewer, at=at, household=home.page.household, persons=persons, name=said["name"], day=said["day"]
            )
            if not said["go_on"]:
                messages.success(request, _("分けました。新しい世帯の支援は、まだ始まっていません。"))
                return redirect("desk:members", case=case)
            opened = open_case(by=viewer, at=at, household=new.pk)
            messages.success(request, _("分けて、新しい世帯の支援を始めました。まとめ役はあなたの係です。"))
            return redirect("desk:household", case=opened.pk)
    return _split_page(home, case, form, status=422)


@see(*CASEWORK)
def merge_show(request: HttpRequest, viewer: Viewer, case: UUID) -> Page:
    home = home_at(viewer, case)
    return _merge_page(home, case, MergeForm(homes=[], initial={"day": local_day(viewer.at)}))


@act(*CASEWORK)
def merge(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID) -> Page | HttpResponse:
    home = home_at(viewer, case)
    form, going_on = _sent(request, viewer, home)
    if "find" in request.POST:
        written = {name: words for name, words in request.POST.items() if words}
        return _merge_page(home, case, MergeForm(homes=offered(form), initial={"day": local_day(at)} | written))
    if form.is_valid():
        other = UUID(form.cleaned_data["other"])
        with form_errors(form):
            homes.merge(by=viewer, at=at, household=home.page.household, other=other, day=form.cleaned_data["day"])
            messages.success(request, _("いっしょの世帯にしました。") + _still(going_on.get(other)))
            return redirect("desk:members", case=case)
    return _merge_page(home, case, form, status=422)


def _sent(request: HttpRequest, viewer: Viewer, home: Home) -> tuple[MergeForm, dict[UUID, UUID | None]]:
    """The form with what the words find and what was chosen; and by household the support that goes on for it."""
    chosen = read_id(request.POST.get("other", ""))
    found = [*homes_of(viewer, [chosen] if chosen else []), *look_up(viewer, request.POST.get("words", "")).rows]
    others = {one.household: one for one in found if one.household != home.page.household}
    form = MergeForm(request.POST, homes=[(str(one.household), one.label) for one in others.values()])
    return form, {one.household: one.case for one in others.values()}


def offered(form: MergeForm) -> list[tuple[str, str]]:
    return list(cast(Any, form.fields["other"]).choices)


def _still(case: UUID | None) -> str:
    """Nothing falls through: the other household's balls are where they were."""
    return _("もう一つの世帯の支援とボールは、そのままです。続けるか、おわりにするかを決めてください。") if case else ""


def _split_page(home: Home, case: UUID, form: SplitForm, status: int = 200) -> Page:
    return Page("desk/split.html", {"home": home.page, "case": case, "form": form}, status=status)


def _merge_page(home: Home, case: UUID, form: MergeForm, status: int = 200) -> Page:
    looked = form["words"].value()
    values = {"home": home.page, "case": case, "form": form, "found": bool(offered(form)), "looked": looked}
    return Page("desk/merge.html", values, status=status)
