"""The town that is measured: so many open needs, persons and workers, in rows as the actions of the house write them.

A few hundred households are told by the real actions; the rows they leave are multiplied in bulk with other ids, names, hands and
moments of the same days. `_city_gate` holds both against each other.
"""

import time
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from benches import _city_cast as casting
from benches._city_mould import Making, fixed, told_with, written_down
from benches._city_rows import Rows, open_rows
from benches._city_story import SHAPES, Office, Telling

BODY = "990019"
FOUNDED = date(2023, 4, 1)
FOUNDED_AT = datetime(2023, 4, 1, 0, 0, tzinfo=UTC)
AREAS = ("north", "centre", "south", "east")
PASSWORD = "measured-by-day-9"  # noqa: S105 — accounts of a database that is gone when the measurement ends
BEGAN = (30, 45, 60, 90, 120, 180, 240, 300)  # days before the latest deed
LATEST = (1, 2, 1, 3, 2, 5, 8, 15)  # open days before today
MANY = 10_000  # needs from which on it is quicker to make the indexes anew
WAITING = ("offered",)  # what waits for an answer was asked in the last days: silence would have ended it


@dataclass(frozen=True)
class Size:
    needs: int
    persons: int
    teams: int
    workers: int  # of each team
    turns: int  # how often each shape is told


SIZES = {
    "small": Size(40, 120, 3, 4, 1),
    "tiny": Size(300, 800, 4, 8, 2),
    "town": Size(3_000, 10_000, 10, 16, 6),
    "city": Size(30_000, 80_000, 40, 16, 8),
    "large": Size(150_000, 400_000, 100, 16, 8),
}


@dataclass
class Town:
    """What `walks` and the gate know of what was loaded."""

    size: Size
    rows: Rows
    book: casting.Book
    users: list[list[str]] = field(default_factory=list)  # account names by office
    tower: str = ""
    known: frozenset[str] = frozenset()
    seconds: dict[str, float] = field(default_factory=dict)
    written: frozenset[str] = frozenset()  # the tables


HERE: list[Town] = []


def load(size: str, seed: int) -> dict[str, Any]:
    """Answers how many of what there are now, and how long each part of it took."""
    chosen = SIZES[size]
    began = time.monotonic()
    offices, users, tower = _settle(chosen)
    town = fill(chosen, seed, offices, users, tower, began=began)
    _seal()
    town.seconds["sealed"] = time.monotonic() - began
    return _counted(town)


def fill(
    size: Size,
    seed: int,
    offices: list[Office],
    users: list[list[str]] | None = None,
    tower: str = "",
    *,
    began: float | None = None,
) -> Town:
    """The households of a body that is settled already, in the hands of these offices."""
    began = time.monotonic() if began is None else began
    rows = open_rows()
    town = Town(size, rows, casting.Book(seed, offices, AREAS, {}), users or [], tower, frozenset(_known(rows)))
    HERE[:] = [town]
    town.seconds["settled"] = time.monotonic() - began
    town.book.stands = _moulds(town)
    town.written = frozenset(table for some in town.book.stands.values() for one in some for table in one.mould.keys)
    town.seconds["told"] = time.monotonic() - began
    _multiply(town)
    town.seconds["written"] = time.monotonic() - began
    return town


def _multiply(town: Town) -> None:
    book, rows, size = town.book, town.rows, town.size
    told = {shape.name: shape for shape in SHAPES}
    needs = size.needs - sum(told[name].needs * len(some) for name, some in book.stands.items())
    persons = size.persons - sum(told[name].persons * len(some) for name, some in book.stands.items())
    book.plan = [(name, 0) for name in casting.drawn(max(needs, 0), persons, book.seed)]
    rows.begin(town.written if size.needs >= MANY else ())
    writer = casting.Writer(book, rows)
    writer.years = _years(rows)
    years = writer.write_all()
    for year, value in years.items():
        rows.ask(f"UPDATE ground_counter SET value = {value} WHERE name = 'case {year}' RETURNING value")
    rows.end()


def _years(rows: Rows) -> dict[str, int]:
    found = rows.ask("SELECT name, value FROM ground_counter WHERE name LIKE 'case %'")
    return {name.removeprefix("case "): value for name, value in found}


def _settle(size: Size) -> tuple[list[Office], list[list[str]], str]:
    """The body with a team of last resort among the teams, a control tower, and an account for everybody."""
    from django.contrib.auth.hashers import make_password
    from django.db import transaction

    from marugoto.agencies import actions as agencies
    from marugoto.agencies.codes import Role
    from marugoto.agencies.queries.system import system_viewer

    by: dict[str, Any] = {"by": system_viewer(BODY, FOUNDED_AT), "at": FOUNDED_AT}
    password = make_password(PASSWORD)
    with transaction.atomic():
        agencies.settle_body(code=BODY, name="ためし市", population=size.persons, training=False, **by)
        for name in ("multilayered", "welfare_office", "child_council"):
            agencies.settle_profile(name=name, value="yes", since=FOUNDED, **by)
        for code in AREAS:
            agencies.settle_district(code=code, name=code, **by)
        settled = [settle_office(by, place, size, password) for place in range(size.teams)]
        _, names = settle_office(by, size.teams, Size(0, 0, 0, 2, 0), password, (Role.COORDINATOR,), tower=True)
    return [office for office, _ in settled], [names for _, names in settled], names[0]


def settle_office(
    by: dict[str, Any], place: int, size: Size, password: str, roles: tuple[Any, ...] = (), *, tower: bool = False
) -> tuple[Office, list[str]]:
    from django.contrib.auth import get_user_model

    from marugoto.agencies import actions as agencies
    from marugoto.agencies.codes import Field, Role

    house = agencies.settle_agency(name=f"相談支援第{place + 1}課", short=f"第{place + 1}課", field=Field.GENERAL, **by)
    team = agencies.settle_team(
        agency=house, name="相談係", phone="0000-22-1200", last_resort=place == 0, control_tower=tower, **by
    )
    duties, workers, names = [], [], []
    for number in range(size.workers):
        user = get_user_model().objects.create(username=f"w{place}-{number}", password=password)
        name = f"係員 {place}の{number}"
        worker = agencies.settle_worker(name=name, kana="かかりいん", user_id=int(user.pk), **by)
        wears = roles or ((Role.CHIEF, Role.COUNSELLOR) if number == 0 else (Role.COUNSELLOR,))
        duty = agencies.settle_duty(
            worker=worker, team=team, name="相談員", roles=wears, since=FOUNDED, head=number == 0, **by
        )
        duties.append(duty.pk)
        workers.append(worker.pk)
        names.append(user.username)
    return Office(house.pk, team.pk, tuple(duties), tuple(workers)), names


def _known(rows: Rows) -> list[str]:
    """Ids that are there before anything happens: a telling may point at them, and they stay as they are."""
    tables = [table for table in rows.columns if table.startswith("agencies_") and "id" in rows.columns[table]]
    found = [str(key).replace("-", "") for table in tables for (key,) in rows.ask(f'SELECT id FROM "{table}"')]
    return [*found, "0" * 32]


def _moulds(town: Town) -> dict[str, list[casting.Stand]]:
    """Each shape told several times, on several days, by people of several teams."""
    stands: dict[str, list[casting.Stand]] = {}
    offices = town.book.offices
    for place, shape in enumerate(SHAPES):
        for turn in range(town.size.turns):
            home = offices[(place + turn) % len(offices)]
            other = offices[(place + turn + 1) % len(offices)]
            begins, last = days_of(shape.name, turn)
            roles = told_with(home, other, begins, last, turn)
            written = tell(shape, roles)
            mould = fixed(Making(town.rows, roles, town.known).make(written))
            stands.setdefault(shape.name, []).append(casting.Stand(shape, mould, begins, last, turn))
    return stands


def days_of(shape: str, turn: int) -> tuple[date, date]:
    """When it begins, and the day of its latest deeds."""
    from django.utils import timezone

    from marugoto.agencies.queries.calendar import calendar_of
    from marugoto.kernel.jst import local_day

    calendar, today = calendar_of(BODY), local_day(timezone.now())
    latest = LATEST[turn % 3] if shape in WAITING else LATEST[turn % len(LATEST)]
    last = calendar.add(today, -latest)
    return calendar.next_open(last - timedelta(days=BEGAN[turn % len(BEGAN)])), last


def tell(shape: Any, roles: Any) -> dict[str, list[str]]:
    """By the real actions, all of it or nothing; answers what was written."""
    from django.db import transaction

    with written_down() as written, transaction.atomic():
        shape.tell(Telling(roles))
    return written


def _seal() -> None:
    """Every book, as the courier seals it; the check of the command line then walks along the chain."""
    from django.utils import timezone

    from marugoto.disclosure.actions.books import seal_everywhere

    seal_everywhere(at=timezone.now())


def _counted(town: Town) -> dict[str, Any]:
    counts = {
        "open needs": "custody_ball WHERE settlement_id IS NULL AND matter_kind = 'need'",
        "open balls": "custody_ball WHERE settlement_id IS NULL",
        "persons": "people_person",
        "households": "people_household",
        "folders": "disclosure_folder",
        "facts": "ledger_fact",
        "grants": "disclosure_grant",
        "restrictions": "disclosure_restriction",
        "consents": "disclosure_consent",
        "workers": "agencies_worker",
        "teams": "agencies_team",
    }
    found = {name: town.rows.ask(f"SELECT count(*) FROM {where}")[0][0] for name, where in counts.items()}
    return (
        found | {"rows cast": town.book.rows} | {f"{name} after s": round(at, 1) for name, at in town.seconds.items()}
    )
