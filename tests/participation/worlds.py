"""Wishes and places made by chance, for the rules that compare them: the same seed gives the same world."""

from collections.abc import Iterable
from dataclasses import replace
from random import Random
from typing import Any, TypeVar

from marugoto.participation.codes import Company, Doing, Fear, Sex, Support, Tongue, Trait, Travel
from marugoto.participation.rules.offered import Offered, Standing, Wished
from marugoto.participation.rules.roads import ALWAYS, ANYWHERE, Reached

T = TypeVar("T")
INTERESTS = ("games", "garden", "music")
WORDS = ("#囲碁", "#畑", "#断酒", "山城", "城跡", "~help")
GROUPS = ("aged", "young", "children", "disabled", "withdrawn")
AREAS = ("", "north", "south")


def some(chance: Random, codes: Iterable[T], most: int = 3) -> frozenset[T]:
    every = list(codes)
    return frozenset(chance.sample(every, chance.randrange(0, min(most, len(every)) + 1)))


def maybe(chance: Random, *values: T) -> T | None:
    return chance.choice([None, *values])


def point(chance: Random) -> tuple[float, float] | None:
    return maybe(chance, (35 + chance.random() * 0.03, 139 + chance.random() * 0.03))


def a_place(chance: Random, key: str = "place") -> Offered:
    def number(least: int, most: int) -> int | None:
        return maybe(chance, chance.randrange(least, most), chance.randrange(least, most))

    newer: dict[str, Any] = {
        "topics": some(chance, WORDS),
        "doings": some(chance, Doing, 2),
        "weeks": some(chance, (1, 2, 3, 4), 2),
        "turns": some(chance, [(week, one) for week in (1, 3) for one in range(21)], 8)
        if chance.random() < 0.2
        else frozenset(),
        "steps": number(0, 5),
        "residents": chance.random() < 0.1,
        "fee_month": maybe(chance, None, 0, 500),
        "fee_year": maybe(chance, None, 0, 1_000),
        "free_for": some(chance, GROUPS, 1),
    }
    one = replace(_an_older_place(chance, key), **newer)
    if one.opens is not None and one.session is not None and chance.random() < 0.5:
        return replace(one, closes=one.opens + one.session)  # the same hours each time
    return one


def _an_older_place(chance: Random, key: str) -> Offered:
    def number(least: int, most: int) -> int | None:
        return maybe(chance, chance.randrange(least, most), chance.randrange(least, most))

    return Offered(
        key=key,
        name="会",
        interests=some(chance, INTERESTS),
        words=some(chance, WORDS),
        welcomes=some(chance, [*GROUPS, "anybody"]),
        experience=some(chance, GROUPS),
        times=some(chance, range(21), 14),
        times_exact=chance.random() < 0.5,
        opens=number(0, 1_440),
        closes=number(0, 1_440),
        area=chance.choice([*AREAS, ANYWHERE]),
        point=point(chance),
        pickup=maybe(chance, True, False),
        bus_minutes=number(0, 20),
        parking=maybe(chance, True, False),
        fee=maybe(chance, 0, 100, 300, 500),
        session=number(10, 200),
        accessible=some(chance, Support, 5),
        not_accessible=some(chance, Support, 1),
        tongues=some(chance, Tongue),
        traits=some(chance, Trait, 6),
        not_traits=some(chance, Trait),
        age_from=maybe(chance, 18, 40, 65),
        age_to=maybe(chance, 39, 64, 90),
        only=chance.choice([None] * 8 + [*Sex]),
        room=maybe(chance, True, True, True, False),
        closed=chance.random() < 0.04,
        not_to_ask=chance.random() < 0.04,
        not_reached=chance.random() < 0.04,
        confirmed_days_ago=number(0, 800),
        doubted=chance.random() < 0.2,
    )


def a_wish(chance: Random) -> Wished:
    def number(least: int, most: int) -> int | None:
        return maybe(chance, None, chance.randrange(least, most))

    return Wished(
        interests=some(chance, INTERESTS),
        words=some(chance, [*WORDS, "#陶芸"]),
        times=some(chance, range(21), 12),
        area=chance.choice(AREAS),
        point=point(chance),
        ways=some(chance, Travel),
        minutes=number(5, 60),
        reached=_reached(chance),
        company=some(chance, set(Company) - {Company.UNKNOWN}, 1) if chance.random() < 0.5 else frozenset(),
        fears=some(chance, Fear, 5),
        tongues=some(chance, Tongue, 2) if chance.random() < 0.3 else frozenset(),
        support=some(chance, [*Support][:6], 1),
        fee_limit=maybe(chance, None, 0, 200, 400),
        after=number(0, 700),
        until=number(700, 1_440),
        stay=number(10, 200),
        as_whom=some(chance, GROUPS, 2),
        age=number(5, 95),
        sex=maybe(chance, *Sex),
        topics=a_topic(chance),
        only_topics=chance.random() < 0.05,
        not_topics=a_topic(chance),
        doings=some(chance, Doing, 2) if chance.random() < 0.2 else frozenset(),
        likes=some(chance, Trait),
        must=some(chance, Trait, 1) if chance.random() < 0.2 else frozenset(),
        never=some(chance, Trait, 1) if chance.random() < 0.2 else frozenset(),
        must_words=a_topic(chance) if chance.random() < 0.3 else frozenset(),
        weeks=some(chance, (1, 2, 3, 4), 3) if chance.random() < 0.2 else frozenset(),
        not_areas=some(chance, AREAS[1:], 1) if chance.random() < 0.2 else frozenset(),
        steps=maybe(chance, None, None, 0, 3),
        fee_month=maybe(chance, None, None, 0, 300),
        fee_year=maybe(chance, None, None, 0, 900),
        turn=chance.choice(["", "a", "b"]),
    )


def a_topic(chance: Random) -> frozenset[frozenset[str]]:
    one = some(chance, [*WORDS, "#陶芸"], 2)
    return frozenset({one}) if one and chance.random() < 0.3 else frozenset()


def places(chance: Random) -> list[Offered]:
    return [a_place(chance, f"{chance.random()}") for _ in range(chance.randrange(0, 12))]


def standing(chance: Random, here: list[Offered]) -> Standing:
    keys = [place.key for place in here]
    return Standing(
        refused=some(chance, keys, 1),
        full=some(chance, keys, 1),
        going={key: chance.randrange(1, 9) for key in some(chance, keys, 4)},
    )


def _reached(chance: Random) -> Reached:
    when = {area: chance.choice([ALWAYS, some(chance, range(21), 9)]) for area in some(chance, AREAS[1:], 2)}
    return Reached(
        when=when,
        home_by={
            area: {one: chance.randrange(600, 1_300) for one in runs}
            for area, runs in when.items()
            if chance.random() < 0.5
        },
        minutes={
            area: (chance.randrange(5, 60), chance.choice([Travel.BUS, Travel.FOOT]))
            for area in some(chance, AREAS[1:], 2)
        },
    )
