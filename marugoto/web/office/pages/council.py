"""会議体: the bodies in which agencies sit together by law, as this municipality set them up; beside the grounds that they stand on."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import KEEPS_HOUSE
from marugoto.agencies.queries.directory import called, duties_at_the_table, teams
from marugoto.agencies.viewer import Viewer
from marugoto.conferences.actions.council import end_membership
from marugoto.disclosure.actions.council import (
    Order,
    add_council_member,
    end_council,
    enter_council,
    write_council_text,
)
from marugoto.disclosure.codes import MemberSort, NoticeKind
from marugoto.disclosure.labels import MEMBER_SORTS, NOTICES
from marugoto.disclosure.queries.council import CouncilLine, MemberLine, councils
from marugoto.kernel.era import say_day, say_era
from marugoto.kernel.jst import local_day
from marugoto.web.office.forms.council import CouncilEndForm, CouncilForm, CouncilMemberForm, CouncilTextForm
from marugoto.web.office.pages.basis import READERS
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_id

MEMBER, WHOLE = "member:", "council:"  # how an ending says what it ends


@see(*READERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    return _page(viewer)


@act(*KEEPS_HOUSE)
def enter(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = CouncilForm(request.POST, teams=_teams(viewer))
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            row = enter_council(
                by=viewer,
                at=at,
                kind=form.kind_code(),
                name=said["name"],
                order=Order(NoticeKind(said["notice_kind"]), said["notice"], said["notice_day"]),
                since=said["council_since"],
                coordinator=read_id(said["coordinator"]),
            )
            messages.success(request, _("「%(name)s」を入れました。次は構成員です。") % {"name": row.name})
            return redirect("office:councils")
    return _page(viewer, form=form)


@act(*KEEPS_HOUSE)
def member(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = CouncilMemberForm(request.POST, **_choices(viewer))
    if form.is_valid():
        said, council = form.cleaned_data, read_id(form.cleaned_data["council"])
        with form_errors(form):
            if council is not None:
                add_council_member(
                    by=viewer,
                    at=at,
                    council=council,
                    sort=MemberSort(said["sort"]),
                    since=said["member_since"],
                    until=said["member_until"],
                    agency=read_id(said["agency"]),
                    duty=read_id(said["duty"]),
                    name=said["person"],
                )
                messages.success(request, _("構成員を入れました。"))
                return redirect("office:councils")
    return _page(viewer, member_form=form)


@act(*KEEPS_HOUSE)
def text(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = CouncilTextForm(request.POST, councils=_running(councils(viewer)))
    if form.is_valid():
        said, council = form.cleaned_data, read_id(form.cleaned_data["council"])
        with form_errors(form):
            if council is not None:
                row = write_council_text(
                    by=viewer, at=at, council=council, words=said["words"], since=said["text_since"]
                )
                messages.success(request, _("誓約の文を第%(n)d版にしました。") % {"n": row.version})
                return redirect("office:councils")
    return _page(viewer, text_form=form)


@act(*KEEPS_HOUSE)
def end(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    """A membership, or the whole body."""
    form = CouncilEndForm(request.POST, which=_endable(councils(viewer)))
    if form.is_valid():
        said = form.cleaned_data
        how: dict[str, Any] = {"by": viewer, "at": at, "day": said["day"], "reason": said["reason"]}
        wanted = read_id(said["which"].partition(":")[2])
        with form_errors(form):
            if wanted is not None and said["which"].startswith(MEMBER):
                end_membership(member=wanted, **how)
            elif wanted is not None:
                end_council(council=wanted, **how)
            messages.success(request, _("%(day)sから、終わりになります。") % {"day": say_day(said["day"])})
            return redirect("office:councils")
    return _page(viewer, end_form=form)


def _page(viewer: Viewer, **sent: Any) -> Page:
    found, today = councils(viewer), local_day(viewer.at)
    keeps = viewer.keeps_house
    values: dict[str, Any] = {
        "here": [_council(one) for one in found if one.running or one.until is None],
        "former": [_council(one) for one in found if not (one.running or one.until is None)],
        "sentence": _sentence([one for one in found if one.running]),
        "keeps": keeps,
        **(_forms(viewer, found, today) if keeps else {}),
        **sent,
    }
    return Page("office/councils.html", values, status=422 if sent else 200)


def _forms(viewer: Viewer, found: list[CouncilLine], today: Any) -> dict[str, Any]:
    running, endable = _running(found), _endable(found)
    known = teams(viewer)
    choices = _choices(viewer, found, known)
    called_teams = [(str(team.pk), called(team)) for team in known]
    return {
        "form": CouncilForm(teams=called_teams, initial={"council_since": today}),
        "member_form": CouncilMemberForm(initial={"member_since": today}, **choices) if running else None,
        "text_form": CouncilTextForm(councils=running, initial={"text_since": today}) if running else None,
        "end_form": CouncilEndForm(which=endable, initial={"day": today}) if endable else None,
    }


def _council(one: CouncilLine) -> dict[str, Any]:
    return {
        "line": one,
        "notice": f"{NOTICES[one.notice_kind]} {one.notice}",
        "notice_day": say_era(one.notice_day),
        "since": say_era(one.since),
        "until": say_era(one.until) if one.until else "",
        "members": [_member(each) for each in one.members],
        "count": sum(each.running for each in one.members),
    }


def _member(one: MemberLine) -> dict[str, Any]:
    return {
        "line": one,
        "sort": MEMBER_SORTS[one.sort],
        "since": say_era(one.since),
        "until": say_era(one.until) if one.until else "",
    }


def _sentence(running: list[CouncilLine]) -> str:
    if not running:
        return _("会議体は、まだ一つも入っていません。")
    empty = [one.name for one in running if not any(each.running for each in one.members)]
    said = _("いま動いている会議体は%(count)dつです。") % {"count": len(running)}
    return said + (_("「%(name)s」には、まだ構成員が入っていません。") % {"name": empty[0]} if empty else "")


def _teams(viewer: Viewer) -> list[tuple[str, str]]:
    return [(str(team.pk), called(team)) for team in teams(viewer)]


def _choices(
    viewer: Viewer, found: list[CouncilLine] | None = None, known: list[Any] | None = None
) -> dict[str, list[tuple[str, str]]]:
    agencies = {team.agency_id: team.agency.name for team in known or teams(viewer)}
    duties = [
        (str(duty.pk), f"{duty.team.agency.short} {duty.worker.name}({duty.name})")
        for duty in duties_at_the_table(viewer)
    ]
    return {
        "councils": _running(councils(viewer) if found is None else found),
        "agencies": [(str(pk), name) for pk, name in sorted(agencies.items(), key=lambda one: one[1])],
        "duties": duties,
    }


def _running(found: list[CouncilLine]) -> list[tuple[str, str]]:
    return [(str(one.council), one.name) for one in found if one.running or one.until is None]


def _endable(found: list[CouncilLine]) -> list[tuple[str, str]]:
    said = []
    for one in found:
        if one.until is None:
            said += [
                (f"{MEMBER}{each.member}", f"{one.name} — {each.said} {each.person}".strip())
                for each in one.members
                if each.running and not each.reason
            ]
            said.append((f"{WHOLE}{one.council}", _("%(name)s の全体") % {"name": one.name}))
    return said
