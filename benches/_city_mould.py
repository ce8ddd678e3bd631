"""From the rows that one telling left to a mould, from which any number of others are cast.

A mould keeps the rows as text, in the form of PostgreSQL's COPY, with a place for everything that differs: new ids, the hands, the
names, the district, the seconds, the numbers said on the telephone. What the telling was told with are marks that occur nowhere
else, so that each can be found again in the rows.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from operator import itemgetter
from typing import Any

from benches._city_rows import NULL, Rows
from benches._city_story import BORN, Name, Office, Roles
from marugoto.kernel.fold import fold
from marugoto.people.rules.address import kept_address

UID = re.compile(
    r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b|(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])"
)
INSERTED = re.compile(r'INSERT INTO "(\w+)"')
SECONDS = timedelta(seconds=17, microseconds=123)
MARKED_SECONDS = ":17.000123"
AREA = "印区"
FACTS, GRAMS, COUNTERS, PERSONS = "ledger_fact", "people_persongram", "ground_counter", "people_person"
BALLS, CASES = "custody_ball", "casework_case"


def marked(place: int) -> Name:
    """The person at that place of the household, with a name that nobody bears."""
    return Name(
        "靐齉", f"龗龖{place}", "ぬゑゐ", f"ゐゑぬ{place}", BORN[place], f"0999-00-777{place}", f"靐町{place}-7-7"
    )


PEOPLE = tuple(map(marked, range(len(BORN))))


@contextmanager
def written_down() -> Iterator[dict[str, list[str]]]:
    """Which rows are written meanwhile, by table: every id that stands in an INSERT, in the order in which it was written."""
    from django.db import connection

    seen: dict[str, dict[str, None]] = defaultdict(dict)

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        found = INSERTED.match(sql)
        if found:
            for value in UID.findall(str(params)):
                seen[found[1]][value.replace("-", "")] = None
        return execute(sql, params, many, context)

    written: dict[str, list[str]] = {}
    with connection.execute_wrapper(note):
        yield written
    written.update({table: list(keys) for table, keys in seen.items()})


@dataclass
class Mould:
    """`parts`: for each table its text with places and which values go there; `facts` the same by day."""

    ids: int = 0
    dashed: list[int] = field(default_factory=list)
    balls: list[int] = field(default_factory=list)
    year: str = ""  # of the case's number; empty where there is no case
    people: int = 0
    grams: list[tuple[str, str, int, int]] = field(default_factory=list)
    parts: dict[str, tuple[str, Any, int]] = field(default_factory=dict)
    facts: dict[str, tuple[str, Any, int]] = field(default_factory=dict)
    keys: dict[str, list[int]] = field(default_factory=dict)


class Making:
    """Finds the places in the rows of one telling."""

    def __init__(self, rows: Rows, roles: Roles, known: frozenset[str]) -> None:
        self.rows, self.known, self.mould = rows, known, Mould()
        self.numbers: dict[str, int] = {}
        self.hands = hands_of(roles)
        self.marks = _marks()
        self.case_number = ""
        marks = sorted(self.marks, key=len, reverse=True)
        self.both = re.compile("|".join([*map(re.escape, marks), UID.pattern]))

    def make(self, written: dict[str, list[str]]) -> Mould:
        found = {table: self.rows.read(table, keys) for table, keys in written.items() if table != COUNTERS}
        own = {key for keys in written.values() for key in keys}
        found[COUNTERS] = self.rows.read_counters(own)
        self._special(found)
        grams = found.pop(GRAMS, [])
        for table, lines in found.items():
            if table == FACTS:
                self._facts(lines)
            elif lines:
                self.mould.parts[table] = self._part(table, lines)
                self.mould.keys[table] = self._keys(table, lines)
        self._grams(grams)
        self.mould.ids = len(self.numbers)
        return self.mould

    def _special(self, found: dict[str, list[list[str]]]) -> None:
        """Numbers that are computed anew: of each ball from its id, of the case from the counter."""
        columns = self.rows.columns
        self.ball_numbers = {}
        for row in found.get(BALLS, []):
            key = self._number(row[columns[BALLS].index("id")])
            self.mould.balls.append(key)
            self.ball_numbers[row[columns[BALLS].index("number")]] = len(self.mould.balls) - 1
        for row in found.get(CASES, []):
            self.case_number = row[columns[CASES].index("number")]
            self.mould.year = self.case_number.partition("-")[0]
        self.mould.people = len(found.get(PERSONS, []))

    def _number(self, key: str) -> int:
        return self.numbers.setdefault(key.replace("-", ""), len(self.numbers))

    def _keys(self, table: str, lines: list[list[str]]) -> list[int]:
        if table == COUNTERS:
            return []
        at = self.rows.columns[table].index("id")
        return [self._number(row[at]) for row in lines]

    def _facts(self, lines: list[list[str]]) -> None:
        day = self.rows.columns[FACTS].index("day")
        by_day: dict[str, list[list[str]]] = defaultdict(list)
        for row in lines:
            by_day[row[day]].append(row)
        self.mould.facts = {day: self._part(FACTS, rows) for day, rows in by_day.items()}
        uid = self.rows.columns[FACTS].index("uid")
        self.mould.keys[FACTS] = [self._number(row[uid]) for row in lines]

    def _grams(self, lines: list[list[str]]) -> None:
        """Which persons' names are indexed, under which moment and folder; the grams follow from the name."""
        columns = self.rows.columns[GRAMS]
        seen: dict[str, None] = {}
        for row in lines:
            one = dict(zip(columns, row, strict=True))
            if one["person_id"] in seen:
                continue
            seen[one["person_id"]] = None
            made = one["made_at"].replace(MARKED_SECONDS, "{}")
            self.mould.grams.append((one["body"], made, self._number(one["folder_id"]), self._number(one["person_id"])))

    def _part(self, table: str, lines: list[list[str]]) -> tuple[str, Any, int]:
        places: list[Any] = []
        text = []
        for row in lines:
            cells = [
                self._cell(table, column, cell, places)
                for column, cell in zip(self.rows.columns[table], row, strict=True)
            ]
            text.append("\t".join(cells) + "\n")
        return "".join(text), places, len(lines)

    def _cell(self, table: str, column: str, cell: str, places: list[Any]) -> str:
        if cell == NULL:
            return cell
        if (table, column) == (BALLS, "number"):
            places.append(("ball", self.ball_numbers[cell]))
            return "%s"
        if (table, column) == (CASES, "number"):
            places.append(("case", 0))
            return "%s"
        return self._words(cell.replace("%", "%%"), column, places)

    def _words(self, cell: str, column: str, places: list[Any]) -> str:
        """One pass over the cell from left to right, so that places stand in the order of the text."""
        native = column in self.rows.uuids

        def place(found: re.Match[str]) -> str:
            word = found[0]
            if word in self.marks:
                places.append(self.marks[word])
                return ":%s" if word == MARKED_SECONDS else "%s"
            key = word.replace("-", "")
            dashed = "-" in word and not native
            if key in self.hands:
                places.append(("hand_dashed" if dashed else "hand", self.hands[key]))
            elif key in self.known:
                return word
            elif dashed:
                places.append(("dashed", self._dashed(key)))
            else:
                places.append(("id", self._number(key)))
            return "%s"

        return self.both.sub(place, cell)

    def _dashed(self, key: str) -> int:
        number = self._number(key)
        if number not in self.mould.dashed:
            self.mould.dashed.append(number)
        return self.mould.dashed.index(number)


def _marks() -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {MARKED_SECONDS: ("seconds", 0), AREA: ("area", 0)}
    for place, name in enumerate(PEOPLE):
        found |= {
            fold(name.full): (f"full_folded{place}", 0),
            name.full: (f"full{place}", 0),
            fold(name.kana): (f"kana_folded{place}", 0),
            name.kana: (f"kana{place}", 0),
            str(name.birth): (f"birth{place}", 0),
            name.phone: (f"phone{place}", 0),
            name.phone.replace("-", ""): (f"digits{place}", 0),
            name.address: (f"address{place}", 0),
            kept_address(name.address): (f"address_kept{place}", 0),
        }
    return found | {PEOPLE[0].family: ("family", 0)}


def hands_of(roles: Roles) -> dict[str, int]:
    """Every id of the two offices, with its place in `hand_ids`."""
    return {key: place for place, key in enumerate(hand_ids(roles))}


def hand_ids(roles: Roles) -> list[str]:
    return [*_ids_of(roles.home, roles.lead), *_ids_of(roles.other, roles.second)]


def _ids_of(office: Office, leads: int) -> list[str]:
    """Agency, team, who leads, the head, and nobody else: others take no part in a telling."""
    people = (office.duties[leads], office.workers[leads], office.duties[0], office.workers[0])
    return [one.hex for one in (office.agency, office.team, *people)]


NAMED = ("full", "full_folded", "kana", "kana_folded", "birth", "phone", "digits", "address", "address_kept")


def values_at(mould: Mould) -> dict[tuple[str, int], int]:
    """Where in the list of values, as `cast` lays them out, each kind of place stands."""
    layout: list[tuple[str, int]] = [("id", number) for number in range(mould.ids)]
    layout += [("dashed", number) for number in range(len(mould.dashed))]
    layout += [("hand", number) for number in range(12)] + [("hand_dashed", number) for number in range(12)]
    layout += [("seconds", 0), ("area", 0), ("family", 0), ("case", 0)]
    layout += [("ball", number) for number in range(len(mould.balls))]
    layout += [(f"{kind}{place}", 0) for place in range(len(PEOPLE)) for kind in NAMED]
    return {key: at for at, key in enumerate(layout)}


def fixed(mould: Mould) -> Mould:
    """The places turned into getters over the list of values."""
    at = values_at(mould)

    def getter(part: tuple[str, Any, int]) -> tuple[str, Any, int]:
        text, places, count = part
        where = [at[place] for place in places]
        return text, itemgetter(*where) if len(where) > 1 else (lambda values: (values[where[0]],)), count

    mould.parts = {table: getter(part) for table, part in mould.parts.items()}
    mould.facts = {day: getter(part) for day, part in mould.facts.items()}
    return mould


def told_with(home: Office, other: Office, begins: date, last: date, turn: int) -> Roles:
    """The marks a telling for a mould is told with."""
    return Roles(home, other, 1, 1, PEOPLE, AREA, begins, last, SECONDS, turn)
