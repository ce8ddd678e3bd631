"""Persons and their kinship as sketches."""

from dataclasses import dataclass
from datetime import date

from marugoto.demo.names import InventedName
from marugoto.people.codes import Sex, UnionKind, UnionState


@dataclass(frozen=True)
class PersonSketch:
    """`here` lives in the household; `relation` is 続柄 as seen from the head; `country` empty means Japanese nationality."""

    key: str
    name: InventedName
    sex: Sex
    born: date
    relation: str
    here: bool = True
    died: date | None = None
    work: str = ""
    country: str = ""

    def age_on(self, day: date) -> int:
        """Full years; of a dead person those at death."""
        last = self.died or day
        return last.year - self.born.year - ((last.month, last.day) < (self.born.month, self.born.day))


@dataclass(frozen=True)
class UnionSketch:
    """Two keys of persons; `until` is the year in which it ended, by divorce (`state`) or by a death."""

    first: str
    second: str
    kind: UnionKind
    state: UnionState
    since: int
    until: int | None = None


@dataclass(frozen=True)
class DescentSketch:
    child: str
    parent: str
