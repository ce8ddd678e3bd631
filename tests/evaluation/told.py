"""A fact, and the facts of a body as they stand, in plain Python."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from marugoto.evaluation.measures import Coded, Kinds, Window


class Told(NamedTuple):
    """A fact, with the columns a measure may read, and what tells it apart."""

    seq: int
    uid: UUID
    kind: str
    body: str
    area: str
    fy: int
    day: int
    bday: int
    org: UUID
    duty: UUID
    subject: UUID | None
    matter: UUID | None
    corrects: UUID | None
    ref_1: UUID | None
    ref_2: UUID | None
    ref_3: UUID | None
    code_1: str
    code_2: str
    code_3: str
    code_4: str
    num_1: int | None
    num_2: int | None
    num_3: int | None
    num_4: int | None


class Row(NamedTuple):
    """One row a measure looked at."""

    fulfilled: bool
    ended: bool = True
    value: int | None = None


class Book:
    """The facts of one body as they stand, in the order in which they were told: delivered twice is told once, and what another
    fact of the body corrects counts no more."""

    def __init__(self, told: Iterable[Told]) -> None:
        once = {fact.uid: fact for fact in told}
        corrected = {fact.corrects for fact in once.values()}
        self.facts = sorted((fact for fact in once.values() if fact.uid not in corrected), key=lambda fact: fact.seq)

    @cached_property
    def by_kind(self) -> dict[str, list[Told]]:
        found: defaultdict[str, list[Told]] = defaultdict(list)
        for fact in self.facts:
            found[fact.kind].append(fact)
        return found

    def told(self, kinds: Kinds) -> list[Told]:
        """Facts of these kinds, each once, in their order."""
        names = dict.fromkeys(kind if isinstance(kind, str) else kind.kind for kind in kinds)
        found = [fact for name in names for fact in self.by_kind.get(name, []) if is_of(fact, kinds)]
        return sorted(found, key=lambda fact: fact.seq)

    def seen(self, kinds: Kinds, window: Window) -> list[Told]:
        return [fact for fact in self.told(kinds) if window.since_day <= fact.day < window.until_day]


def is_of(fact: Told, kinds: Kinds) -> bool:
    for kind in kinds:
        if isinstance(kind, Coded):
            if fact.kind == kind.kind and getattr(fact, kind.column) in kind.among:
                return True
        elif fact.kind == kind:
            return True
    return False


def agree(one: Told, other: Told, *columns: str) -> bool:
    """What is missing agrees with nothing."""
    return all(getattr(one, name) is not None and getattr(one, name) == getattr(other, name) for name in columns)


def later(first: Told, then: Iterable[Told], *columns: str) -> list[Told]:
    return [fact for fact in then if fact.seq > first.seq and agree(first, fact, *columns)]


def by_matter(facts: Iterable[Told]) -> dict[UUID | None, list[Told]]:
    found: defaultdict[UUID | None, list[Told]] = defaultdict(list)
    for fact in facts:
        found[fact.matter].append(fact)
    return found
