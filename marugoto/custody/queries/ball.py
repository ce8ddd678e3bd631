"""Lists of balls: what we hold, what is offered, what lies where in the whole body, and the story of one ball."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypedDict, TypeVar
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from marugoto.agencies.queries.absence import STAND_IN, back_on, stand_in
from marugoto.agencies.queries.directory import staffed_teams, worker_name
from marugoto.agencies.viewer import Viewer
from marugoto.custody.codes import BallState, EndingKind, How, MatterKind, Urgency
from marugoto.custody.models import Ball, Companion, Holding, Offer, Rescue, Stuck
from marugoto.custody.queries.face import BallFace, Lying, TeamName, as_faces, as_they_lie, team_name, unsaid_of
from marugoto.custody.queries.now import (
    FACES_OF_BALLS,
    FACES_OF_MATTERS,
    balls_as_they_are,
    read_as_they_lie,
    read_for_faces,
)
from marugoto.ground.transaction import looking, looking_from_the_tower
from marugoto.kernel.jst import local_day

LATEST = 20
LAPSED_FOR = timedelta(days=14)  # so long the control tower is shown that an answer did not come
# What asks for help or haste stands at the top; within a state what cannot wait, then the longest lying first.
ORDER = (
    BallState.STUCK,
    BallState.LATE,
    BallState.OFFERED,
    BallState.DECLINED,
    BallState.KEPT,
    BallState.HELD,
    BallState.SETTLED,
)


HASTE = tuple(Urgency)
OWN = ("stood_in_until",)
Placed = TypeVar("Placed", BallFace, Lying)


@dataclass(frozen=True)
class Stretch:
    """One holding of a ball's story; `until` is empty for the one that lasts. `by_name` is empty for the system."""

    team: TeamName
    in_charge: str
    since: datetime
    until: datetime | None
    how: How
    by_name: str


@dataclass(frozen=True)
class Table:
    """A team's table: what it holds, most pressing first; what waits for its answer, earliest due first; what has ended and is
    looked in on, the earliest day first. The faces of those that are shown are read with `faces_of`."""

    held: list[Lying]
    asked: list[Lying]
    looks: list[Lying]


@dataclass(frozen=True)
class TowerTable(Table):
    """Beside what is ours: where somebody called for help, where nobody answered lately, for whom we act until a day, where we move along."""

    stuck: list[Lying]
    lapsed: list[Lying]
    kept: list[Lying]
    beside: list[Lying]


@looking_from_the_tower
def held_by_team(viewer: Viewer) -> list[BallFace]:
    """Open balls in the hands of the viewer's team, what is most pressing first."""
    return _sorted(as_faces(viewer, _open(viewer).filter(holder=viewer.team)))


@looking_from_the_tower
def offered_to_us(viewer: Viewer) -> list[BallFace]:
    """Waiting for our answer, the earliest due day first."""
    faces = as_faces(viewer, _open(viewer).filter(open_offer__to=viewer.team))
    return sorted(faces, key=lambda face: (face.due or local_day(viewer.at), face.number))


@looking_from_the_tower
def offered_by_us(viewer: Viewer) -> list[BallFace]:
    """We hold these, and wait for another team's answer."""
    faces = as_faces(viewer, _open(viewer).filter(holder=viewer.team, open_offer__isnull=False))
    return sorted(faces, key=lambda face: (face.due or local_day(viewer.at), face.number))


@looking_from_the_tower
def on_our_table(viewer: Viewer, teams: frozenset[UUID] = frozenset()) -> Table:
    """What we hold, what waits for our answer and on what we look in today, in one query. `teams`: also those of the same worker's
    other hats, so that a day is one day however many hats there are."""
    teams = teams | {viewer.team}
    balls = balls_as_they_are(viewer.body, local_day(viewer.at)).filter(
        pk__in=_of_the_day(viewer, Q(holder__in=teams), teams)
    )
    rows = read_as_they_lie(balls.annotate(stood_in_until=back_on(viewer, "in_charge")), *OWN)
    return Table(**_ours(viewer, as_they_lie(viewer, rows), teams))


def _of_the_day(viewer: Viewer, looks: Q, teams: frozenset[UUID], *called: QuerySet[Any]) -> QuerySet[Any, Any]:
    """Which balls, each kind found by its own index: with one condition for all of them, all open balls of a city are looked at.
    `looks`: where we look in once the day has come; `called`: rows about a ball, which count while it is open."""
    balls = Ball.objects.within(viewer.body)
    ours = balls.filter(settlement=None, holder__in=teams)
    due = balls.filter(looks, look_on__lte=local_day(viewer.at))  # only what is settled has such a day
    asked = Offer.objects.within(viewer.body).filter(ended=None, to__in=teams)
    about = [rows.filter(ball__settlement=None).values("ball") for rows in (asked, *called)]
    return ours.values("pk").union(due.values("pk"), *about)


def of_the_day(held: Iterable[Lying]) -> list[Lying]:
    """What a list of the day shows of what is held: a household's own ball only where nobody touches it, for its needs have theirs."""
    return [face for face in held if face.matter_kind is not MatterKind.CASE or face.unattended]


class Ours(TypedDict):
    held: list[Lying]
    asked: list[Lying]
    looks: list[Lying]


def _ours(viewer: Viewer, found: Iterable[Lying], teams: frozenset[UUID]) -> Ours:
    running, today = [one for one in found if one.settled_at is None], local_day(viewer.at)
    looks = [one for one in found if one.settled_at is not None]
    return Ours(
        held=_sorted([one for one in running if one.holder in teams]),
        asked=sorted(
            (one for one in running if one.offered_to in teams), key=lambda one: (one.due or today, one.number)
        ),
        looks=sorted(looks, key=lambda one: (one.look_on or today, one.number)),
    )


@looking_from_the_tower
def on_the_towers_table(viewer: Viewer, teams: frozenset[UUID] = frozenset()) -> TowerTable:
    """What is ours (`teams` as above), and what asks for whoever oversees: one query for all of it. Where the team that led is no
    more, or nobody of it is left, the control tower looks in."""
    teams = teams | {viewer.team}
    body, day = viewer.body, local_day(viewer.at)
    lapses = Offer.objects.within(body).filter(ended__kind=EndingKind.LAPSED, ended__at__gte=viewer.at - LAPSED_FOR)
    lapsed = lapses.filter(ball=OuterRef("pk"), made_at__gte=OuterRef("since"))
    along = Companion.objects.within(body).filter(team=viewer.team, until=None)
    there = staffed_teams(body, day).values("pk")
    chosen = _of_the_day(
        viewer,
        Q(holder__in=teams) | ~Q(holder__in=there),
        teams,
        Stuck.objects.within(body).filter(answer=None),
        Rescue.objects.within(body).filter(ended=None, until__gt=day, team=viewer.team),
        lapses,
        along,
    )
    balls = balls_as_they_are(body, day).annotate(
        lapsed=Exists(lapsed),
        beside=Exists(along.filter(ball=OuterRef("pk"))),
        stood_in_until=back_on(viewer, "in_charge"),
    )
    rows = read_as_they_lie(balls.filter(pk__in=chosen), *OWN, "lapsed", "beside")
    found = dict(zip((row.pk for row in rows), as_they_lie(viewer, rows), strict=True))
    return TowerTable(
        **_ours(viewer, found.values(), teams),
        stuck=_by_call([one for one in found.values() if one.stuck is not None]),
        lapsed=_sorted([found[row.pk] for row in rows if row.lapsed and not row.open_offer__id]),
        kept=sorted(
            (one for one in found.values() if one.kept_by == viewer.team),
            key=lambda one: (one.due or local_day(viewer.at), one.number),
        ),
        beside=_sorted([found[row.pk] for row in rows if row.beside]),
    )


@looking_from_the_tower
def faces_of(viewer: Viewer, balls: Iterable[UUID]) -> dict[UUID, BallFace]:
    """By ball, without companions: one query."""
    asked = list(balls)
    rows = FACES_OF_BALLS.ask(body=viewer.body, day=local_day(viewer.at), balls=asked) if asked else []
    return {face.ball: face for face in as_faces(viewer, rows, companions=False)}


@looking_from_the_tower
def accompanied_by_us(viewer: Viewer) -> list[BallFace]:
    """Where we touch along without holding."""
    return _sorted(as_faces(viewer, _open(viewer).filter(companions__team=viewer.team, companions__until=None)))


@looking_from_the_tower
def begun_by_me(viewer: Viewer, kind: MatterKind) -> list[BallFace]:
    """The latest balls of that kind which the viewer's duty brought into being, settled ones too, the newest first."""
    begun = balls_as_they_are(viewer.body, local_day(viewer.at)).filter(
        matter_kind=kind, holdings__turn=1, holdings__by=viewer.duty
    )
    return as_faces(viewer, begun.order_by("-made_at")[:LATEST], companions=False)


@looking_from_the_tower
def faces(viewer: Viewer, matters: Iterable[UUID], *, companions: bool = True) -> dict[UUID, BallFace]:
    """Faces by matter, settled ones included; a matter that is none of this body's is absent."""
    asked = list(matters)
    wanted = FACES_OF_MATTERS.ask(body=viewer.body, day=local_day(viewer.at), matters=asked) if asked else []
    return {face.matter: face for face in as_faces(viewer, wanted, companions=companions)}


@looking_from_the_tower
def face(viewer: Viewer, ball: UUID) -> BallFace | None:
    one = balls_as_they_are(viewer.body, local_day(viewer.at)).filter(pk=ball)
    unsaid = Exists(unsaid_of(viewer.body).filter(ball=OuterRef("pk")))
    asked = one.annotate(unsaid=unsaid, **stand_in(viewer, "in_charge"))
    found = as_faces(viewer, read_for_faces(asked, "unsaid", *STAND_IN))
    return found[0] if found else None


@looking
def open_matters(viewer: Viewer, matters: Iterable[UUID]) -> set[UUID]:
    """Those of the matters that are still open: a matter is open if and only if its ball is unsettled."""
    balls = Ball.objects.within(viewer.body).filter(matter__in=set(matters), settlement=None)
    return set(balls.values_list("matter", flat=True))


@looking_from_the_tower
def history(viewer: Viewer, ball: UUID) -> list[Stretch]:
    """Who held it, from the first to the last; empty when the body has no such ball."""
    rows = list(
        Holding.objects.within(viewer.body)
        .filter(ball=ball)
        .select_related("team__agency", "in_charge__worker")
        .annotate(by_name=worker_name("by"))
        .order_by("turn")
    )
    return [
        Stretch(
            team=team_name(row.team),
            in_charge=row.in_charge.worker.name,
            since=row.since,
            until=row.until,
            how=How(row.how),
            by_name=row.by_name or "",
        )
        for row in rows
    ]


def _open(viewer: Viewer) -> QuerySet[Any]:
    return balls_as_they_are(viewer.body, local_day(viewer.at)).filter(settlement=None)


def _by_call(found: list[Lying]) -> list[Lying]:
    """Whose answer is due first."""
    return sorted(_sorted(found), key=lambda one: one.call.due if one.call else date.max)


def _sorted(found: list[Placed]) -> list[Placed]:
    return sorted(
        found,
        key=lambda face: (
            ORDER.index(face.state),
            HASTE.index(face.urgency),
            -face.unattended_days,
            face.since,
            face.number,
        ),
    )
