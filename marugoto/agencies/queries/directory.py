"""The directory: bodies, agencies, teams and workers by name; no resident stands in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, Count, DateField, Exists, F, OuterRef, Q, QuerySet, Subquery, UUIDField

from marugoto.agencies.codes import Field, Role
from marugoto.agencies.models import Body, BodyProfile, District, Duty, DutyEnding, Membership, Team, TeamEnding
from marugoto.agencies.queries.membership import memberships_in_force
from marugoto.agencies.queries.viewer import duties_in_force, suspended
from marugoto.agencies.viewer import Viewer
from marugoto.ground.question import Among, Ids, Question, put_together_once
from marugoto.kernel.jst import local_day


def bodies() -> list[Body]:
    return list(Body.objects.order_by("code"))


@dataclass(frozen=True)
class Municipality:
    """What a prefecture knows of a municipality without reading anything of it."""

    code: str
    name: str
    population: int | None
    multilayered: bool
    welfare_office: bool


def municipalities_of(prefecture: str, day: date) -> list[Municipality]:
    """The municipalities of a prefecture, in the order of their codes: two queries."""
    rows = list(Body.objects.filter(prefecture=prefecture).order_by("code"))
    said = BodyProfile.objects.everywhere("public differences of municipalities").filter(
        Q(until=None) | Q(until__gt=day), since__lte=day, body__in=[row.code for row in rows], value="yes"
    )
    yes = {(one.body, one.name) for one in said}
    return [
        Municipality(
            row.code, row.name, row.population, (row.code, "multilayered") in yes, (row.code, "welfare_office") in yes
        )
        for row in rows
    ]


def body(code: str) -> Body:
    """Raises Body.DoesNotExist."""
    return Body.objects.select_related("prefecture").get(pk=code)


def profile(body: str, day: date) -> dict[str, str]:
    """The body's differences in force on that day."""
    return {row.name: row.value for row in _PROFILE.ask(body=body, day=day)}


def districts(viewer: Viewer) -> list[District]:
    return list(District.objects.within(viewer.body).order_by("code"))


def teams(viewer: Viewer) -> list[Team]:
    """Teams that can take part in the viewer's body on that day, its own and those of members, by agency and name."""
    return _TEAMS.ask(body=viewer.body, day=local_day(viewer.at))


def standing_among(viewer: Viewer, teams: set[UUID]) -> set[UUID]:
    """Which of these take part in the viewer's body on that day."""
    if not teams:
        return set()
    rows: list[Any] = _STANDING_AMONG.ask(body=viewer.body, day=local_day(viewer.at), teams=teams)
    return {row.pk for row in rows}


def holding_teams(viewer: Viewer) -> list[Team]:
    """Teams that can hold a ball: an agency without accounts never does."""
    return [team for team in teams(viewer) if team.agency.has_accounts]


def outside_teams(viewer: Viewer) -> list[Team]:
    """Teams of agencies without accounts: they are asked, and answer, by telephone."""
    return [team for team in teams(viewer) if not team.agency.has_accounts]


def teams_of_one(viewer: Viewer) -> set[UUID]:
    """Teams in which nobody works in this body but the viewer, under another hat: one query."""
    own = duties_in_force(local_day(viewer.at)).filter(worker=viewer.worker, body=viewer.body).values("team_id")
    there: dict[UUID, set[UUID]] = {}
    for team, worker in (
        duties_in_force(local_day(viewer.at))
        .filter(body=viewer.body, team_id__in=own)
        .values_list("team_id", "worker_id")
    ):
        there.setdefault(team, set()).add(worker)
    return {team for team, workers in there.items() if workers == {viewer.worker}}


def community_teams(viewer: Viewer) -> list[Team]:
    """Teams that develop places: those in which somebody who signs in works for the community that day, for nobody else would ever
    read what they are told; where there is none, the team of last resort; nothing where the body has not even that."""
    day = local_day(viewer.at)
    duties = duties_in_force(day).filter(body=viewer.body, roles__contains=Role.COMMUNITY, worker__user__is_active=True)
    found = list(_standing(viewer.body, day).filter(pk__in=duties.values("team_id")).order_by("name"))
    return found or _LAST_RESORT.ask(body=viewer.body)[:1]


def called(team: Team) -> str:
    """「福祉総合相談課 相談支援係」; once where both are the same."""
    return team.name if team.name == team.agency.name else f"{team.agency.short} {team.name}"


def team(viewer: Viewer, team: UUID) -> Team | None:
    return _standing(viewer.body, local_day(viewer.at)).filter(pk=team).first()


def staying_team(viewer: Viewer, team: UUID) -> Team | None:
    """A team that takes part on that day and of which no last day is known."""
    return _STAYING.first(body=viewer.body, day=local_day(viewer.at), team=team)


def own_staff(viewer: Viewer) -> bool:
    """Guests of another body (Membership) work here, but are not asked into the house's index and records."""
    return Team.objects.within(viewer.body).filter(pk=viewer.team).exists()


def of_one_house(viewer: Viewer, team: Team) -> bool:
    """The viewer's own team and that one."""
    if team.agency_id == viewer.agency:
        return True
    own = Team.objects.everywhere("the viewer's own").select_related("agency").get(pk=viewer.team)
    return one_house(viewer.body, own, team)


def one_house(body: str, one: Team, other: Team) -> bool:
    """The same agency, or two divisions of the body itself: nobody under contract, no guest of another body, and not the board of
    education on one side only, which is an organ of its own beside the mayor (地方自治法180条の5)."""
    if one.agency_id == other.agency_id:
        return True
    divisions = one.body == other.body == body and not one.agency.contracted and not other.agency.contracted
    return divisions and (one.agency.field == Field.EDUCATION) == (other.agency.field == Field.EDUCATION)


def own_organ(body: str, giver: Team, decider: Team) -> bool:
    """The decider's team is the body's own, and of the same organ as the giver. What an agency under contract or a guest gives is
    the body's: its mayor's side answers for it."""
    if decider.body != body or decider.agency.contracted:
        return False
    if giver.body == body and not giver.agency.contracted:
        return one_house(body, giver, decider)
    return decider.agency.field != Field.EDUCATION


def last_resort(body: str) -> Team:
    return _LAST_RESORT.one(body=body)


def control_tower(body: str, day: date) -> Team:
    """The team of 多機関協働; where none is named, or it ended or has nobody left, the team of last resort."""
    return _TOWER.first(body=body, day=day) or last_resort(body)


def duties_of_team(team: UUID, day: date) -> list[Duty]:
    """Who can be in charge in that team on that day, and come in; under another body, while the team is a member there."""
    return _OF_TEAM.ask(team=team, day=day)


def duties_at_the_table(viewer: Viewer) -> list[Duty]:
    """Everybody who may be asked to a conference of the viewer's body on that day, by agency and name: two queries."""
    rows = _at_the_table(viewer).select_related("worker", "team__agency")
    return list(rows.order_by("team__agency__name", "worker__kana"))


def people_of_agencies(viewer: Viewer) -> dict[UUID, int]:
    """How many people work in each agency that day, whoever wears two hats there counted once: one query."""
    counted = _at_the_table(viewer).values("team__agency").annotate(people=Count("worker", distinct=True))
    return dict(counted.order_by().values_list("team__agency", "people"))


def _at_the_table(viewer: Viewer) -> QuerySet[Duty]:
    day = local_day(viewer.at)
    ended = DutyEnding.objects.everywhere("looked up by its duty").filter(
        duty=OuterRef("pk"), day__lte=day, taken_back=None
    )
    rows = Duty.objects.within(viewer.body).filter(Q(until=None) | Q(until__gt=day), ~Exists(ended), since__lte=day)
    member = memberships_in_force(day).filter(team=OuterRef("team"), body=viewer.body)
    return rows.filter(Q(team__body=viewer.body) | Exists(member))


def duties_of_worker(viewer: Viewer) -> set[UUID]:
    """All hats the viewer wears or wore in this body, also those that ended: what was done under them was done by one person."""
    return set(Duty.objects.within(viewer.body).filter(worker=viewer.worker).values_list("pk", flat=True))


def names_of_teams(ids: Iterable[UUID]) -> dict[UUID, Team]:
    """Teams by id, with their agencies, closed ones included: one query for a page."""
    found = Team.objects.everywhere("names on rows the viewer sees already").select_related("agency")
    return {team.pk: team for team in found.filter(pk__in=set(ids))}


def names_of_duties(ids: Iterable[UUID]) -> dict[UUID, Duty]:
    """Duties by id, with worker and team: one query for a page."""
    found = Duty.objects.everywhere("names on rows the viewer sees already").select_related("worker", "team__agency")
    return {duty.pk: duty for duty in found.filter(pk__in=set(ids))}


def worker_name(duty: str) -> Subquery:
    """For a row the viewer sees already: who acted under the duty in that column; nothing for the system."""
    hats = Duty.objects.everywhere("the name on a row the viewer sees already").filter(pk=OuterRef(duty))
    return Subquery(hats.values("worker__name")[:1])


@put_together_once
def _standing(body: str, day: date) -> QuerySet[Team]:
    ended = TeamEnding.objects.everywhere("looked up by its team").filter(team=OuterRef("pk"), day__lte=day)
    guest = memberships_in_force(day).filter(body=body, team=OuterRef("pk"))
    invited = Membership.objects.within(body).filter(
        team=OuterRef("pk")
    )  # from outside: here only while it is a member
    return (
        Team.objects.everywhere("own teams and members of the body")
        .filter(Q(Q(body=body), ~Exists(invited)) | Exists(guest), ~Exists(ended))
        .select_related("agency", "district", "head__worker")
    )


def staffed_teams(body: str, day: date) -> QuerySet[Team]:
    """Teams that take part in the body on that day and in which somebody can come in; to be asked within another question."""
    there = duties_in_force(day).filter(~suspended(day), body=body).values("team")
    return _standing(body, day).select_related(None).filter(pk__in=there)


def _standing_among(body: str, day: date, teams: Any) -> QuerySet[Any]:
    return _standing(body, day).select_related(None).filter(Among("pk", teams)).values_list("pk")


def _staying(body: str, day: date, team: UUID) -> QuerySet[Team]:
    ending = TeamEnding.objects.everywhere("looked up by its team").filter(team=OuterRef("pk"))
    return _standing(body, day).filter(~Exists(ending), pk=team)


def _of_team(team: UUID, day: date) -> QuerySet[Duty]:
    ended = DutyEnding.objects.everywhere("looked up by its duty").filter(
        duty=OuterRef("pk"), day__lte=day, taken_back=None
    )
    member = memberships_in_force(day).filter(team=team, body=OuterRef("body"))
    return (
        Duty.objects.everywhere("a team may belong to another body")
        .filter(Q(until=None) | Q(until__gt=day), ~Exists(ended), ~suspended(day), team=team, since__lte=day)
        .filter(Q(team__body=F("body")) | Exists(member))
        .select_related("worker")
        .order_by("since", "worker__kana")
    )


def _last_resort(body: str) -> QuerySet[Team]:
    return Team.objects.within(body).select_related("agency").filter(last_resort=True)


def _tower(body: str, day: date) -> QuerySet[Team]:
    ended = TeamEnding.objects.everywhere("looked up by its team").filter(team=OuterRef("pk"))
    gone = DutyEnding.objects.everywhere("looked up by its duty").filter(
        duty=OuterRef("pk"), day__lte=day, taken_back=None
    )
    people = Duty.objects.everywhere("a team may belong to another body").filter(
        Q(until=None) | Q(until__gt=day), ~Exists(gone), ~suspended(day), team=OuterRef("pk"), since__lte=day
    )
    named = Team.objects.within(body).select_related("agency")
    return named.filter(~Exists(ended), Exists(people), control_tower=True).order_by("pk")


def _profile(body: str, day: date) -> QuerySet[BodyProfile]:
    rows = BodyProfile.objects.within(body).filter(Q(until=None) | Q(until__gt=day), since__lte=day)
    return rows.order_by("since")


def _teams(body: str, day: date) -> QuerySet[Team]:
    return _standing(body, day).order_by("agency__field", "agency__name", "name")


# Asked by every deed with a ball.
_PROFILE = Question(_profile, body=CharField(), day=DateField())
_TEAMS = Question(_teams, body=CharField(), day=DateField())
_STANDING_AMONG = Question(_standing_among, body=CharField(), day=DateField(), teams=Ids())
_STAYING = Question(_staying, body=CharField(), day=DateField(), team=UUIDField())
_OF_TEAM = Question(_of_team, team=UUIDField(), day=DateField())
_LAST_RESORT = Question(_last_resort, body=CharField())
_TOWER = Question(_tower, body=CharField(), day=DateField())
