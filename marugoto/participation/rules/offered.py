"""What is compared: a wish, and what is known of a place. Empty means unknown everywhere, never no."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import cos, hypot, radians

from marugoto.participation.codes import Company, Doing, Fear, Gate, Grade, Sex, Support, Tongue, Trait, Travel
from marugoto.participation.rules.roads import Reached

ANYBODY = "anybody"
METRES_OF_A_DEGREE = 111_320
Labels = Mapping[str, Mapping[str, str]]
Point = tuple[float, float]
Topics = frozenset[frozenset[str]]  # any of them, each with all of its tokens


@dataclass(frozen=True, slots=True)
class Wished:
    """`words` are tokens of the person's own words and of the topics: the particular things wanted, `only_topics` where nothing
    else will do. `likes`, `must`, `never`: glad of it, not without it, not with it; `must_words`: not without it, and no list holds it.
    `minutes` one way at most, `stay` at one time, `after` and `until` minutes of the day; `reached` which districts lie within the
    person's ways. `turn`: whose turn it is (any text); among equals it decides who stands first, so that not everybody is sent to the
    same place."""

    interests: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    times: frozenset[int] = frozenset()
    area: str = ""
    point: Point | None = None
    ways: frozenset[Travel] = frozenset()
    minutes: int | None = None
    reached: Reached = field(default_factory=Reached)
    company: frozenset[Company] = frozenset()
    fears: frozenset[Fear] = frozenset()
    tongues: frozenset[Tongue] = frozenset()
    support: frozenset[Support] = frozenset()
    fee_limit: int | None = None
    after: int | None = None
    until: int | None = None
    stay: int | None = None
    as_whom: frozenset[str] = frozenset()
    age: int | None = None
    sex: Sex | None = None
    topics: Topics = frozenset()
    only_topics: bool = False
    not_topics: Topics = frozenset()
    doings: frozenset[Doing] = frozenset()
    likes: frozenset[Trait] = frozenset()
    must: frozenset[Trait] = frozenset()
    never: frozenset[Trait] = frozenset()
    must_words: Topics = frozenset()
    weeks: frozenset[int] = frozenset()
    not_areas: frozenset[str] = frozenset()
    steps: int | None = None
    fee_month: int | None = None
    fee_year: int | None = None
    turn: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """`topics`: tokens of what is done there; `weeks` of the month in which it opens, where it does not open in all, and `turns`: each
    with its slot. `free_for`: as whom one pays nothing. What is said of fees, ages and room is said of guests, not of those who help.
    `times_exact`: the parts of the day are known, not only the days. `residents`: only for who lives in its district. `room`, `pickup`:
    True, False, or nobody said.

    `closed` for weeks; `opens_again`: the day in words, where it is known. `confirmed_days_ago` None: never checked. `doubted`: since
    then something was heard that speaks against the list.
    """

    key: str
    name: str
    interests: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    welcomes: frozenset[str] = frozenset()
    since: Mapping[str, str] = field(default_factory=dict, hash=False)
    experience: frozenset[str] = frozenset()
    times: frozenset[int] = frozenset()
    times_exact: bool = True
    opens: int | None = None
    closes: int | None = None
    area: str = ""
    point: Point | None = None
    pickup: bool | None = None
    bus_minutes: int | None = None
    parking: bool | None = None
    fee: int | None = None
    session: int | None = None
    accessible: frozenset[Support] = frozenset()
    not_accessible: frozenset[Support] = frozenset()
    tongues: frozenset[Tongue] = frozenset()
    traits: frozenset[Trait] = frozenset()
    not_traits: frozenset[Trait] = frozenset()
    age_from: int | None = None
    age_to: int | None = None
    only: Sex | None = None
    topics: frozenset[str] = frozenset()
    doings: frozenset[Doing] = frozenset()
    weeks: frozenset[int] = frozenset()
    turns: frozenset[tuple[int, int]] = frozenset()
    steps: int | None = None
    fee_month: int | None = None
    fee_year: int | None = None
    free_for: frozenset[str] = frozenset()
    room: bool | None = None
    closed: bool = False
    opens_again: str = ""
    not_to_ask: bool = False
    not_reached: bool = False
    confirmed_days_ago: int | None = None
    doubted: bool = False
    residents: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known beside the list, by the keys of places: this person does not want to go there again; it was full when we asked for
    this person; how many of ours go there, as far as the viewer knows."""

    refused: frozenset[str] = frozenset()
    full: frozenset[str] = frozenset()
    going: Mapping[str, int] = field(default_factory=dict)

    def crowded(self, least: int) -> frozenset[str]:
        return frozenset(key for key, number in self.going.items() if number >= least)


@dataclass(frozen=True, slots=True)
class Reason:
    grade: Grade
    sentence: str
    points: int


@dataclass(frozen=True, slots=True)
class Fit:
    """A place that passed, with its reasons."""

    place: Offered
    points: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """`gate` is what shut it; `why` says so, and where it can be said, what would open it."""

    place: Offered
    gate: Gate
    why: str


@dataclass(frozen=True, slots=True)
class Found:
    """`fits`: best first. `unsure`: nothing speaks against them, but nobody wrote down what one does there. `left_out`: shut by one gate
    only, the nearest to fitting first. `shut`: how many places each gate leaves out."""

    fits: tuple[Fit, ...] = ()
    unsure: tuple[Fit, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    shut: Mapping[Gate, int] = field(default_factory=dict)


def row_of(latitude: float) -> int:
    """Latitude in thousandths of a degree, about 110 m: distances are reckoned from row to row."""
    return round(latitude * 1_000)


def shrink(row: int) -> float:
    """Of a degree of longitude there, as part of one at the equator."""
    return cos(radians(row / 1_000))


def reach_of(metres: int, rows: int, row: int) -> float | None:
    """How many degrees of longitude lie within so many metres, so many rows away; None where the rows alone are farther."""
    north = rows * METRES_OF_A_DEGREE / 1_000
    left = metres * metres - north * north
    return None if left < 0 else float(left**0.5 / (METRES_OF_A_DEGREE * shrink(row)))


def within(one: Point, other: Point, metres: int) -> bool:
    row = row_of(one[0])
    reach = reach_of(metres, abs(row_of(other[0]) - row), row)
    return reach is not None and one[1] - reach <= other[1] <= one[1] + reach


def metres_between(one: Point, other: Point) -> int:
    """To be said, rounded to a hundred."""
    row = row_of(one[0])
    north = (row_of(other[0]) - row) * METRES_OF_A_DEGREE / 1_000
    east = (other[1] - one[1]) * METRES_OF_A_DEGREE * shrink(row)
    return max(100, round(hypot(north, east) / 100) * 100)
