"""課と団体: those outside welfare who make the town together, each on a stated ground, with what it does of its own."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.queries.calendar import standing as standing_of
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.member import admit_member, end_member, end_undertaking, undertake
from marugoto.community.codes import GroundKind, Lack, MemberKind, SystemFunction
from marugoto.community.labels import COOPERATION_SAID, GROUND_KINDS, LACKS, MEMBER_KINDS, SYSTEM_FUNCTIONS
from marugoto.community.queries import member as members
from marugoto.community.queries.member import Member, MemberPage
from marugoto.community.rules.member import ANSWER_IN, ARTICLES, may_keep, may_write_for
from marugoto.kernel.jst import local_day
from marugoto.web.shell.choices import area_choices, team_choices
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_id
from marugoto.web.town.audience import BESIDE, READERS, room_of
from marugoto.web.town.forms.member import CooperationForm, MemberEndForm, MemberForm, UndertakingForm
from marugoto.web.town.words import plain_day

KEEPERS = (Role.COMMUNITY, Role.COORDINATOR, Role.PLANNER, Role.OFFICE)


@see(*READERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    return _index(viewer, MemberForm(teams=team_choices(viewer), initial={"since": local_day(viewer.at)}))


@act(*KEEPERS)
def admit(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = MemberForm(request.POST, teams=team_choices(viewer))
    if form.is_valid():
        said = dict(form.cleaned_data)
        with form_errors(form):
            made = admit_member(by=viewer, at=at, team=read_id(said.pop("team")), **said)
            messages.success(request, _("仲間に加えました。次は、その課・団体の施策を書いてください。"))
            return redirect("town:member", standing=made.pk)
    return _index(viewer, form, status=422)


@see(*BESIDE)
def show(request: HttpRequest, viewer: Viewer, standing: UUID) -> Page:
    return member_page(viewer, standing)


@act(*KEEPERS)
def end(request: HttpRequest, viewer: Viewer, at: datetime, standing: UUID) -> Page | HttpResponse:
    form = MemberEndForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            end_member(by=viewer, at=at, member=standing, reason=form.cleaned_data["reason"])
            messages.success(request, _("一覧から外しました。していたことの記録は残ります。"))
            return redirect("town:members")
    return member_page(viewer, standing, end_form=form, status=422)


@act(*BESIDE)
def begin(request: HttpRequest, viewer: Viewer, at: datetime, standing: UUID) -> Page | HttpResponse:
    form = UndertakingForm(request.POST, areas=area_choices(viewer))
    if form.is_valid():
        with form_errors(form):
            undertake(by=viewer, at=at, member=standing, **form.cleaned_data)
            messages.success(request, _("施策を書きました。地域の部屋で、応えるものとして見えます。"))
            return redirect("town:member", standing=standing)
    return member_page(viewer, standing, undertaking_form=form, status=422)


@act(*BESIDE)
def end_one(request: HttpRequest, viewer: Viewer, at: datetime, undertaking: UUID) -> HttpResponse:
    row = end_undertaking(by=viewer, at=at, undertaking=undertaking)
    messages.success(request, _("この施策をおわりにしました。記録は残ります。"))
    return redirect("town:member", standing=row.member_id)


def member_page(
    viewer: Viewer,
    standing: UUID,
    *,
    undertaking_form: UndertakingForm | None = None,
    cooperation_form: CooperationForm | None = None,
    end_form: MemberEndForm | None = None,
    status: int = 200,
) -> Page:
    found = members.get(viewer, standing)
    if found is None or not (found.own or viewer.has(*READERS)):
        raise Http404
    values = {
        **member_values(viewer, found, undertaking_form=undertaking_form, cooperation_form=cooperation_form),
        "keeps": bool(may_keep(viewer.roles)) and found.member.ended is None,
        "end_form": end_form or MemberEndForm(),
        "articles": ARTICLES,
        **room_of(viewer, "members" if viewer.has(*READERS) else "light"),
    }
    return Page("town/member.html", values, status=status)


def member_values(
    viewer: Viewer,
    found: MemberPage,
    *,
    undertaking_form: UndertakingForm | None = None,
    cooperation_form: CooperationForm | None = None,
) -> dict[str, Any]:
    """What a member's page and its light desk have in common."""
    today, row = local_day(viewer.at), found.member
    due = viewer.calendar.add(today, ANSWER_IN)
    areas = area_choices(viewer)
    return {
        "member": row,
        "ground": ground_words(row),
        "kind": MEMBER_KINDS[MemberKind(row.kind)],
        "since": plain_day(row.since, today),
        "undertakings": [_undertaking(viewer, one) for one in found.undertakings],
        "cooperations": [_cooperation(viewer, one) for one in found.cooperations],
        "writes": bool(may_write_for(viewer.roles, own=found.own, running=row.ended is None)),
        "undertaking_form": undertaking_form or UndertakingForm(areas=areas, initial={"since": today}),
        "cooperation_form": cooperation_form
        or CooperationForm(teams=team_choices(viewer, without_own=found.own), initial={"answer_by": due}),
    }


def ground_words(row: Member) -> str:
    return f"{GROUND_KINDS[GroundKind(row.ground)]}: {row.ground_words}"


def _undertaking(viewer: Viewer, one: Any) -> dict[str, Any]:
    today = local_day(viewer.at)
    return {
        "one": one,
        "lack": LACKS[Lack(one.lack)],
        "serves": SYSTEM_FUNCTIONS[SystemFunction(one.serves)] if one.serves else "",
        "area": standing_of(viewer.body).districts.get(one.area, _("市のどこでも")),
        "since": plain_day(one.since, today),
        "until": plain_day(one.until, today) if one.until else "",
    }


def _cooperation(viewer: Viewer, one: Any) -> dict[str, Any]:
    today, answer = local_day(viewer.at), getattr(one, "answer", None)
    return {
        "one": one,
        "said": COOPERATION_SAID[answer.said] if answer else "",
        "due": plain_day(one.answer_by, today),
        "late": answer is None and one.answer_by < today,
    }


def _index(viewer: Viewer, form: MemberForm, status: int = 200) -> Page:
    found = members.members(viewer)
    values = {
        "rows": [
            {
                "line": line,
                "kind": MEMBER_KINDS[MemberKind(line.member.kind)],
                "ground": ground_words(line.member),
                "since": plain_day(line.member.since, local_day(viewer.at)),
            }
            for line in found
        ],
        "without": sum(not line.does for line in found),
        "articles": ARTICLES,
        "keeps": bool(may_keep(viewer.roles)),
        "form": form,
        **room_of(viewer, "members"),
    }
    return Page("town/members.html", values, status=status)
