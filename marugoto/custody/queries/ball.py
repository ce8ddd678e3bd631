"""Lists of balls: what we hold, what is offered, what lies where in the whole body, and the story of one ball."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from marugoto.agencies.models import TeamEnding
from marugoto.agencies.queries.absence import back_on
from marugoto.agencies.queries.directory import worker_name
from marugoto.agencies.viewer import Viewer
from marugoto.custody.codes import BallState, EndingKind, How, MatterKind, Urgency
from marugoto.custody.models import Ball, Companion, Holding, Offer
from marugoto.custody.queries.face import BallFace, TeamName, as_faces, team_name
from marugoto.custody.queries.now import FACES_OF_MATTERS, balls_as_they_are, read_for_faces
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
    looked in on, the earliest day first."""

    held: list[BallFace]
    asked: list[BallFace]
    looks: list[BallFace]


@dataclass(frozen=True)
class TowerTable(Table):
    """Beside what is ours: where somebody called for help, where nobody answered lately, for whom we act until a day, where we move along."""

    stuck: list[BallFace]
    lapsed: list[BallFace]
    kept: list[BallFace]
    beside: list[BallFace]


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
    """What we hold, what waits for our answer and on what we look in today, in two queries; without companions, which no list of
    the day shows. `teams`: also those of the same worker's other hats, so that a day is one day however many hats there are."""
    teams = teams | {viewer.team}
    ours = Q(settlement=None) & (Q(holder__in=teams) | Q(open_offer__to__in=teams))
    balls = balls_as_they_are(viewer.body, local_day(viewer.at)).filter(ours | _looks(viewer, teams))
    with_deputy = balls.annotate(stood_in_until=back_on(viewer, "in_charge"))
    return Table(**_ours(viewer, as_faces(viewer, read_for_faces(with_deputy, *OWN), companions=False), teams))


def of_the_day(held: Iterable[BallFace]) -> list[BallFace]:
    """What a list of the day shows of what is held: a household's own ball only where nobody touches it, for its needs have theirs."""
    return [face for face in held if face.matter_kind is not MatterKind.CASE or face.unattended]


def _looks(viewer: Viewer, teams: frozenset[UUID]) -> Q:
    """Ended, led by us to its end, and the day of looking in has come."""
    return Q(look_on__lte=local_day(viewer.at), holder__in=teams)


def _ours(viewer: Viewer, found: Iterable[BallFace], teams: frozenset[UUID]) -> dict[str, list[BallFace]]:
    running = [face for face in found if face.settled_at is None]
    asked = [face for face in running if face.offered_to is not None and face.offered_to.id in teams]
    today = local_day(viewer.at)
    return {
        "held": _sorted([face for face in running if face.holder.id in teams]),
        "asked": sorted(asked, key=lambda face: (face.due or today, face.number)),
        "looks": sorted(
            (face for face in found if face.settled_at is not None),
            key=lambda face: (face.look_on or today, face.number),
        ),
    }


@looking_from_the_tower
def on_the_towers_table(viewer: Viewer, teams: frozenset[UUID] = frozenset()) -> TowerTable:
    """What is ours (`teams` as above), and what asks for whoever oversees: one query for all of it. Where the team that led is no
    more, the control tower looks in."""
    teams = teams | {viewer.team}
    lapsed = Offer.objects.within(viewer.body).filter(
        ball=OuterRef("pk"),
        made_at__gte=OuterRef("since"),
        ended__kind=EndingKind.LAPSED,
        ended__at__gte=viewer.at - LAPSED_FOR,
    )
    beside = Companion.objects.within(viewer.body).filter(ball=OuterRef("pk"), team=viewer.team, until=None)
    gone = TeamEnding.objects.everywhere("looked up by its team").filter(
        team=OuterRef("holder"), day__lte=local_day(viewer.at)
    )
    balls = balls_as_they_are(viewer.body, local_day(viewer.at)).annotate(
        lapsed=Exists(lapsed), beside=Exists(beside), stood_in_until=back_on(viewer, "in_charge")
    )
    ours = Q(holder__in=teams) | Q(open_offer__to__in=teams)
    called = Q(open_stuck__isnull=False) | Q(lapsed=True, open_offer=None) | Q(beside=True)
    called |= Q(open_rescue__team=viewer.team)
    looks = _looks(viewer, teams) | (Q(look_on__lte=local_day(viewer.at)) & Exists(gone))
    rows = read_for_faces(balls.filter(Q(settlement=None) & (ours | called) | looks), *OWN, "lapsed", "beside")
    found = dict(zip((row.pk for row in rows), as_faces(viewer, rows, companions=False), strict=True))
    return TowerTable(
        **_ours(viewer, found.values(), teams),
        stuck=_sorted([one for one in found.values() if one.stuck is not None]),
        lapsed=_sorted([found[row.pk] for row in rows if row.lapsed and found[row.pk].offer is None]),
        kept=sorted(
            (one for one in found.values() if one.kept_by is not None and one.kept_by.id == viewer.team),
            key=lambda one: (one.due or local_day(viewer.at), one.number),
        ),
        beside=_sorted([found[row.pk] for row in rows if row.beside]),
    )


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
    found = as_faces(viewer, balls_as_they_are(viewer.body, local_day(viewer.at)).filter(pk=ball))
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


def _sorted(found: list[BallFace]) -> list[BallFace]:
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
