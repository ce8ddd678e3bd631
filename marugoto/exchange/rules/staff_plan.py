"""人事異動: what a staff list would do to a house, row by row. Nothing is done here, and nothing is guessed: who cannot be told
apart is said to be so.

New people and new hats are only asked for; who leaves goes by the way of every hand-over. Who is not on the list stays.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from difflib import get_close_matches
from enum import StrEnum
from uuid import UUID

from marugoto.agencies.codes import Role
from marugoto.agencies.rules.account import may_bear
from marugoto.exchange.rules.staff_row import StaffEntry, StaffReading, number_key
from marugoto.kernel.era import say_era
from marugoto.kernel.fold import fold


class StaffVerdict(StrEnum):
    NEW = "new"
    MOVES = "moves"
    LEAVES = "leaves"
    SAME = "same"
    UNREAD = "unread"


@dataclass(frozen=True)
class KnownTeam:
    id: UUID
    agency: str
    short: str
    name: str


@dataclass(frozen=True)
class KnownDuty:
    """`ends` is the first day without it, where one is known; `running`: in force today."""

    id: UUID
    team: UUID
    running: bool
    ends: date | None
    roles: frozenset[Role] = frozenset()
    roles_said: str = ""
    hat: str = ""


@dataclass(frozen=True)
class KnownWorker:
    id: UUID
    number: str
    name: str
    kana: str
    login: str
    duties: tuple[KnownDuty, ...]
    suspended: date | None = None


@dataclass(frozen=True)
class House:
    """What the plan has to know. `asked`: number and team of what waits for a second person. `taken`: names to sign in with, each
    with the number of the newcomer for whom it was asked; without one where an account has it."""

    today: date
    teams: tuple[KnownTeam, ...]
    workers: tuple[KnownWorker, ...]
    asked: frozenset[tuple[str, UUID | None]] = frozenset()
    taken: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True)
class StaffRowPlan:
    """`ends`: duties that end, from `day` on. `suspends`: the account ends on that day too. `said`: what it means, in words."""

    entry: StaffEntry
    verdict: StaffVerdict
    said: str = ""
    worker: UUID | None = None
    team: UUID | None = None
    ends: tuple[UUID, ...] = ()
    day: date | None = None
    suspends: bool = False
    notes: tuple[str, ...] = ()


def plan(reading: StaffReading, house: House) -> list[StaffRowPlan]:
    """In the order of the file."""
    unread = [
        StaffRowPlan(StaffEntry(one.line, "", one.name), StaffVerdict.UNREAD, one.sentence) for one in reading.unread
    ]
    doubled = _doubled(reading.entries)
    rows = [one for one in reading.entries if one.line not in doubled]
    people: dict[str, list[StaffEntry]] = defaultdict(list)
    for entry in rows:
        people[entry.person].append(entry)
    matched = {person: _match(entries[0], house) for person, entries in people.items()}
    claims = Counter(found.id for found in matched.values() if isinstance(found, KnownWorker))
    house = replace(house, taken=house.taken | _wanted_by_others(people, matched))
    planned = [row for person, entries in people.items() for row in _person(entries, matched[person], claims, house)]
    return sorted([*unread, *doubled.values(), *planned], key=lambda one: one.entry.line)


def _wanted_by_others(
    people: Mapping[str, list[StaffEntry]], matched: Mapping[str, KnownWorker | str | None]
) -> set[tuple[str, str]]:
    """Of two people of the list who want one name, the first has it."""
    first: dict[str, str] = {}
    for person, entries in people.items():
        found = matched[person]
        if found is None or (isinstance(found, KnownWorker) and not found.login):
            first.setdefault(entries[0].account, person)
    return set(first.items())


def _doubled(entries: Iterable[StaffEntry]) -> dict[int, StaffRowPlan]:
    """Rows that repeat one above, or that give its number to somebody else."""
    first: dict[str, StaffEntry] = {}
    seen: dict[StaffEntry, int] = {}
    found = {}
    for entry in entries:
        same = replace(entry, line=0)
        owner = first.setdefault(entry.person, entry)
        if fold(owner.name) != fold(entry.name):
            found[entry.line] = _no(
                entry,
                f"職員番号{entry.number}が、{owner.line}行目の{owner.name}さんと同じです。どちらかの番号を直してください。",
            )
        elif same in seen:
            found[entry.line] = StaffRowPlan(
                entry, StaffVerdict.SAME, f"{seen[same]}行目と同じ行です。一度だけ数えます。"
            )
        seen.setdefault(same, entry.line)
    return found


def _match(entry: StaffEntry, house: House) -> KnownWorker | str | None:
    """The worker meant, nobody, or a sentence saying why it cannot be told."""
    numbered = next((one for one in house.workers if one.number and number_key(one.number) == entry.person), None)
    if numbered is not None:
        if fold(numbered.name) == fold(entry.name):
            return numbered
        return (
            f"職員番号{entry.number}は、いまの記録では{numbered.name}さんです。同じ人なら名前を記録のとおりに、"
            "別の人なら番号を直してください。氏名が変わったときは、管理者が名簿ファイルで直します。"
        )
    named = [one for one in house.workers if not one.number and fold(one.name) == fold(entry.name)]
    if entry.kana and any(one.kana for one in named):
        named = [one for one in named if not one.kana or fold(one.kana) == fold(entry.kana)]
    if len(named) > 1:
        teams = _teams(entry, house)
        named = [one for one in named if any(duty.team in teams for duty in one.duties)]
        if len(named) != 1:
            return (
                f"{entry.name}さんという人が2人以上います。どの人か分かるように、いまの係とふりがなを書いてください。"
            )
    return named[0] if named else None


def _person(
    entries: list[StaffEntry], found: KnownWorker | str | None, claims: Mapping[UUID, int], house: House
) -> list[StaffRowPlan]:
    """All hats of one person together: 兼務 is several rows of one number."""
    if isinstance(found, str):
        return [_no(entry, found) for entry in entries]
    if found is not None and claims[found.id] > 1:
        sentence = f"{found.name}さんと同じ名前の人が、この名簿に2人以上います。ふりがなを書いて、どちらか分かるようにしてください。"
        return [_no(entry, sentence) for entry in entries]
    places: list[tuple[StaffEntry, KnownTeam | str]] = [(entry, _team(entry, house)) for entry in entries]
    if found is None:
        return [_newcomer(entry, team, house) for entry, team in places]
    staying = {team.id for entry, team in places if isinstance(team, KnownTeam) and not _over(entry, house)}
    rows = [_known(entry, team, found, house, last=not staying) for entry, team in places]
    return _end_what_is_not_listed(rows, found, staying, house)


def _over(entry: StaffEntry, house: House) -> bool:
    """The row says that somebody goes: it has a last day and no first day to come."""
    return entry.until is not None and (entry.since is None or entry.since <= house.today)


def _newcomer(entry: StaffEntry, team: KnownTeam | str, house: House) -> StaffRowPlan:
    if entry.until is not None and entry.until <= house.today:
        return StaffRowPlan(entry, StaffVerdict.SAME, "もう退いた人で、記録がありません。何もしません。")
    if isinstance(team, str):
        return _no(entry, team)
    if (entry.person, team.id) in house.asked:
        return StaffRowPlan(
            entry, StaffVerdict.SAME, "もう頼んであります。もう一人の返事を待っています。", team=team.id
        )
    lacking = _lacking(entry, house, account=True)
    if lacking:
        return _no(entry, lacking)
    same = [one.name for one in house.workers if one.number and fold(one.name) == fold(entry.name)]
    notes = ("同じ名前の人が、ほかにいます。別の人として足します。",) if same else ()
    said = f"アカウントを頼みます。{_from(entry)}。"
    return StaffRowPlan(entry, StaffVerdict.NEW, said, team=team.id, notes=notes)


def _known(entry: StaffEntry, team: KnownTeam | str, worker: KnownWorker, house: House, *, last: bool) -> StaffRowPlan:
    """`last`: no row of the list keeps this person here."""
    notes: tuple[str, ...] = (
        () if worker.number else ("番号のない記録と、名前で同じ人とみなしました。職員番号を書き足します。",)
    )
    if _over(entry, house):
        return replace(_leaver(entry, team, worker, last=last), notes=notes)
    if isinstance(team, str):
        return _no(entry, team)
    here = next((duty for duty in worker.duties if duty.team == team.id and _goes_on(duty, entry)), None)
    if here is not None:
        return StaffRowPlan(entry, StaffVerdict.SAME, _as_now(entry, worker, here), worker.id, team.id, notes=notes)
    if (entry.person, team.id) in house.asked:
        waits = "もう頼んであります。もう一人の返事を待っています。"
        return StaffRowPlan(entry, StaffVerdict.SAME, waits, worker.id, team.id, notes=notes)
    lacking = _lacking(entry, house, account=not worker.login)
    if lacking:
        return _no(entry, lacking)
    said = f"{team.short or team.agency} {team.name}での役割を頼みます。{_from(entry)}。"
    if worker.suspended:
        notes += ("アカウントは止まったままです。戻すときは「アカウント」の画面で頼んでください。",)
    return StaffRowPlan(entry, StaffVerdict.MOVES, said, worker.id, team.id, day=entry.since, notes=notes)


def _goes_on(duty: KnownDuty, entry: StaffEntry) -> bool:
    """Not one that is over when the new term begins (会計年度任用職員: a year at a time)."""
    return duty.ends is None or entry.since is None or duty.ends > entry.since


def _leaver(entry: StaffEntry, team: KnownTeam | str, worker: KnownWorker, *, last: bool) -> StaffRowPlan:
    """The hats that end: all of them, or the one in that team where another row keeps the person."""
    day = entry.until
    assert day is not None  # noqa: S101 — asked by the caller
    meant = [duty for duty in worker.duties if last or (isinstance(team, KnownTeam) and duty.team == team.id)]
    ends = tuple(duty.id for duty in meant if duty.running and (duty.ends is None or duty.ends > day))
    suspends = last and bool(worker.login) and (worker.suspended is None or worker.suspended > day)
    place = team.id if isinstance(team, KnownTeam) else None
    if not ends and not suspends:
        return StaffRowPlan(entry, StaffVerdict.SAME, "もう退くことになっています。", worker.id, place)
    said = f"{say_era(day)}から、いなくなります。"
    if suspends:
        said += "アカウントもその日に閉じます。"
    return StaffRowPlan(entry, StaffVerdict.LEAVES, said, worker.id, place, ends, day, suspends)


def _end_what_is_not_listed(
    rows: list[StaffRowPlan], worker: KnownWorker, staying: set[UUID], house: House
) -> list[StaffRowPlan]:
    """Who moves leaves the hats that no row names, on the first day of the new one."""
    first = next((row for row in rows if row.verdict is StaffVerdict.MOVES), None)
    if first is None or first.day is None:
        return rows
    taken = {duty for row in rows for duty in row.ends}
    day = first.day
    ends = tuple(
        duty.id
        for duty in worker.duties
        if duty.running and duty.team not in staying and duty.id not in taken and (duty.ends is None or duty.ends > day)
    )
    said = first.said + (f"いまの役割は{say_era(day)}に終わります。" if ends else "いまの役割はそのままです。")
    return [replace(row, ends=ends, said=said) if row is first else row for row in rows]


def _as_now(entry: StaffEntry, worker: KnownWorker, duty: KnownDuty) -> str:
    if worker.suspended:
        return "もうこの係にいます。アカウントは止まっています。戻すときは「アカウント」の画面で頼んでください。"
    return "もうこの係にいます。" + _difference(entry, duty)


def _difference(entry: StaffEntry, duty: KnownDuty) -> str:
    """What the list says otherwise about somebody who stays; the list alone changes none of it."""
    found = []
    if entry.roles and set(entry.roles) != duty.roles:
        found.append(f"役割(記録は{duty.roles_said}、名簿は{entry.roles_said})")
    if entry.hat and duty.hat and fold(entry.hat) != fold(duty.hat):
        found.append(f"職名(記録は{duty.hat}、名簿は{entry.hat})")
    if not found:
        return ""
    way_on = "変えるときは、「係と人」でいまの役割をその日に終え、着任日をその日にして、もう一度取り込みます。"
    return f"{'と'.join(found)}が違いますが、変えません。{way_on}"


def _lacking(entry: StaffEntry, house: House, *, account: bool) -> str:
    """`account`: a name to sign in with is asked for, too."""
    if entry.since is None:
        return "着任日が書かれていません。令和9年4月1日のように書いてください。"
    if not entry.roles:
        said = f"役割「{entry.roles_said}」が分かりません。" if entry.roles_said else "役割が書かれていません。"
        return said + "相談支援員、窓口職員、庶務、課長などと書いてください。"
    if account:
        others = {person for login, person in house.taken if login == entry.account} - {entry.person}
        said_of = may_bear(entry.account, free=not others)
        return "" if said_of else f"{said_of.reason}{said_of.way_on}"
    return ""


def _from(entry: StaffEntry) -> str:
    days = f"{say_era(entry.since)}から" if entry.since else ""
    return days + (f"、{say_era(entry.until - timedelta(days=1))}まで" if entry.until else "")


def _teams(entry: StaffEntry, house: House) -> list[UUID]:
    found = _team(entry, house)
    return [found.id] if isinstance(found, KnownTeam) else []


def _team(entry: StaffEntry, house: House) -> KnownTeam | str:
    """The team that is meant, or a sentence saying what to write."""
    if not entry.agency:
        return "所属が書かれていません。課の名前を書いてください。"
    agency, team = fold(entry.agency), fold(entry.team)
    there = [one for one in house.teams if agency in {fold(one.agency), fold(one.short)}]
    whole = [one for one in house.teams if agency + team in _names(one)]
    if len(whole) == 1:
        return whole[0]
    if not there:
        return _unknown("所属", entry.agency, [one.agency for one in house.teams])
    if not team:
        if len(there) == 1:
            return there[0]
        return f"係が書かれていません。{entry.agency}には{'、'.join(one.name for one in there)}があります。"
    found = [one for one in there if fold(one.name) == team]
    return found[0] if len(found) == 1 else _unknown("係", entry.team, [one.name for one in there])


def _names(team: KnownTeam) -> set[str]:
    return {fold(agency + team.name) for agency in (team.agency, team.short) if agency} | (
        {fold(team.agency)} if team.agency == team.name else set()
    )


def _unknown(what: str, said: str, names: Iterable[str]) -> str:
    near = get_close_matches(said, list(dict.fromkeys(names)), n=1, cutoff=0.5)
    way_on = (
        f"「{near[0]}」のことなら、そう書いてください。" if near else "「係と人」の画面にある名前で書いてください。"
    )
    return f"「{said}」という{what}はありません。{way_on}"


def _no(entry: StaffEntry, sentence: str) -> StaffRowPlan:
    return StaffRowPlan(entry, StaffVerdict.UNREAD, sentence)
