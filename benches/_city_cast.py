"""Cast household after household from the moulds: the same number and seed give the same rows, ids included."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from typing import Any
from uuid import UUID

from benches._city_mould import FACTS, GRAMS, NAMED, PEOPLE, Mould, hand_ids
from benches._city_rows import Rows
from benches._city_story import BORN, SHAPES, Name, Office, Roles, Shape
from marugoto.custody.rules.number import number_of
from marugoto.demo.names import given_names_of, read_parts
from marugoto.demo.surnames import SURNAMES
from marugoto.kernel.fold import fold
from marugoto.people.codes import GramKind, Sex
from marugoto.people.rules.address import kept_address
from marugoto.people.rules.name import grams

AT_ONCE = 4_000  # households written together
CASEWORK = [shape for shape in SHAPES if shape.weight]
KNOWN = next(shape for shape in SHAPES if not shape.weight)
ALONE = next(shape for shape in SHAPES if (shape.persons, shape.needs) == (1, 1))


@dataclass(frozen=True)
class Stand:
    """A mould and with what it was told: the shape, the days, and which of its variations it is."""

    shape: Shape
    mould: Mould
    begins: date
    last: date
    turn: int


@dataclass
class Book:
    """What was loaded: enough to cast any of it again."""

    seed: int
    offices: Sequence[Office]
    areas: Sequence[str]
    stands: dict[str, list[Stand]]
    plan: list[tuple[str, int]] = field(default_factory=list)  # by number: shape, persons
    rows: int = 0


@dataclass(frozen=True)
class Cast:
    """One household before its rows are written."""

    number: int
    stand: Stand
    roles: Roles
    ids: list[str]


def drawn(size: int, persons: int, seed: int) -> list[str]:
    """The shapes of all households, until so many needs are open and so many persons known."""
    rng = random.Random(f"{seed}:shapes")
    weights = list(accumulate(shape.weight for shape in CASEWORK))
    found: list[Shape] = []
    left, most = size, max(shape.needs for shape in CASEWORK)
    while left:
        shape = rng.choices(CASEWORK, cum_weights=weights)[0] if left >= most else ALONE
        found.append(shape)
        left -= shape.needs
        persons -= shape.persons
    found += [KNOWN] * max(0, -(-persons // KNOWN.persons))
    rng.shuffle(found)
    return [shape.name for shape in found]


def household(book: Book, number: int) -> Cast:
    rng = random.Random(f"{book.seed}:{number}")
    stand = rng.choice(book.stands[book.plan[number][0]])
    home, other = rng.sample(range(len(book.offices)), 2)
    at_home, beside = book.offices[home], book.offices[other]
    family = _family(rng)
    roles = Roles(
        home=at_home,
        other=beside,
        lead=rng.randrange(1, len(at_home.duties)),
        second=rng.randrange(1, len(beside.duties)),
        people=tuple(_person(rng, family, place) for place in range(max(1, stand.mould.people))),
        area=rng.choice(book.areas),
        begins=stand.begins,
        last=stand.last,
        seconds=timedelta(microseconds=rng.randrange(1, 60_000_000)),
        turn=stand.turn,
    )
    whole = f"{rng.getrandbits(128 * stand.mould.ids):0{32 * stand.mould.ids}x}"
    return Cast(number, stand, roles, [whole[at : at + 32] for at in range(0, len(whole), 32)])


_FAMILIES = [read_parts(line) for line in SURNAMES]
_WEIGHTS = list(accumulate(SURNAMES.values()))


def _family(rng: random.Random) -> Any:
    return rng.choices(_FAMILIES, cum_weights=_WEIGHTS)[0]


@cache
def _given(place: int) -> list[Any]:
    sex = Sex.FEMALE if place % 2 else Sex.MALE
    return [read_parts(line) for line in given_names_of(BORN[place].year, sex)]


def _person(rng: random.Random, family: Any, place: int) -> Name:
    given = rng.choice(_given(place))
    born = date(BORN[place].year, 1, 1) + timedelta(days=rng.randrange(365))
    phone = f"0900-{rng.randrange(100):02d}-{rng.randrange(10_000):04d}"
    block, house, flat = rng.randrange(1, 10), rng.randrange(1, 30), rng.randrange(1, 40)
    address = f"水神町{block}丁目{house}-{flat}"
    return Name(family.written, given.written, family.kana, given.kana, born, phone, address)


class Writer:
    """Gathers the rows of some thousand households and writes them table by table; facts wait for their day."""

    def __init__(self, book: Book, rows: Rows) -> None:
        self.book, self.rows = book, rows
        self.texts: dict[str, list[str]] = defaultdict(list)
        self.facts: dict[str, list[str]] = defaultdict(list)
        self.numbers: set[str] = {number for (number,) in rows.ask("SELECT number FROM custody_ball")}
        self.years: dict[str, int] = {}

    def write_all(self, said: Callable[[int], None] = lambda _: None) -> dict[str, int]:
        """Every household of the plan; answers the last number of each year's counter of cases."""
        for number in range(len(self.book.plan)):
            self._add(household(self.book, number))
            if number % AT_ONCE == AT_ONCE - 1:
                self._flush()
                said(number + 1)
        self._flush()
        for day in sorted(self.facts, key=int):
            self.rows.write(FACTS, self.facts.pop(day))
        return self.years

    def _add(self, cast: Cast) -> None:
        mould = cast.stand.mould
        values = self._values(cast)
        for table, (text, getter, count) in mould.parts.items():
            self.texts[table].append(text % getter(values))
            self.book.rows += count
        for day, (text, getter, count) in mould.facts.items():
            self.facts[day].append(text % getter(values))
            self.book.rows += count
        for place, (body, made, folder, person) in enumerate(mould.grams):
            self._index(cast, cast.roles.people[place], (body, made, cast.ids[folder], cast.ids[person]))

    def _index(self, cast: Cast, name: Name, where: tuple[str, str, str, str]) -> None:
        body, made, folder, person = where
        made = made.format(said_seconds(cast.roles.seconds))
        found = _grams(name.full, name.kana)
        whole = f"{random.Random(person).getrandbits(128 * len(found)):0{32 * len(found)}x}"
        self.texts[GRAMS].append(
            "".join(
                f"{whole[32 * at : 32 * at + 32]}\t{body}\t{made}\t{folder}\t{person}\t{gram}\n"
                for at, gram in enumerate(found)
            )
        )
        self.book.rows += len(found)

    def _values(self, cast: Cast) -> list[str]:
        mould, ids = cast.stand.mould, cast.ids
        hands = hand_ids(cast.roles)
        case = ""
        if mould.year:
            self.years[mould.year] = self.years.get(mould.year, 0) + 1
            case = f"{mould.year}-{self.years[mould.year]:04d}"
        return [
            *ids,
            *(dashed(ids[number]) for number in mould.dashed),
            *hands,
            *map(dashed, hands),
            said_seconds(cast.roles.seconds)[1:],
            cast.roles.area,
            cast.roles.people[0].family,
            case,
            *(self._free_number(UUID(hex=ids[ball])) for ball in mould.balls),
            *_said(cast.roles.people),
        ]

    def _free_number(self, ball: UUID) -> str:
        """As the house gives them: the first that is not taken."""
        attempt = 0
        while (number := number_of(ball, attempt)) in self.numbers:
            attempt += 1
        self.numbers.add(number)
        return number

    def _flush(self) -> None:
        for table, texts in self.texts.items():
            self.rows.write(table, texts)
        self.texts.clear()


@cache
def _grams(full: str, kana: str) -> list[str]:
    found = [(GramKind.NAME, gram) for gram in grams(full)] + [(GramKind.KANA, gram) for gram in grams(kana)]
    return [f"{kind}\t{gram}" for kind, gram in sorted(found)]


@cache
def _folded(text: str) -> str:
    return fold(text)


def _said(people: Sequence[Name]) -> Iterator[str]:
    """In the order of `NAMED`, for as many places as there are marks."""
    for name in people:
        yield from (name.full, _folded(name.full), name.kana, _folded(name.kana), str(name.birth))
        yield from (name.phone, name.phone.replace("-", ""), name.address, kept_address(name.address))
    yield from [""] * (len(NAMED) * (len(PEOPLE) - len(people)))


def said_seconds(seconds: timedelta) -> str:
    """As both databases write them within a moment; never a whole second, which they would write shorter."""
    micro = seconds.seconds * 1_000_000 + seconds.microseconds
    return f":{micro // 1_000_000:02d}.{micro % 1_000_000:06d}"


def dashed(key: str) -> str:
    return f"{key[:8]}-{key[8:12]}-{key[12:16]}-{key[16:20]}-{key[20:]}"
