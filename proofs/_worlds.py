"""The worlds of one question, "may this viewer see this folder?", as the full product of the few kinds each dimension has.

Moments are told from the moment of looking, in ticks of a microsecond, the smallest that the database knows: one before, one at, one
after. Pure Python and no clock: the same worlds every time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any
from uuid import UUID

from marugoto.disclosure.rules.access import Eyes, GrantFace, ListingFace, RestrictionFace

AT = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
TICK = timedelta(microseconds=1)
HERE, ELSEWHERE = "990019", "990027"
BODIES = {"here": HERE, "elsewhere": ELSEWHERE}
TEAMS = {"my team": 11, "another team": 12}
DUTIES = {"my duty": 21, "another duty": 23}
ME, COLLEAGUE = 31, 32
SINCE = {"before": -2, "at": 0, "after": 1}
UNTIL = {"open end": None, "before": -1, "at": 0, "after": 2}
ENDED = {"never": None, "before": -1, "at": 0, "after": 1}
# Whom a restriction lists, and until when.
LISTED: dict[str, tuple[tuple[int, int | None], ...]] = {
    "nobody": (),
    "me": ((ME, None),),
    "me, until before": ((ME, -1),),
    "me, until now": ((ME, 0),),
    "me, until after": ((ME, 1),),
    "a colleague": ((COLLEAGUE, None),),
    "all but me": (),
    "all but me; me, until now": ((ME, 0),),
    "all but me; me, until after": ((ME, 1),),
    "all but a colleague": (),
}
# A conflict of interest shuts to one worker alone.
AGAINST = {
    "all but me": ME,
    "all but me; me, until now": ME,
    "all but me; me, until after": ME,
    "all but a colleague": COLLEAGUE,
}


@dataclass(frozen=True)
class Grantee:
    """One grant: to whom, and the three moments."""

    to: str
    since: str
    until: str
    ended: str

    @property
    def team(self) -> int | None:
        return TEAMS.get(self.to)

    @property
    def duty(self) -> int | None:
        return DUTIES.get(self.to)


@dataclass(frozen=True)
class Shutter:
    """One restriction: whom it lists, since when, ended when."""

    listed: str
    since: str
    ended: str


@dataclass(frozen=True)
class Eye:
    """A viewer: body, worker, duty and team, as small numbers."""

    body: str
    worker: int
    duty: int
    team: int


VIEWERS = {
    "I": Eye(HERE, ME, 21, 11),
    "a colleague of my team": Eye(HERE, COLLEAGUE, 22, 11),
    "I under my other hat": Eye(HERE, ME, 23, 12),
    "I as a guest in another body": Eye(ELSEWHERE, ME, 24, 11),
}


def _possible(since: str, until: str) -> bool:
    """The tables hold no grant that ends before it begins."""
    ends = UNTIL[until]
    begins = SINCE[since]
    return ends is None or begins is None or ends > begins


GRANTS: tuple[Grantee | None, ...] = (
    None,
    *(
        Grantee(to, since, until, ended)
        for to, since, until, ended in product((*TEAMS, *DUTIES), SINCE, UNTIL, ENDED)
        if _possible(since, until)
    ),
)
# A second grant beside the first, and a second restriction: what stacks.
BESIDE: dict[str, Grantee | None] = {
    "none": None,
    "my team": Grantee("my team", "before", "open end", "never"),
    "my duty, for a time": Grantee("my duty", "at", "after", "never"),
    "my team, ended": Grantee("my team", "before", "open end", "at"),
    "another team": Grantee("another team", "before", "open end", "never"),
}
RESTRICTIONS: tuple[Shutter | None, ...] = (
    None,
    *(Shutter(listed, since, ended) for listed, since, ended in product(LISTED, SINCE, ENDED)),
)
ALSO: dict[str, Shutter | None] = {
    "none": None,
    "lists nobody": Shutter("nobody", "before", "never"),
    "lists me": Shutter("me", "before", "never"),
    "lists nobody, ended": Shutter("nobody", "before", "at"),
    "lists a colleague": Shutter("a colleague", "at", "never"),
}


@dataclass(frozen=True)
class World:
    """The kinds of one world, by name: a folder with what lies on it, and who looks."""

    viewer: str
    body: str
    grant: Grantee | None
    beside: str
    restriction: Shutter | None
    also: str


ALWAYS = ("before", "open end", "never")  # since, until, taken back: a grant that opens at every moment
BODY_NAMES, BESIDE_NAMES, ALSO_NAMES = tuple(BODIES), tuple(BESIDE), tuple(ALSO)
SIZES = (len(BODIES), len(GRANTS), len(BESIDE), len(RESTRICTIONS), len(ALSO))
FOLDERS = SIZES[0] * SIZES[1] * SIZES[2] * SIZES[3] * SIZES[4]
WORLDS = FOLDERS * len(VIEWERS)


def number_of(body: int, grant: int, beside: int, restriction: int, also: int) -> int:
    """The folder of a world; the viewer looks at the same one."""
    return (((body * SIZES[1] + grant) * SIZES[2] + beside) * SIZES[3] + restriction) * SIZES[4] + also


def places_of(number: int) -> tuple[int, int, int, int, int]:
    number, also = divmod(number, SIZES[4])
    number, restriction = divmod(number, SIZES[3])
    number, beside = divmod(number, SIZES[2])
    body, grant = divmod(number, SIZES[1])
    return body, grant, beside, restriction, also


def world_of(viewer: str, number: int) -> World:
    body, grant, beside, restriction, also = places_of(number)
    return World(
        viewer,
        BODY_NAMES[body],
        GRANTS[grant],
        BESIDE_NAMES[beside],
        RESTRICTIONS[restriction],
        ALSO_NAMES[also],
    )


def single() -> Iterator[int]:
    """The folders on which nothing stacks: every grant against every restriction."""
    for body, grant, restriction in product(range(SIZES[0]), range(SIZES[1]), range(SIZES[3])):
        yield number_of(body, grant, 0, restriction, 0)


def varied() -> list[int]:
    """A few thousand folders in which every kind of every dimension stands beside every other of its own, all else being equal."""
    opening = [place for place, one in enumerate(GRANTS) if one and (one.since, one.until, one.ended) == ALWAYS]
    found = {number_of(*one, 0, 0) for one in product(range(SIZES[0]), range(SIZES[1]), range(SIZES[2]))}
    for body, grant, restriction, also in product(range(SIZES[0]), opening, range(SIZES[3]), range(SIZES[4])):
        found.add(number_of(body, grant, 0, restriction, also))
    return sorted(found)


def kinds_of(world: World) -> dict[str, str]:
    """By dimension the kind this world has of it; of a grant or a restriction that is not there only that."""
    grant, shut = world.grant, world.restriction
    said = {"viewer": world.viewer, "body": world.body, "second grant": world.beside, "second restriction": world.also}
    said |= {"grant": "there" if grant else "none", "restriction": "there" if shut else "none"}
    if grant:
        said |= {f"grant: {name}": kind for name, kind in vars(grant).items()}
    if shut:
        said |= {f"restriction: {name}": kind for name, kind in vars(shut).items()}
    return said


# ---------------------------------------------------------------- as the rule reads it


def key(number: int) -> UUID:
    return UUID(int=number)


def moment(ticks: int | None) -> datetime | None:
    return None if ticks is None else AT + ticks * TICK


def eyes_of(viewer: str) -> Eyes:
    eye = VIEWERS[viewer]
    return Eyes(eye.body, key(eye.worker), key(eye.duty), key(eye.team), AT)


def grant_face(kind: Grantee) -> GrantFace:
    """As short as it can be said: what the rule leaves open by itself is left open."""
    said = {"until": moment(UNTIL[kind.until]), "ended": moment(ENDED[kind.ended])}
    since = moment(SINCE[kind.since])
    assert since is not None
    team, duty = kind.team, kind.duty
    return GrantFace(
        key(team) if team else None,
        key(duty) if duty else None,
        since,
        **{name: value for name, value in said.items() if value is not None},
    )


def restriction_face(kind: Shutter) -> RestrictionFace:
    ended, since = moment(ENDED[kind.ended]), moment(SINCE[kind.since])
    assert since is not None
    listed = tuple(
        ListingFace(key(worker)) if until is None else ListingFace(key(worker), moment(until))
        for worker, until in LISTED[kind.listed]
    )
    against = AGAINST.get(kind.listed)
    said: dict[str, Any] = {"ended": ended, "against": key(against) if against else None}
    return RestrictionFace(listed, since, **{name: value for name, value in said.items() if value is not None})
