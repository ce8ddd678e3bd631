"""The control tower's list: every open ball of the body, what is most pressing first, a page at a time.

The list falls into stretches, one for each state and urgency. How long they are is counted; of the balls only those of the page
are read. What a ball's state is, is said here in SQL as `rules.face` says it in Python.
"""

import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cached_property, lru_cache, partial
from typing import Any
from uuid import UUID

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    FilteredRelation,
    OuterRef,
    Q,
    QuerySet,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Greatest

from marugoto.agencies.viewer import Viewer
from marugoto.custody.codes import BallState, EndingKind, MatterKind, Urgency
from marugoto.custody.models import Asking, Ball, Offer, Rescue, Stuck
from marugoto.custody.queries.ball import faces_of
from marugoto.custody.queries.face import BallFace, TeamName, as_faces
from marugoto.custody.queries.limit import limits_of
from marugoto.custody.queries.now import balls_as_they_are, say_name
from marugoto.ground.question import KEPT, Question
from marugoto.ground.transaction import looking_from_the_tower
from marugoto.kernel.jst import end_of_day, local_day

PAGE = 25
# What asks for help or haste stands at the top; within a state what cannot wait, then the longest lying first.
ORDER = (
    BallState.STUCK,
    BallState.LATE,
    BallState.OFFERED,
    BallState.DECLINED,
    BallState.KEPT,
    BallState.HELD,
)
RESTED = Greatest(F("since"), Coalesce(F("touched_at"), F("since")))  # since when nobody who carries it did anything
RESTED_UNORDERED = Greatest(Coalesce(F("touched_at"), F("since")), F("since"))
# Where few balls carry a mark PostgreSQL is to begin with the marks. In the words of the index it would go along all balls by rest
# until it has met a page of them: 10,600 of a city's for its first page.
BY_REST = frozenset({BallState.LATE, BallState.HELD})
FEW = 3_000  # are sorted for every page; of more, only the stretch in which the page lies is looked at
MANY, SECONDS = 20_000, 60  # with so many balls they are counted once in so many seconds; with fewer, for every page


BOUNCES = 3  # offered so often, it is passed round and round (I07)


class Directed(StrEnum):
    """Of which balls something is to be done until a day; LATE: the day is over."""

    OPEN = "open"
    LATE = "late"


@dataclass(frozen=True)
class TeamCount:
    """How things lie with one team: what it holds, of these late and stuck; `asked`: what waits for its own answer."""

    team: TeamName
    held: int
    late: int
    stuck: int
    asked: int


@dataclass(frozen=True)
class Page:
    """One page of faces; `count` is how many fit the choice, `number` begins with 1.

    `open`, `states` and `teams` are of the whole body, whatever was chosen: how many are open, how many in each state, and how things
    lie with every team.
    """

    faces: list[BallFace]
    count: int
    number: int
    size: int = PAGE
    open: int = 0
    states: Mapping[BallState, int] = field(default_factory=dict)
    teams: tuple[TeamCount, ...] = ()

    @property
    def last(self) -> int:
        return max(1, -(-self.count // self.size))


@dataclass(frozen=True)
class Which:
    """A choice among the open balls, without state and holder."""

    kind: MatterKind | None
    urgency: Urgency | None
    area: str
    theme: str
    often: bool
    directed: Directed | None
    person: UUID | None = None  # a worker, under whichever hat

    def condition(self, body: str, today: date) -> Q:
        said: dict[str, Any] = {
            "matter_kind": self.kind,
            "urgency": self.urgency,
            "area": self.area,
            "theme": self.theme,
            "in_charge__worker": self.person,
        }
        said |= {"passes__gte": BOUNCES if self.often else None}
        which = Q(settlement=None, **{name: value for name, value in said.items() if value})
        if not self.directed:
            return which
        askings = Asking.objects.within(body).filter(ball=OuterRef("pk"), ended=None, due__isnull=False)
        return which & Q(Exists(askings.filter(due__lt=today) if self.directed is Directed.LATE else askings))


@dataclass(frozen=True)
class Tally:
    """How many balls by holder, state and urgency, of the whole body and of what is chosen; how many wait for each team's answer."""

    balls: Mapping[tuple[UUID, BallState, Urgency], int]
    chosen: Mapping[tuple[UUID, BallState, Urgency], int]
    asked: Mapping[UUID, int]
    names: Mapping[UUID, TeamName]

    @cached_property
    def states(self) -> Mapping[BallState, int]:
        """Of the whole body."""
        found = Counter[BallState]()
        for (_, state, _), count in self.balls.items():
            found[state] += count
        return found

    @cached_property
    def teams(self) -> tuple[TeamCount, ...]:
        """Of the whole body: where most is late or stuck first, then by name."""
        held, late, stuck = Counter[UUID](), Counter[UUID](), Counter[UUID]()
        for (team, state, _), count in self.balls.items():
            held[team] += count
            late[team] += count if state is BallState.LATE else 0
            stuck[team] += count if state is BallState.STUCK else 0
        counts = [
            TeamCount(name, held[team], late[team], stuck[team], self.asked.get(team, 0))
            for team, name in self.names.items()
        ]
        return tuple(sorted(counts, key=lambda one: (-one.stuck, -one.late, one.team.said)))

    def fitting(self, state: BallState | None, holder: UUID | None) -> Counter[tuple[BallState, Urgency]]:
        """Of what is chosen, by state and urgency."""
        found = Counter[tuple[BallState, Urgency]]()
        for (team, its, haste), count in self.chosen.items():
            if (state is None or state is its) and (holder is None or holder == team):
                found[its, haste] += count
        return found


_known: dict[tuple[Any, ...], tuple[float, Tally]] = {}


@looking_from_the_tower
def all_open(
    viewer: Viewer,
    *,
    state: BallState | None = None,
    holder: UUID | None = None,
    kind: MatterKind | None = None,
    urgency: Urgency | None = None,
    area: str = "",
    theme: str = "",
    often: bool = False,
    directed: Directed | None = None,
    person: UUID | None = None,
    page: int = 1,
) -> Page:
    """Every open ball of the body, what is most pressing first; in a large town the numbers are up to a minute old.

    `often`: only those offered so often that they bounce; `directed`: only those of which something is to be done; `person`: only
    those of which this worker is in charge.
    """
    chosen = Which(kind, urgency, area, theme, often, directed, person)
    tally = _tally(viewer, chosen)
    fitting = tally.fitting(state, holder)
    page = max(1, page)
    which = chosen.condition(viewer.body, local_day(viewer.at)) & (Q(holder=holder) if holder else Q())
    few = fitting.total() <= FEW
    shown = _sorted(viewer, which, state, page) if few else _looked_up(viewer, which, fitting, page)
    return Page(shown, fitting.total(), page, open=sum(tally.states.values()), states=tally.states, teams=tally.teams)


def _sorted(viewer: Viewer, which: Q, state: BallState | None, page: int) -> list[BallFace]:
    """One query: all of them sorted, and a page of them."""
    rows = balls_as_they_are(viewer.body, local_day(viewer.at)).filter(which).alias(rested=RESTED)
    rows = rows.alias(state=marks_of(viewer).state)
    rows = rows.filter(state=state) if state else rows
    rows = rows.order_by(_place("state", ORDER), _place("urgency", tuple(Urgency)), "rested", "number")
    return as_faces(viewer, rows[(page - 1) * PAGE : page * PAGE], companions=False)


def _looked_up(viewer: Viewer, which: Q, lengths: Mapping[tuple[BallState, Urgency], int], page: int) -> list[BallFace]:
    """Which balls stand on the page, and then these."""
    balls = Ball.objects.within(viewer.body).filter(which)
    places = {ball: place for place, ball in enumerate(_page(marks_of(viewer), balls, lengths, (page - 1) * PAGE))}
    return sorted(faces_of(viewer, places).values(), key=lambda face: places[face.ball])


def _place(column: str, order: tuple[Any, ...]) -> Case:
    return Case(*(When(**{column: one}, then=Value(place)) for place, one in enumerate(order)))


def _page(
    marks: "Marks", balls: QuerySet[Ball], lengths: Mapping[tuple[BallState, Urgency], int], start: int
) -> Iterator[UUID]:
    """The balls from that place on, until the page is full: stretch after stretch, the ones before it only counted."""
    left = PAGE
    for state in ORDER:
        for urgency in Urgency:
            length = lengths.get((state, urgency), 0)
            if start >= length:
                start -= length
                continue
            rested = RESTED if state in BY_REST else RESTED_UNORDERED
            stretch = marks.of(balls.filter(urgency=urgency), state, urgency).order_by(rested, "number")
            found = list(stretch.values_list("pk", flat=True)[start : start + left])
            yield from found
            start, left = 0, left - len(found)
            if not left:
                return


@dataclass(frozen=True)
class Marks:
    """What a ball's state hangs on. `rested`: by urgency, who was last touched before that moment is late."""

    body: str
    today: date
    rested: tuple[tuple[Urgency, datetime], ...]

    @property
    def stuck(self) -> Exists:
        return Exists(Stuck.objects.within(self.body).filter(ball=OuterRef("pk"), answer=None))

    @property
    def kept(self) -> Exists:
        rescues = Rescue.objects.within(self.body).filter(ball=OuterRef("pk"), ended=None, until__gt=self.today)
        return Exists(rescues)

    @property
    def offered(self) -> Exists:
        return Exists(self._offers.filter(ended=None))

    @property
    def overdue(self) -> Exists:
        return Exists(self._offers.filter(ended=None, due__lt=self.today))

    @property
    def declined(self) -> Exists:
        return Exists(self._offers.filter(ended__kind=EndingKind.DECLINED, made_at__gte=OuterRef("since")))

    @property
    def _offers(self) -> QuerySet[Offer]:
        return Offer.objects.within(self.body).filter(ball=OuterRef("pk"))

    @property
    def state(self) -> Case:
        """For many balls at once: which of them carry a mark is read once, not for each."""
        noes = Offer.objects.within(self.body).filter(ended__kind=EndingKind.DECLINED, made_at__gte=F("ball__since"))
        return self._case(When(pk__in=noes.values("ball"), then=_said(BallState.DECLINED)))

    @property
    def pressing(self) -> Case:
        """As `state`, without the balls that came back: those are as the others are held. To find them every offer there ever was is read."""
        return self._case()

    def _case(self, *last: When) -> Case:
        offers = Offer.objects.within(self.body).filter(ended=None)
        stuck = Stuck.objects.within(self.body).filter(answer=None)
        kept = Rescue.objects.within(self.body).filter(ended=None, until__gt=self.today)
        late = Q(due_on__lt=self.today)
        for urgency, moment in self.rested:
            late |= Q(urgency=urgency, rested__lt=moment, due_on=None)
        return Case(
            When(pk__in=stuck.values("ball"), then=_said(BallState.STUCK)),
            When(pk__in=kept.values("ball"), then=_said(BallState.KEPT)),
            When(pk__in=offers.filter(due__lt=self.today).values("ball"), then=_said(BallState.LATE)),
            When(pk__in=offers.values("ball"), then=_said(BallState.OFFERED)),
            When(late, then=_said(BallState.LATE)),
            *last,
            default=_said(BallState.HELD),
            output_field=CharField(),
        )

    def of(self, balls: QuerySet[Ball], state: BallState, urgency: Urgency) -> QuerySet[Ball]:
        """Those of this urgency that are in this state."""
        late = dict(self.rested)[urgency]
        if state is BallState.STUCK:
            return balls.filter(self.stuck)
        rest = balls.filter(~self.stuck)
        if state is BallState.KEPT:
            return rest.filter(self.kept)
        rest = rest.filter(~self.kept)
        if state is BallState.LATE:
            over = Q(rested__lt=late, due_on=None) | Q(due_on__lt=self.today)
            return rest.alias(rested=RESTED).filter(over & ~self.offered | self.overdue)
        if state is BallState.OFFERED:
            return rest.filter(self.offered, ~self.overdue)
        in_time = Q(rested__gte=late, due_on=None) | Q(due_on__gte=self.today)
        rest = rest.alias(rested=RESTED).filter(~self.offered, in_time)
        return rest.filter(self.declined if state is BallState.DECLINED else ~self.declined)


def marks_of(viewer: Viewer) -> Marks:
    """By the body's own days, counted back from today."""
    today, limits = local_day(viewer.at), limits_of(viewer.body, local_day(viewer.at))
    rested = {}
    for urgency in Urgency:
        day = today
        while viewer.calendar.add(day, limits[urgency].unattended) >= today:
            day -= timedelta(days=1)
        rested[urgency] = end_of_day(day)
    return Marks(viewer.body, today, tuple(rested.items()))


def _tally(viewer: Viewer, which: Which) -> Tally:
    now, key = time.monotonic(), (viewer.body, local_day(viewer.at), which)
    kept = _known.get(key)
    if kept is not None and now - kept[0] <= SECONDS:
        return kept[1]
    found = _counted(viewer, which)
    for old in [one for one, (since, _tally) in list(_known.items()) if now - since > SECONDS]:
        _known.pop(old, None)  # of another day, or of a view that nobody opens any more
    _known.pop(key, None)
    if sum(found.balls.values()) >= MANY:
        _known[key] = (now, found)
    return found


def _counted(viewer: Viewer, which: Which) -> Tally:
    """One query, however many balls there are."""
    found, chosen, asked = (Counter[Any]() for _ in range(3))
    names = dict[UUID, TeamName]()
    for row in _counting(marks_of(viewer), which).ask():
        found[row.holder, BallState(row.state), Urgency(row.urgency)] += row.times
        chosen[row.holder, BallState(row.state), Urgency(row.urgency)] += row.fitting
        if row.holder not in names:
            names[row.holder] = _name(row, "holder")
        if row.open_offer__to:
            asked[row.open_offer__to] += row.times
            if row.open_offer__to not in names:
                names[row.open_offer__to] = _name(row, "open_offer__to")
    return Tally(found, chosen, asked, names)


@lru_cache(maxsize=KEPT)
def _counting(marks: Marks, which: Which) -> Question[Any]:
    return Question(partial(_all, marks, which))


def _all(marks: Marks, which: Which) -> QuerySet[Any]:
    balls = Ball.objects.within(marks.body).filter(settlement=None)
    offered = balls.annotate(open_offer=FilteredRelation("offers", condition=Q(offers__ended=None)))
    fits = Case(When(which.condition(marks.body, marks.today), then=Value(1)), default=Value(0))
    rows = offered.alias(rested=RESTED, fits=fits).annotate(state=marks.state)
    told = ("holder", *_named("holder"), "open_offer__to", *_named("open_offer__to"), "state", "urgency")
    return (
        rows.values(*told)
        .annotate(times=Count("pk"), fitting=Sum("fits"))
        .order_by()
        .values_list(*told, "times", "fitting")
    )


def _named(team: str) -> tuple[str, str]:
    return f"{team}__name", f"{team}__agency__short"


def _name(row: Any, team: str) -> TeamName:
    name, short = (getattr(row, column) for column in _named(team))
    return TeamName(id=getattr(row, team), name=name, short=short, said=say_name(name, short))


def _said(state: BallState) -> Value:
    return Value(str(state))
