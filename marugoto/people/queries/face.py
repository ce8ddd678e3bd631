"""How a person is shown: values without a table behind them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from marugoto.people.codes import DescentKind, MarkKind, Sex, UnionKind, UnionState
from marugoto.people.models import Person
from marugoto.people.rules.age import about_age, age


@dataclass(frozen=True)
class PersonFace:
    """`called` is never empty; `age` in full years on the day of looking or at death, or `about` from the year of birth alone."""

    person: UUID
    called: str
    name: str
    kana: str
    sex: Sex
    birth: date | None
    birth_year: int | None
    age: int | None
    about: bool
    dead: bool
    died_on: date | None


@dataclass(frozen=True)
class PhoneLine:
    phone: UUID
    number: str
    note: str
    guarded: bool


@dataclass(frozen=True)
class AddressLine:
    address: UUID
    text: str
    postal: str
    note: str
    since: date | None
    guarded: bool


@dataclass(frozen=True)
class Contact:
    phones: tuple[PhoneLine, ...] = ()
    addresses: tuple[AddressLine, ...] = ()


@dataclass(frozen=True)
class UnionTie:
    """Two visible persons; `since` is the day on which the state began, with the latest of its `turns`."""

    union: UUID
    turn: UUID
    turns: int
    one: UUID
    other: UUID
    kind: UnionKind
    state: UnionState
    since: date | None
    united: date | None


@dataclass(frozen=True)
class DescentTie:
    descent: UUID
    parent: UUID
    child: UUID
    kind: DescentKind


@dataclass(frozen=True)
class MarkTie:
    """A mark of the picture, of visible people; `other` None: a role of `one` for the household."""

    mark: UUID
    one: UUID
    other: UUID | None
    kind: MarkKind


@dataclass(frozen=True)
class Ties:
    unions: tuple[UnionTie, ...] = ()
    descents: tuple[DescentTie, ...] = ()


def face_of(row: Person, on: date) -> PersonFace:
    """`row` was read together with its death (`select_related("death")`)."""
    death = getattr(row, "death", None)  # no row, no death: Django raises an AttributeError of its own
    died_on = death.day if death else None
    exact, about = age(row.birth, on, died_on), about_age(row.birth_year, on)
    return PersonFace(
        person=row.pk,
        called=row.called,
        name=row.name,
        kana=row.kana,
        sex=Sex(row.sex),
        birth=row.birth,
        birth_year=row.birth_year,
        age=about if exact is None else exact,
        about=exact is None and about is not None,
        dead=death is not None,
        died_on=died_on,
    )
