"""A city of places and people who look for one, made by chance: the same seed gives the same city."""

from collections.abc import Iterator
from random import Random

from marugoto.participation.codes import Company, Doing, Fear, Support, Tongue, Trait, Travel
from marugoto.participation.rules import slot
from marugoto.participation.rules.offered import Offered, Wished
from marugoto.participation.rules.roads import Reached
from marugoto.participation.rules.words import GROUPS

INTERESTS = (
    "games garden cooking music sports craft reading talk children work nature helping learning meal".split()  # noqa: SIM905 — read as one line
)
WELCOMES = ("anybody", "aged", "children", "parents", "young", "disabled", "withdrawn", "foreign", "carers")
AREAS = [f"area {number}" for number in range(40)]
NAMES = [f"#{group[0]}" for group in GROUPS]
HOURS = ((600, 720), (780, 900), (810, 960), (1_080, 1_200))
SOUTH_WEST, SIDE = (35.60, 139.50), 0.2


def many_places(chance: Random, size: int) -> list[Offered]:
    return [_place(chance, number) for number in range(size)]


def many_wishes(chance: Random, size: int) -> Iterator[Wished]:
    for number in range(size):
        yield _wish(chance, number)


def _some(chance: Random, codes: list[str] | tuple[str, ...], most: int) -> frozenset[str]:
    return frozenset(chance.sample(codes, chance.randint(0, most)))


def _point(chance: Random) -> tuple[float, float]:
    return SOUTH_WEST[0] + chance.random() * SIDE, SOUTH_WEST[1] + chance.random() * SIDE


def _place(chance: Random, number: int) -> Offered:
    opens, closes = chance.choice(HOURS)
    days = chance.sample(range(7), chance.randint(1, 3))
    times = frozenset(
        slot.slot(day, part) for day in days for part in slot.parts_in(f"{opens // 60}:00〜{closes // 60}:00")
    )
    return Offered(
        key=str(number),
        name=f"場所{number}",
        interests=frozenset(chance.sample(INTERESTS, chance.randint(1, 3))),
        words=_some(chance, NAMES, 4) | {f"{chance.randrange(3_000)}" for _ in range(20)},
        welcomes=_some(chance, WELCOMES, 2),
        experience=_some(chance, WELCOMES[1:], 1),
        times=times if chance.random() < 0.9 else frozenset(),
        opens=opens,
        closes=closes,
        topics=_some(chance, NAMES, 3),
        doings=frozenset(map(Doing, _some(chance, list(Doing), 2))),
        weeks=frozenset(chance.sample(range(1, 5), chance.choice((0, 0, 1, 2)))),
        steps=chance.choice((None, 0, 0, 1, 3, 12)),
        fee_month=chance.choice((None, None, None, 300, 1_000)),
        fee_year=chance.choice((None, None, None, 500, 2_000)),
        free_for=_some(chance, WELCOMES[1:4], 1),
        area=chance.choice(AREAS),
        point=_point(chance) if chance.random() < 0.9 else None,
        pickup=chance.choice((None, None, True, False)),
        fee=chance.choice((None, 0, 100, 300, 500, 1_000)),
        session=closes - opens,
        accessible=frozenset(map(Support, _some(chance, list(Support), 3))),
        not_accessible=frozenset(map(Support, _some(chance, list(Support), 1))),
        tongues=frozenset(map(Tongue, _some(chance, list(Tongue), 1))),
        traits=frozenset(map(Trait, _some(chance, list(Trait), 5))),
        room=chance.choice((None, None, True, False)),
        confirmed_days_ago=chance.choice((None, chance.randrange(800))),
    )


def _reached(chance: Random) -> Reached:
    """By bus to each district, of which the last one home waits till some hour, at the end of the week till an earlier one."""
    lasts = {area: chance.choice((17, 18, 20, 21)) * 60 for area in chance.sample(AREAS, 30)}
    return Reached(
        when={area: slot.named(["weekday", "sat_am", "sat_pm", "sun_am", "sun_pm"]) for area in AREAS},
        minutes={area: (chance.randrange(10, 50), Travel.BUS) for area in AREAS},
        home_by={area: {one: last if one < 15 else last - 60 for one in range(21)} for area, last in lasts.items()},
    )


def _wish(chance: Random, number: int) -> Wished:
    return Wished(
        interests=frozenset(chance.sample(INTERESTS, chance.randint(1, 3))),
        words=_some(chance, NAMES, 2) | {f"{chance.randrange(3_000)}" for _ in range(4)},
        times=frozenset(chance.sample(range(21), chance.randint(2, 10))),
        area=chance.choice(AREAS),
        point=_point(chance) if chance.random() < 0.7 else None,
        ways=frozenset(map(Travel, _some(chance, list(Travel), 2))),
        minutes=chance.choice((None, 10, 15, 20, 30)),
        reached=_reached(chance),
        company=frozenset(map(Company, _some(chance, ["small", "with_somebody"], 1))),
        fears=frozenset(map(Fear, _some(chance, list(Fear), 3))),
        support=frozenset(map(Support, _some(chance, list(Support), 1))),
        fee_limit=chance.choice((None, None, 0, 300)),
        stay=chance.choice((None, None, 60)),
        as_whom=_some(chance, WELCOMES[1:], 2),
        age=chance.choice((None, chance.randrange(15, 90))),
        topics=frozenset(frozenset({one}) for one in _some(chance, NAMES, 2)),
        only_topics=chance.random() < 0.1,
        not_topics=frozenset(frozenset({one}) for one in _some(chance, NAMES, 1)),
        doings=frozenset(map(Doing, _some(chance, list(Doing), 1))),
        likes=frozenset(map(Trait, _some(chance, list(Trait), 3))),
        must=frozenset(map(Trait, _some(chance, list(Trait), 1))) if chance.random() < 0.2 else frozenset(),
        never=frozenset(map(Trait, _some(chance, list(Trait), 1))),
        weeks=frozenset(chance.sample(range(1, 5), chance.choice((0, 0, 0, 2)))),
        steps=chance.choice((None, None, 0, 2)),
        fee_month=chance.choice((None, None, 500)),
        turn=f"person {number}",
    )
