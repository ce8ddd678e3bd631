"""外の機関: teams of other bodies that work here, schools and clinics that sit at the table; on what ground, until when."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.actions import admit_member, invite_from_outside, set_reach
from marugoto.agencies.codes import KEEPS_HOUSE
from marugoto.agencies.queries.directory import called, names_of_teams, outside_teams
from marugoto.agencies.queries.membership import Guest, guests, invitable
from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.guest import end_membership
from marugoto.kernel.era import say_day, say_era
from marugoto.kernel.jst import local_day
from marugoto.web.office.forms.house import GuestEndForm, MemberForm, OutsideForm, ReachForm
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_id


@see(*KEEPS_HOUSE)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    return _page(viewer)


@act(*KEEPS_HOUSE)
def invite(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    """A school, a clinic: without accounts, until a day."""
    form = OutsideForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            invite_from_outside(
                by=viewer,
                at=at,
                newcomer=form.newcomer(),
                ground=said["ground"],
                since=said["since"],
                until=said["until"],
            )
            messages.success(
                request,
                _("%(name)sを招きました。%(day)sからは、自動で外れます。ボールは持ちません。")
                % {"name": said["name"], "day": say_day(said["until"])},
            )
            return redirect("office:guests")
    return _page(viewer, outside=form, status=422)


@act(*KEEPS_HOUSE)
def reach(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    """The telephone and the hours of an agency without accounts."""
    form = ReachForm(request.POST, teams=_called(outside_teams(viewer)))
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            row = set_reach(by=viewer, at=at, team=UUID(said["team"]), phone=said["phone"], hours=said["hours"])
            messages.success(request, _("%(name)sの電話と受付時間を書きかえました。") % {"name": row.name})
            return redirect("office:guests")
    return _page(viewer, reaching=form, status=422)


@act(*KEEPS_HOUSE)
def admit(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    """A team of another body of this installation."""
    form = MemberForm(request.POST, teams=_teams(viewer))
    if form.is_valid():
        said = form.cleaned_data
        wanted = read_id(said["team"])
        team = names_of_teams([wanted]).get(wanted) if wanted else None
        with form_errors(form):
            if team is not None:
                admit_member(
                    by=viewer, at=at, team=team, ground=said["ground"], since=said["since"], until=said["until"]
                )
                messages.success(request, _("%(team)sが加わりました。") % {"team": team.name})
                return redirect("office:guests")
    return _page(viewer, member=form, status=422)


@act(*KEEPS_HOUSE)
def end(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    """What it holds goes to the team of last resort on that day; nothing lies where nobody comes any more."""
    form = GuestEndForm(request.POST, guests=_running(guests(viewer)))
    if form.is_valid():
        said = form.cleaned_data
        wanted = read_id(said["guest"])
        with form_errors(form):
            if wanted is not None:
                end_membership(by=viewer, at=at, membership=wanted, day=said["day"], reason=said["reason"])
                messages.success(
                    request,
                    _("%(day)sから外れます。持っているボールがあれば、その日に最後の受け皿へ移ります。")
                    % {"day": say_day(said["day"])},
                )
                return redirect("office:guests")
    return _page(viewer, ending=form, status=422)


def _page(
    viewer: Viewer,
    *,
    outside: OutsideForm | None = None,
    member: MemberForm | None = None,
    ending: GuestEndForm | None = None,
    reaching: ReachForm | None = None,
    status: int = 200,
) -> Page:
    found, answering = guests(viewer), outside_teams(viewer)
    today = local_day(viewer.at)
    values: dict[str, Any] = {
        "here": [_guest(one) for one in found if one.running],
        "former": [_guest(one) for one in found if not one.running],
        "sentence": _sentence([one for one in found if one.running]),
        "answering": [{"said": called(one), "phone": one.phone, "hours": one.hours} for one in answering],
        "reaching": reaching or ReachForm(teams=_called(answering)),
        "outside": outside or OutsideForm(initial={"since": today}),
        "member": member or MemberForm(initial={"since": today}, teams=_teams(viewer)),
        "ending": ending or GuestEndForm(initial={"day": today}, guests=_running(found)),
    }
    return Page("office/guests.html", values, status=status)


def _sentence(here: list[Guest]) -> str:
    if not here:
        return _("外から加わっている機関はありません。")
    ends = [one.until for one in here if one.until]
    said = _("外から%(count)dつの機関が加わっています。") % {"count": len(here)}
    return said + (_("いちばん早い終わりは%(day)sです。") % {"day": say_day(min(ends))} if ends else "")


def _guest(one: Guest) -> dict[str, Any]:
    return {
        "said": one.said,
        "home": one.home,
        "phone": one.phone,
        "outside": one.from_outside,
        "people": "、".join(one.people),
        "ground": one.ground,
        "since": say_era(one.since),
        "until": say_era(one.until) if one.until else _("決まっていません"),
        "who": one.by_name or _("はじめの用意"),
        "reason": one.reason,
    }


def _running(found: list[Guest]) -> list[tuple[str, str]]:
    return [(str(one.id), f"{one.home} {one.said}".strip()) for one in found if one.running]


def _called(teams: Iterable[Any]) -> list[tuple[str, str]]:
    return [(str(one.pk), called(one)) for one in teams]


def _teams(viewer: Viewer) -> list[tuple[str, str]]:
    return [(str(one.team), one.said) for one in invitable(viewer)]
