"""名簿: who works in a municipality, as its office writes it down in one TOML file.

Agencies, teams and workers are tied together by the names the office itself uses; a worker is known by his login.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from marugoto.agencies.codes import BodyKind, Field, Role
from marugoto.kernel.decision import Refused

T = TypeVar("T")
AGAIN = "直してから、もう一度取り込んでください。まだ何も変えていません。"


@dataclass(frozen=True)
class BodyEntry:
    """`code` is the six-digit 団体コード; `prefecture` that of the prefecture, when it is in the installation too."""

    code: str
    name: str
    kana: str
    kind: BodyKind
    population: int | None
    prefecture: str | None
    training: bool


@dataclass(frozen=True)
class ProfileEntry:
    """One municipal difference from a day on: multilayered, welfare_office, child_council …"""

    name: str
    value: str
    since: date


@dataclass(frozen=True)
class DistrictEntry:
    code: str
    name: str


@dataclass(frozen=True)
class AgencyEntry:
    name: str
    short: str
    field: Field
    contracted: bool
    sensitive: bool
    has_accounts: bool


@dataclass(frozen=True)
class TeamEntry:
    agency: str
    name: str
    phone: str
    hours: str
    district: str
    last_resort: bool
    control_tower: bool


@dataclass(frozen=True)
class WorkerEntry:
    login: str
    name: str
    kana: str
    phone: str


@dataclass(frozen=True)
class DutyEntry:
    """`since` is the first day, `until` the first day without it."""

    worker: str
    agency: str
    team: str
    name: str
    roles: tuple[Role, ...]
    since: date
    until: date | None
    head: bool


@dataclass(frozen=True)
class Roster:
    """What the file says, in its order."""

    body: BodyEntry
    profile: tuple[ProfileEntry, ...]
    districts: tuple[DistrictEntry, ...]
    agencies: tuple[AgencyEntry, ...]
    teams: tuple[TeamEntry, ...]
    workers: tuple[WorkerEntry, ...]
    duties: tuple[DutyEntry, ...]


class _Table:
    """One table of the file; whatever is wrong in it is said with its place. What nobody asked for is a slip of the pen."""

    def __init__(self, place: str, said: Any) -> None:
        if not isinstance(said, dict):
            raise Refused(f"名簿の{place}の書き方が違います。", AGAIN)
        self.place, self.said, self.asked = place, said, set[str]()

    def text(self, name: str, *, needed: bool = True, limit: int = 120) -> str:
        value = self._get(name)
        if value is None and not needed:
            return ""
        if not isinstance(value, str) or (needed and not value.strip()) or len(value) > limit:
            raise Refused(f"名簿の{self.place}の「{name}」が書かれていないか、{limit}字より長くなっています。", AGAIN)
        return value.strip()

    def yes(self, name: str, *, otherwise: bool = False) -> bool:
        value = self._get(name)
        if value is not None and not isinstance(value, bool):
            raise Refused(f"名簿の{self.place}の「{name}」は true か false で書いてください。", AGAIN)
        return otherwise if value is None else value

    def number(self, name: str) -> int | None:
        value = self._get(name)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 0):
            raise Refused(f"名簿の{self.place}の「{name}」は数で書いてください。", AGAIN)
        return value

    def day(self, name: str, *, needed: bool = True) -> date | None:
        value = self._get(name)
        if value is None and not needed:
            return None
        if type(value) is not date:
            raise Refused(f"名簿の{self.place}の「{name}」は 2026-04-01 のように日付で書いてください。", AGAIN)
        return value

    def since(self, name: str) -> date:
        return self.day(name) or date.min

    def code(self, name: str, codes: type[T], otherwise: str | None = None) -> T:
        return self._one(name, self._get(name) or otherwise, codes)

    def codes(self, name: str, codes: type[T]) -> tuple[T, ...]:
        value = self._get(name)
        if not isinstance(value, list) or not value:
            raise Refused(f'名簿の{self.place}の「{name}」は ["counsellor"] のように書いてください。', AGAIN)
        return tuple(self._one(name, one, codes) for one in value)

    def _one(self, name: str, value: Any, codes: type[T]) -> T:
        try:
            return codes(value)  # type: ignore[call-arg]
        except ValueError as trouble:
            known = "、".join(str(one) for one in codes)  # type: ignore[attr-defined]
            raise Refused(f"名簿の{self.place}の「{name}」に使えるのは次のどれかです: {known}。", AGAIN) from trouble

    def _get(self, name: str) -> Any:
        self.asked.add(name)
        return self.said.get(name)

    def done(self) -> None:
        strange = sorted(set(self.said) - self.asked)
        if strange:
            raise Refused(f"名簿の{self.place}に知らない項目があります: {'、'.join(strange)}。", AGAIN)


def read_roster(text: str) -> Roster:
    """Raises Refused, naming the table and what to write, for anything that cannot be brought in."""
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as trouble:
        raise Refused(f"名簿のファイルがTOMLとして読めません（{trouble}）。", AGAIN) from trouble
    strange = sorted(set(said) - {"body", "profile", "district", "agency", "team", "worker", "duty"})
    if strange:
        raise Refused(f"名簿に知らない表があります: {'、'.join(strange)}。", AGAIN)
    roster = Roster(
        body=_read(_Table("[body]", said.get("body")), _body),
        profile=_rows(said, "profile", _profile),
        districts=_rows(said, "district", _district),
        agencies=_rows(said, "agency", _agency),
        teams=_rows(said, "team", _team),
        workers=_rows(said, "worker", _worker),
        duties=_rows(said, "duty", _duty),
    )
    _require_whole(roster)
    return roster


def _rows(said: Mapping[str, Any], name: str, read: Callable[[_Table], T]) -> tuple[T, ...]:
    rows = said.get(name, [])
    if not isinstance(rows, list):
        raise Refused(f"名簿の{name}は [[{name}]] と二重のかっこで書いてください。", AGAIN)
    return tuple(_read(_Table(f"[[{name}]]の{number}つめ", row), read) for number, row in enumerate(rows, start=1))


def _read(table: _Table, read: Callable[[_Table], T]) -> T:
    made = read(table)
    table.done()
    return made


def _body(table: _Table) -> BodyEntry:
    code = table.text("code")
    if len(code) != 6 or not code.isascii() or not code.isdecimal():
        raise Refused("名簿の[body]の「code」は、6桁の団体コードで書いてください。", AGAIN)
    return BodyEntry(
        code=code,
        name=table.text("name", limit=60),
        kana=table.text("kana", needed=False),
        kind=table.code("kind", BodyKind, BodyKind.MUNICIPALITY),
        population=table.number("population"),
        prefecture=table.text("prefecture", needed=False) or None,
        training=table.yes("training"),
    )


def _profile(table: _Table) -> ProfileEntry:
    return ProfileEntry(table.text("name", limit=40), table.text("value", limit=200), table.since("since"))


def _district(table: _Table) -> DistrictEntry:
    return DistrictEntry(table.text("code", limit=20), table.text("name", limit=60))


def _agency(table: _Table) -> AgencyEntry:
    return AgencyEntry(
        name=table.text("name", limit=60),
        short=table.text("short", needed=False, limit=20),
        field=table.code("field", Field),
        contracted=table.yes("contracted"),
        sensitive=table.yes("sensitive"),
        has_accounts=table.yes("has_accounts", otherwise=True),
    )


def _team(table: _Table) -> TeamEntry:
    return TeamEntry(
        agency=table.text("agency", limit=60),
        name=table.text("name", limit=60),
        phone=table.text("phone", needed=False, limit=30),
        hours=table.text("hours", needed=False, limit=80),
        district=table.text("district", needed=False, limit=20),
        last_resort=table.yes("last_resort"),
        control_tower=table.yes("control_tower"),
    )


def _worker(table: _Table) -> WorkerEntry:
    login = table.text("login", limit=60)
    if not login.isascii() or login.startswith("cast-"):
        raise Refused(
            f"名簿の{table.place}の「login」は、半角の英数字で書いてください（cast- では始められません）。", AGAIN
        )
    return WorkerEntry(
        login=login,
        name=table.text("name", limit=60),
        kana=table.text("kana"),
        phone=table.text("phone", needed=False, limit=30),
    )


def _duty(table: _Table) -> DutyEntry:
    since, until = table.since("since"), table.day("until", needed=False)
    if until is not None and until <= since:
        raise Refused(f"名簿の{table.place}の「until」が、「since」より前になっています。", AGAIN)
    return DutyEntry(
        worker=table.text("worker", limit=60),
        agency=table.text("agency", limit=60),
        team=table.text("team", limit=60),
        name=table.text("name", limit=60),
        roles=table.codes("roles", Role),
        since=since,
        until=until,
        head=table.yes("head"),
    )


def _require_whole(roster: Roster) -> None:
    """What is named is there, what is there once is there once, and somebody catches what nobody holds."""
    agencies, districts = {one.name for one in roster.agencies}, {one.code for one in roster.districts}
    teams, logins = {(one.agency, one.name) for one in roster.teams}, {one.login for one in roster.workers}
    missing = [
        *(f"係「{one.name}」の機関「{one.agency}」" for one in roster.teams if one.agency not in agencies),
        *(
            f"係「{one.name}」の圏域「{one.district}」"
            for one in roster.teams
            if one.district and one.district not in districts
        ),
        *(
            f"役割「{one.name}」の係「{one.agency} {one.team}」"
            for one in roster.duties
            if (one.agency, one.team) not in teams
        ),
        *(f"役割「{one.name}」の職員「{one.worker}」" for one in roster.duties if one.worker not in logins),
    ]
    if missing:
        raise Refused(f"名簿にありません: {'、'.join(missing[:5])}。", AGAIN)
    for what, names in (
        ("圏域", [one.code for one in roster.districts]),
        ("機関", [one.name for one in roster.agencies]),
        ("係", [f"{one.agency} {one.name}" for one in roster.teams]),
        ("職員", [one.login for one in roster.workers]),
    ):
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise Refused(f"名簿に同じ{what}が二度あります: {'、'.join(twice[:5])}。", AGAIN)
    if roster.body.kind is BodyKind.MUNICIPALITY:
        _require_catcher(roster)


def _require_catcher(roster: Roster) -> None:
    catchers = [one for one in roster.teams if one.last_resort]
    if len(catchers) != 1:
        raise Refused(
            "名簿の係のうち一つだけに last_resort = true を書いてください（だれも持てないボールの受け皿です）。", AGAIN
        )
    known = (catchers[0].agency, catchers[0].name)
    if not any((one.agency, one.team) == known and one.until is None for one in roster.duties):
        raise Refused(f"受け皿の係「{catchers[0].name}」に、期限のない役割の職員が一人もいません。", AGAIN)
