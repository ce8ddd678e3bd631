"""Ball faces: what the control tower and every list see of a matter. No person concerned stands in them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from marugoto.agencies.models import Team
from marugoto.agencies.viewer import Viewer
from marugoto.custody.codes import BallState, MatterKind, Outcome, Urgency
from marugoto.custody.models import Companion, Rescue
from marugoto.custody.queries.limit import limits_of
from marugoto.custody.queries.now import TEAM, read_for_faces, say_name, say_team
from marugoto.custody.rules.face import Call, Clock, Marks, Times, call_of, state_of, times_of
from marugoto.custody.rules.limit import Days
from marugoto.kernel.jst import local_day


@dataclass(frozen=True)
class TeamName:
    """`said` is how the team is called in a sentence; `short` is its agency's."""

    id: UUID
    name: str
    short: str
    said: str
    outside: bool = False  # without accounts: reached by `phone`, in its `hours`
    phone: str = ""
    hours: str = ""


@dataclass(frozen=True)
class Along(TeamName):
    """A team that moves along with the holder, since when."""

    companion: UUID | None = None
    since: datetime | None = None


@dataclass(frozen=True)
class StandIn:
    """The one in charge is away until that day; who stands in, and where to call."""

    until: date
    name: str
    phone: str


@dataclass(frozen=True)
class BallFace:
    """All days are open days of the body. `due` is the answer's, the rescue's, or the day from which the ball is unattended;
    `open_days_left` is negative when late. `offer`, `stuck` and `rescue` are ids of what is open, `declined` counts noes.
    `stood_in_until`: the one in charge is away until that day, and the viewer stands in. `call`: while help is called for, the clock
    of whoever answers."""

    ball: UUID
    number: str
    matter_kind: MatterKind
    matter: UUID
    theme: str
    urgency: Urgency
    area: str
    holder: TeamName
    in_charge: UUID
    in_charge_name: str
    begun_at: datetime
    since: datetime
    held_open_days: int
    due: date | None
    open_days_left: int | None
    state: BallState
    offered_to: TeamName | None
    offer: UUID | None
    offered_at: datetime | None
    last_touch: datetime | None
    unattended_days: int
    unattended: bool
    stuck: UUID | None
    rescue: UUID | None
    kept_by: TeamName | None
    to_be_handed_over: bool
    asked_by: UUID | None  # the team that asked the holder how it stands, and waits for a word
    asked_until: date | None  # what was directed is to be done until that day
    declined: int
    outcome: Outcome | None
    settled_at: datetime | None
    kept_open_days: int = 0  # since the control tower acts for the holder
    passes: int = 0  # how often it was offered to another team
    look_on: date | None = None  # settled, and whoever held it last looks in on that day
    companions: tuple[Along, ...] = ()
    stood_in_until: date | None = None
    call: Call | None = None
    away: StandIn | None = None  # read on a ball's own page only, as is the next
    unsaid: bool = False  # acting for the holder ended by its day, and what was learnt is still asked


@dataclass(frozen=True)
class Lying:
    """A ball among the many of a day: enough to sort and count it. Its face is read when it is shown."""

    ball: UUID
    number: str
    matter_kind: MatterKind
    matter: UUID
    urgency: Urgency
    holder: UUID
    in_charge: UUID
    since: datetime
    due: date | None
    open_days_left: int | None
    state: BallState
    offer: UUID | None
    offered_to: UUID | None
    unattended_days: int
    unattended: bool
    stuck: UUID | None
    kept_by: UUID | None
    settled_at: datetime | None
    look_on: date | None
    asked_until: date | None
    stood_in_until: date | None
    call: Call | None = None


def unsaid_of(body: str) -> QuerySet[Rescue]:
    """Acting that ended by its day, of which nobody has said what was learnt."""
    return Rescue.objects.within(body).filter(ended__by_itself=True, ended__learnt="")


def as_they_lie(viewer: Viewer, rows: Iterable[Any]) -> list[Lying]:
    """In the order of the rows, which `read_as_they_lie` found, with `stood_in_until`."""
    known = Known(viewer, local_day(viewer.at))
    return [_lying(row, known) for row in rows]


def _lying(row: Any, known: "Known") -> Lying:
    settled, marks, urgency = row.settlement is not None, _marks(row), Urgency(row.urgency)
    times = known.times_of(_clock(row), marks, urgency, known.day_of(row))
    return Lying(
        ball=row.pk,
        number=row.number,
        matter_kind=MatterKind(row.matter_kind),
        matter=row.matter,
        urgency=urgency,
        holder=row.holder,
        in_charge=row.in_charge,
        since=row.since,
        due=times.due,
        open_days_left=times.left,
        state=state_of(marks, times),
        offer=row.open_offer__id,
        offered_to=row.open_offer__to,
        unattended_days=times.unattended,
        unattended=not settled and times.unattended > known.limits[urgency].unattended,
        stuck=row.open_stuck__id,
        kept_by=row.open_rescue__team,
        settled_at=row.settlement__at,
        look_on=row.look_on if settled else None,
        asked_until=row.asked_until,
        stood_in_until=row.stood_in_until,
        call=known.call_of(row, urgency),
    )


def as_faces(viewer: Viewer, balls: QuerySet[Any] | list[Any], *, companions: bool = True) -> list[BallFace]:
    """Three queries, for ten balls or five hundred: the balls, their companions (unless not wanted), the body's limits.
    In the order of the balls: `balls_as_they_are`, or what `read_for_faces` found of them."""
    rows = balls if isinstance(balls, list) else read_for_faces(balls)
    if not rows:
        return []
    beside = companions_of(viewer, [row.pk for row in rows]) if companions else defaultdict(list)
    known = Known(viewer, local_day(viewer.at))
    return [_face(row, known, tuple(beside[row.pk])) for row in rows]


def companions_of(viewer: Viewer, balls: Collection[UUID]) -> defaultdict[UUID, list[Along]]:
    """Who goes along with each of these balls, the longest first: one query."""
    beside: defaultdict[UUID, list[Along]] = defaultdict(list)
    running_with = Companion.objects.within(viewer.body).filter(ball__in=balls, until=None)
    for companion in running_with.select_related("team__agency").order_by("since", "pk"):
        named = vars(team_name(companion.team))
        beside[companion.ball_id].append(Along(**named, companion=companion.pk, since=companion.since))
    return beside


def team_name(team: Team) -> TeamName:
    named = TeamName(id=team.pk, name=team.name, short=team.agency.short, said=say_team(team))
    return named if team.agency.has_accounts else replace(named, outside=True, phone=team.phone, hours=team.hours)


@dataclass
class Known:
    """What is the same for many balls of a list is reckoned once."""

    viewer: Viewer
    today: date
    teams: dict[UUID, TeamName] = field(default_factory=dict)
    times: dict[tuple[Clock, Marks, Urgency, date], Times] = field(default_factory=dict)

    @cached_property
    def limits(self) -> Mapping[Urgency, Days]:
        return limits_of(self.viewer.body, self.today)

    def day_of(self, row: Any) -> date:
        """Up to which its days are counted: a settled ball's clock stands still."""
        return self.today if row.settlement is None else local_day(row.settlement__at)

    def times_of(self, clock: Clock, marks: Marks, urgency: Urgency, upto: date) -> Times:
        which = (clock, marks, urgency, upto)
        if which not in self.times:
            limit, calendar = self.limits[urgency], self.viewer.calendar
            self.times[which] = times_of(clock, marks, limit=limit, today=upto, calendar=calendar)
        return self.times[which]

    def call_of(self, row: Any, urgency: Urgency) -> Call | None:
        if not row.open_stuck__id or row.settlement is not None:
            return None
        limit, calendar = self.limits[urgency], self.viewer.calendar
        return call_of(local_day(row.open_stuck__at), limit=limit, today=self.today, calendar=calendar)


def _face(row: Any, known: Known, companions: tuple[Along, ...]) -> BallFace:
    settled, marks, urgency = row.settlement is not None, _marks(row), Urgency(row.urgency)
    times = known.times_of(_clock(row), marks, urgency, known.day_of(row))
    return BallFace(
        **_of_matter(row),
        holder=_team(row, "holder", known),
        in_charge=row.in_charge,
        in_charge_name=row.in_charge__worker__name,
        begun_at=row.made_at,
        since=row.since,
        held_open_days=times.held,
        due=times.due,
        open_days_left=times.left,
        state=state_of(marks, times),
        offered_to=_team(row, "open_offer__to", known) if row.open_offer__id else None,
        offer=row.open_offer__id,
        offered_at=row.open_offer__made_at,
        last_touch=row.touched_at,
        unattended_days=times.unattended,
        unattended=not settled and times.unattended > known.limits[urgency].unattended,
        stuck=row.open_stuck__id,
        rescue=row.open_rescue__id,
        kept_by=_team(row, "open_rescue__team", known) if row.open_rescue__id else None,
        kept_open_days=_kept(row, known),
        to_be_handed_over=row.to_be_handed_over is not None,
        asked_by=row.asked_by,
        asked_until=row.asked_until,
        declined=row.declined,
        outcome=Outcome(row.settlement__outcome) if settled else None,
        settled_at=row.settlement__at,
        look_on=row.look_on if settled else None,
        companions=companions,
        stood_in_until=getattr(row, "stood_in_until", None),  # only lists of the day ask for it
        away=_away(row),
        unsaid=getattr(row, "unsaid", False),  # only a ball's own page does
        call=known.call_of(row, urgency),
    )


def _away(row: Any) -> StandIn | None:
    until = getattr(row, "away_until", None)
    return StandIn(until, row.deputy_name, row.deputy_phone) if until else None


def _kept(row: Any, known: Known) -> int:
    if not row.open_rescue__id:
        return 0
    return max(0, known.viewer.calendar.between(local_day(row.open_rescue__since), known.today))


def _team(row: Any, what: str, known: Known) -> TeamName:
    """As `team_name`, from the columns beginning with `what`; a team that occurs again is put together once."""
    team, name, phone, hours, short, has_accounts = (getattr(row, f"{what}{column}") for column in TEAM)
    if team not in known.teams:
        named = TeamName(id=team, name=name, short=short, said=say_name(name, short))
        known.teams[team] = named if has_accounts else replace(named, outside=True, phone=phone, hours=hours)
    return known.teams[team]


def _of_matter(row: Any) -> dict[str, Any]:
    """What never changes by a move, and how often it was offered."""
    return {
        "ball": row.pk,
        "number": row.number,
        "matter_kind": MatterKind(row.matter_kind),
        "matter": row.matter,
        "theme": row.theme,
        "urgency": Urgency(row.urgency),
        "area": row.area,
        "passes": row.passes,
    }


def _marks(row: Any) -> Marks:
    return Marks(
        settled=row.settlement is not None,
        stuck=row.open_stuck__id is not None,
        kept=row.open_rescue__id is not None,
        offered=row.open_offer__id is not None,
        declined=row.declined,
    )


def _clock(row: Any) -> Clock:
    return Clock(
        held_from=local_day(row.since),
        rested_from=local_day(max(row.since, row.touched_at or row.since)),
        answer_due=row.open_offer__due,
        kept_until=row.open_rescue__until,
        due_on=row.due_on,
    )
