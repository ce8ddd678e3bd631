"""Choices of forms that come from the directory."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.queries.conflict import barred
from marugoto.kernel.jst import local_day


def team_choices(viewer: Viewer, *, without_own: bool = False) -> list[tuple[str, str]]:
    """Teams that can hold a ball, as (id, agency and team). `without_own`: nobody names himself under another hat."""
    own = {viewer.team, *directory.teams_of_one(viewer)} if without_own else set()
    return [(str(team.pk), directory.called(team)) for team in directory.holding_teams(viewer) if team.pk not in own]


def asked_choices(viewer: Viewer) -> list[tuple[str, str]]:
    """Whom one can ask: teams that can hold a ball, but nobody himself under another hat; then those whose answer is heard by
    telephone, because they have no account."""
    own, there = {viewer.team, *directory.teams_of_one(viewer)}, directory.teams(viewer)
    holding = [team for team in there if team.agency.has_accounts and team.pk not in own]
    outside = [team for team in there if not team.agency.has_accounts and team.phone]
    by_telephone = _("%(team)s(電話で返事を聞く)")
    return [
        *((str(team.pk), directory.called(team)) for team in holding),
        *((str(team.pk), by_telephone % {"team": directory.called(team)}) for team in outside),
    ]


def area_choices(viewer: Viewer) -> list[tuple[str, str]]:
    return [(district.code, district.name) for district in directory.districts(viewer)]


def labelled(choices: Sequence[tuple[str, str]], value: str) -> str:
    return dict(choices).get(value, "")


def colleague_choices(viewer: Viewer, *, matter: UUID | None = None) -> list[tuple[str, str]]:
    """Who works in the viewer's team under this body, the viewer too: one query. `matter`: without those who must not see it."""
    found = directory.duties_of_team(viewer.team, local_day(viewer.at))
    out = barred(viewer, [matter]).get(matter, frozenset()) if matter else frozenset()
    return [
        (str(duty.pk), f"{duty.worker.name}({duty.name})")
        for duty in found
        if duty.body == viewer.body and duty.worker_id not in out
    ]
