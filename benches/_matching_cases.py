"""The cases: wishes and places told in words by people who had not seen the matcher, typed into its fields by a clerk, judged twice."""

import hashlib
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marugoto.participation.codes import Company, Doing, Fear, Sex, Support, Tongue, Trait, Travel
from marugoto.participation.rules import slot
from marugoto.participation.rules.offered import Offered, Standing, Wished
from marugoto.participation.rules.reading import derived, implied
from marugoto.participation.rules.roads import ALWAYS, ANYWHERE, Road, reached
from marugoto.participation.rules.words import activities, narrow_topics, sorts, tokens, topics

FOLDER = Path(__file__).parent.parent / "tests" / "participation" / "cases"
STUDIED = ("open-1", "open-2", "open-3", "open-4")  # the rules were weighed by them since they were opened
OPEN = (*STUDIED, "open-5")
SEALED = "sealed"  # of the round that is not yet opened; absent where all are spent
PARTS = ("cases", "judgement-1", "judgement-2", "typed")
# What each round gave when it was opened, once: right, nothing. Of open-1 the rules knew nothing but its words.
OPENED = {"open-1": (0.980, 0.938), "open-2": (0.787, 0.562), "open-3": (0.864, 0.864), "open-4": (0.955, 0.864)} | {
    "open-5": (0.954, 0.903)
}
UNSAID_MINUTES = 30  # of a way whose length nobody wrote down
EVERYWHERE = "どこでも"


@dataclass(frozen=True)
class Case:
    """`judged`: what each of the two judges called right; empty: nothing fits."""

    key: str
    told: str
    wished: Wished
    standing: Standing
    judged: tuple[frozenset[str], frozenset[str]]

    @property
    def right(self) -> frozenset[str]:
        """What both name; where they name others, what either does."""
        return self.judged[0] & self.judged[1] or self.judged[0] | self.judged[1]

    @property
    def agreed(self) -> bool:
        """Both say that nothing fits, or neither."""
        return bool(self.judged[0]) == bool(self.judged[1])


def thawed() -> list[str]:
    """Files that are not what they were when they were frozen."""
    return [name for name, digest in _frozen().items() if _digest(FOLDER / name) != digest]


def places() -> list[tuple[Offered, str]]:
    """Each with its words as they were told."""
    told = {one["key"]: f"{one['name']} {one['words']}" for one in _read("places")["place"]}
    return [(_offered(one), told[one["key"]]) for one in _read("typed-places")["place"]]


def cases(half: str, typed: Callable[[dict[str, Any]], dict[str, Any]] = dict) -> list[Case]:
    """`typed`: how a clerk would have typed it otherwise."""
    told = {one["id"]: one["words"] for one in _read(f"cases-{half}")["case"]}
    judged = [
        {one["id"]: frozenset(one["right"]) for one in _read(f"judgement-{judge}-{half}")["judgement"]}
        for judge in (1, 2)
    ]
    roads = [road for one in _read("typed-places")["road"] for road in _roads(one)]
    return [
        Case(
            one["key"],
            told[one["key"]],
            _wished(one, roads),
            Standing(refused=frozenset(one.get("not_again", ()))),
            (judged[0][one["key"]], judged[1][one["key"]]),
        )
        for one in map(typed, _read(f"typed-{half}")["case"])
    ]


def sealed() -> tuple[str, ...]:
    """The round that waits to be opened, once all of it is there and frozen."""
    return () if sealed_lacks() else (SEALED,)


def sealed_lacks() -> list[str]:
    """Its files that are not there, or not frozen yet."""
    files = [f"{part}-{SEALED}.toml" for part in PARTS]
    return [name for name in files if not (FOLDER / name).exists() or name not in _frozen()]


def say_sealed() -> str:
    lacks = sealed_lacks()
    if len(lacks) == len(PARTS) and not any((FOLDER / name).exists() for name in lacks):
        return "No sealed round at present."
    if lacks:
        return f"The sealed round is not whole or not frozen yet: {', '.join(lacks)}."
    return "A sealed round waits: --sealed opens it, once."


def unlike(half: str) -> list[str]:
    """Keys that are not in all of its files. The matcher is not asked."""
    told, *others = (
        {one.get("id", one.get("key")) for rows in _read(f"{part}-{half}").values() for one in rows} for part in PARTS
    )
    return sorted(told.symmetric_difference(set().union(*others)).union(*(told - some for some in others)))


def _frozen() -> dict[str, str]:
    lines = [line.split() for line in (FOLDER / "FROZEN.sha256").read_text().splitlines() if line[:1] not in {"#", ""}]
    return {name: digest for digest, name in lines}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text())


def _offered(one: dict[str, Any]) -> Offered:
    numbers: Any = {
        name: one.get(name)
        for name in (
            "pickup",
            "bus_minutes",
            "parking",
            "fee",
            "fee_month",
            "fee_year",
            "steps",
            "session",
            "age_from",
            "age_to",
            "room",
        )
    }
    words = f"{one['name']} {one.get('description', '')} {one.get('target', '')}"
    return Offered(
        key=one["key"],
        name=one["name"],
        interests=_set(one, "interests"),
        words=tokens(words) | activities(one.get("topics", ())),
        welcomes=_set(one, "welcomes"),
        experience=_set(one, "experience"),
        times=slot.named(one.get("times", ())),
        opens=_minute(one.get("opens")),
        closes=_minute(one.get("closes")),
        area=ANYWHERE if one.get("area") == EVERYWHERE else one.get("area", ""),
        only=Sex(sex) if (sex := one.get("only", one.get("new_only"))) else None,
        closed=one.get("closed", False),
        residents=one.get("residents", False),
        not_to_ask=one.get("do_not_contact", False),
        not_reached=one.get("unreachable", False),
        confirmed_days_ago=one.get("confirmed_days"),
        point=tuple(one["point"]) if "point" in one else None,
        **numbers,
        **_how_it_is(one),
    )


def _how_it_is(one: dict[str, Any]) -> dict[str, Any]:
    return {
        "topics": activities(one.get("topics", ())) | sorts(_set(one, "interests"), _set(one, "roles")),
        "doings": frozenset(map(Doing, _set(one, "roles"))),
        "weeks": frozenset(one.get("weeks", ())),
        "free_for": _set(one, "free_for"),
        "accessible": implied(
            frozenset(map(Support, _set(one, "accessible"))), one.get("steps"), _set(one, "welcomes")
        ),
        "not_accessible": frozenset(map(Support, _set(one, "not_accessible"))),
        "tongues": frozenset(map(Tongue, _set(one, "languages"))),
        "traits": frozenset(map(Trait, _set(one, "traits")))
        | derived(Sex(one["only"]) if "only" in one else None, _set(one, "welcomes")),
        "not_traits": frozenset(map(Trait, _set(one, "not_traits"))),
    }


def _wished(one: dict[str, Any], roads: list[Road]) -> Wished:
    numbers: Any = {
        name: one.get(name) for name in ("minutes", "fee_limit", "fee_month", "fee_year", "steps", "stay", "age")
    }
    ways = frozenset(map(Travel, _set(one, "ways")))
    area = one.get("area", "")
    return Wished(
        interests=_set(one, "interests"),
        words=tokens("。".join((one.get("words", ""), *one.get("topics", ())))),
        topics=topics(one.get("topics", ())),
        only_topics=one.get("only_topics", False),
        not_topics=narrow_topics(one.get("not_topics", ())),
        must_words=narrow_topics(one.get("must_words", ())),
        doings=frozenset(map(Doing, _set(one, "roles"))),
        likes=frozenset(map(Trait, _set(one, "likes"))),
        must=frozenset(map(Trait, _set(one, "must"))),
        never=frozenset(map(Trait, _set(one, "never"))),
        weeks=frozenset(one.get("weeks", ())),
        not_areas=_set(one, "not_areas"),
        times=slot.named(one.get("times", ())),
        area=area,
        ways=ways,
        reached=reached(area, ways, one.get("minutes"), roads),
        company=frozenset(map(Company, _set(one, "company"))),
        fears=frozenset(map(Fear, _set(one, "fears"))),
        tongues=frozenset(map(Tongue, _set(one, "languages"))),
        support=frozenset(map(Support, _set(one, "support"))),
        after=_minute(one.get("after")),
        until=_minute(one.get("until")),
        as_whom=_set(one, "as_whom"),
        sex=Sex(one["sex"]) if "sex" in one else None,
        turn=one["key"],
        **numbers,
    )


def _roads(one: dict[str, Any]) -> list[Road]:
    times = slot.named(one["times"]) if "times" in one else ALWAYS
    there = Road(
        one["from"], one["to"], Travel(one["way"]), one.get("minutes", UNSAID_MINUTES), times, _minute(one.get("last"))
    )
    back = Road(one["to"], one["from"], there.way, there.minutes, times, there.last)
    return [there, back] if one.get("both") else [there]


def _set(one: dict[str, Any], name: str) -> frozenset[str]:
    return frozenset(one.get(name, ()))


def _minute(clock: str | None) -> int | None:
    if clock is None:
        return None
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)
