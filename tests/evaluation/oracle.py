"""Every measure once more, in plain Python over a list of facts: what the databases must answer."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple
from uuid import UUID

from marugoto.evaluation import measures as of
from marugoto.evaluation.measures import Coded, Kinds, Measured, Window
from marugoto.evaluation.rules.figures import Share


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


def share(measure: Measured, book: Book, window: Window) -> Share:
    if type(measure) in TALLIES:
        return TALLIES[type(measure)](measure, book, window)
    rows = rows_of(measure, book, window)
    ended = [row.fulfilled for row in rows if row.ended]
    return Share(len(ended), sum(ended), len(rows) - len(ended))


def values(measure: Measured, book: Book, window: Window) -> dict[int | None, int]:
    return dict(Counter(row.value for row in rows_of(measure, book, window) if row.ended))


def rows_of(measure: Measured, book: Book, window: Window) -> list[Row]:
    return ROWS[type(measure)](measure, book, window)


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


# ---------------------------------------------------------------- COUNT, DISTINCT, RATE


def count(measure: of.Count, book: Book, window: Window) -> list[Row]:
    return [Row(True) for _ in book.seen(measure.kinds, window)]


def distinct(measure: of.Distinct, book: Book, window: Window) -> list[Row]:
    named = {getattr(fact, measure.of) for fact in book.seen(measure.kinds, window)} - {None, ""}
    return [Row(True) for _ in named]


def among(measure: of.Among, book: Book, window: Window) -> list[Row]:
    return [Row(is_of(fact, measure.those)) for fact in book.seen(measure.kinds, window)]


def again(measure: of.Repeated | of.Passed, book: Book, window: Window) -> dict[UUID | None, tuple[int, bool]]:
    """How often to each matter, and whether it counts as again and again."""
    times = Counter(fact.matter for fact in book.seen(measure.kinds, window))
    spared = {fact.matter for fact in book.seen(measure.unless, window)}
    return {matter: (often, often >= measure.times and matter not in spared) for matter, often in times.items()}


def repeated(measure: of.Repeated, book: Book, window: Window) -> list[Row]:
    return [Row(many) for _, many in again(measure, book, window).values()]


def passed(measure: of.Passed, book: Book, window: Window) -> list[Row]:
    found = again(measure, book, window)
    return [Row(many) for matter, (often, many) in found.items() if matter is not None for _ in range(often)]


def scored(measure: of.Scored, book: Book, window: Window) -> list[Row]:
    last = {getattr(fact, measure.goal): getattr(fact, measure.score) for fact in book.seen(measure.kinds, window)}
    return [Row(score is not None and score >= measure.good) for score in last.values()]


# ---------------------------------------------------------------- SEQ, LAG


def sequence(measure: of.Sequence, book: Book, window: Window) -> list[Row]:
    then = by_matter(book.told(measure.then))
    known = {fact.matter for fact in book.told(measure.known)}
    rows = []
    for first in book.told(measure.first):
        starts = first.day + (measure.days or 0) * measure.matured
        if not window.since_day <= starts < window.until_day or (measure.known and first.matter not in known - {None}):
            continue
        last, over, clock = _limit(measure, first, window)
        answers = later(first, then.get(first.matter, []), "matter", *([measure.key] if measure.key else []))
        in_time = last is not None and any(getattr(fact, clock) <= last for fact in answers)
        rows.append(Row(in_time, last is not None and last < over))
    return rows


def _limit(measure: of.Sequence, first: Told, window: Window) -> tuple[int | None, int, str]:
    """The last day, the first day on which it is over, and the calendar of both."""
    if measure.due_column:
        return getattr(first, measure.due_column), window.over_day, "day"
    if measure.days is not None:
        return first.day + measure.days, window.over_day, "day"
    assert measure.within is not None
    return first.bday + measure.within, window.over_bday, "bday"


def answered(measure: of.Answered, book: Book, window: Window) -> list[Row]:
    ends = by_matter(fact for fact in book.told(measure.then + measure.unless) if fact.day < window.until_day)
    rows = []
    for first in book.seen(measure.first, window):
        came = later(first, ends.get(first.matter, []), "matter", measure.key)
        if not any(is_of(fact, measure.unless) for fact in came):
            rows.append(Row(*(any(is_of(fact, kinds) for fact in came) for kinds in (measure.good, measure.then))))
    return rows


def found_way(measure: of.FoundWay, book: Book, window: Window) -> list[Row]:
    made = book.told((measure.made,))
    groups: defaultdict[tuple[Any, ...], list[bool]] = defaultdict(list)
    for first in book.seen((measure.refused,), window):
        to = getattr(first, measure.to)
        opened = [
            fact for fact in later(first, made, "subject") if to is not None and getattr(fact, measure.made_to) == to
        ]
        in_time = any(fact.day <= first.day + measure.days for fact in opened)
        groups[first.subject, to, first.matter, first.day].append(in_time)
    return [Row(any(found), day + measure.days < window.over_day) for (_, _, _, day), found in groups.items()]


def lag(measure: of.Lag, book: Book, window: Window) -> list[Row]:
    then = by_matter(fact for fact in book.told(measure.then) if fact.day < window.until_day)
    keys = ("matter", *([measure.key] if measure.key else []))
    name, over = ("bday", window.over_bday) if measure.opening else ("day", window.over_day)
    rows = []
    for first in book.seen(measure.first, window):
        days = [getattr(fact, name) - getattr(first, name) for fact in later(first, then.get(first.matter, []), *keys)]
        in_time = any(day <= measure.within for day in days)
        rows.append(Row(in_time, getattr(first, name) + measure.within < over, min(days, default=None)))
    return rows


# ---------------------------------------------------------------- SILENCE, COVER, NET, SHARE, SURVEY


def silence(measure: of.Silence, book: Book, window: Window) -> list[Row]:
    days: defaultdict[Any, set[int]] = defaultdict(set)
    for fact in book.seen(measure.kinds, window):
        days[getattr(fact, measure.of)].add(fact.day)
    rows = []
    for group, told in days.items():
        if group not in {None, ""}:
            edges = [window.since_day - 1, *sorted(told), window.until_day]
            longest = max(after - before - 1 for before, after in pairwise(edges))
            rows.append(Row(longest > measure.days, True, longest))
    return rows


def resting(measure: of.Resting, book: Book, window: Window) -> list[Row]:
    known = measure.begins + measure.ends + measure.signs
    stories = by_matter(fact for fact in book.told(known) if fact.day < window.until_day)
    rows = []
    for story in stories.values():
        began = max((fact.seq for fact in story if is_of(fact, measure.begins)), default=0)
        ended = max((fact.seq for fact in story if is_of(fact, measure.ends)), default=0)
        if began > ended:
            today = window.until_day - 1
            old = today - min(fact.day for fact in story) > measure.open_days
            rows.append(Row(old and today - max(fact.day for fact in story) > measure.silent_days))
    return rows


def covered(measure: of.Covered, book: Book, window: Window) -> list[Row]:
    lately: defaultdict[str, bool] = defaultdict(bool)
    for fact in book.seen(measure.kinds, window):
        lately[fact.area] |= is_of(fact, measure.seen) and fact.day >= window.until_day - measure.days
    return [Row(seen) for area, seen in lately.items() if area]


def net(measure: of.Net, book: Book, window: Window) -> Share:
    ties = {
        frozenset((getattr(fact, measure.one), getattr(fact, measure.other)))
        for fact in book.seen(measure.kinds, window)
    }
    ties = {tie for tie in ties if len(tie) == 2 and not tie & {None, ""}}
    return Share(len(set().union(*ties)), len(ties))


def busiest(measure: of.Busiest, book: Book, window: Window) -> Share:
    times = Counter(getattr(fact, measure.of) for fact in book.seen(measure.kinds, window))
    named = [often for value, often in times.items() if value not in {None, ""}]
    return Share(sum(named), max(named, default=0))


def survey(measure: of.Survey, book: Book, window: Window) -> Share:
    waves = book.seen(measure.kinds, window)
    if not waves:
        return Share(0, 0)
    asked, answers, good = (getattr(waves[-1], name) for name in (measure.asked, measure.answered, measure.good))
    running = 0 if asked is None or answers is None else asked - answers
    return Share(answers or 0, good or 0, running)


# ---------------------------------------------------------------- whole households


def homes(gathered: Kinds, book: Book) -> dict[UUID, set[UUID]]:
    """Each household's matters."""
    found: defaultdict[UUID, set[UUID]] = defaultdict(set)
    for fact in book.told(gathered):
        if fact.ref_1 is not None and fact.matter is not None:
            found[fact.ref_1].add(fact.matter)
    return found


def troubles(of_them: of.Troubles, book: Book, window: Window) -> dict[UUID | None, set[str]]:
    last: dict[UUID | None, int] = {}
    for fact in book.told(of_them.kept):
        edition = getattr(fact, of_them.edition)
        if fact.day < window.until_day and edition is not None:
            last[fact.matter] = max(edition, last.get(fact.matter, edition))
    found: defaultdict[UUID | None, set[str]] = defaultdict(set)
    for fact in book.told(of_them.kinds + of_them.named):
        edition = getattr(fact, of_them.edition)
        holds = is_of(fact, of_them.kinds) or (edition is not None and last.get(fact.matter) == edition)
        if fact.day < window.until_day and holds:
            found[fact.matter].add(getattr(fact, of_them.sort))
    return found


def sorts_of(home: Iterable[UUID], found: dict[UUID | None, set[str]]) -> set[str]:
    return set().union(*(found.get(matter, set()) for matter in home))


def reached(measure: of.Reached, book: Book, window: Window) -> list[Row]:
    gathered = homes(measure.gathered, book)
    then = by_matter(fact for fact in book.told(measure.then) if fact.day < window.until_day)
    at_home: defaultdict[UUID | None, set[UUID]] = defaultdict(set)
    for members in gathered.values():
        for matter in members:
            at_home[matter] |= members
    rows = []
    for first in book.seen(measure.first, window):
        if first.matter not in at_home:
            continue
        came = [fact for matter in at_home[first.matter] for fact in then.get(matter, []) if fact.seq > first.seq]
        days = [fact.bday - first.bday for fact in came]
        in_time, over = any(day <= measure.within for day in days), first.bday + measure.within < window.over_bday
        rows.append(Row(in_time, over, min(days, default=None)))
    return rows


def depth(measure: of.Depth, book: Book, window: Window) -> list[Row]:
    known = {fact.matter for fact in book.told(measure.known)}
    touched = {fact.matter for fact in book.seen(measure.kinds, window)}
    found = troubles(measure.troubles, book, window)
    rows = []
    for home, members in homes(measure.gathered, book).items():
        if home in known and members & touched and any(found.get(matter) for matter in members):
            sorts = len(sorts_of(members, found))
            rows.append(Row(sorts >= measure.deep, True, sorts))
    return rows


def unaided(measure: of.Unaided, book: Book, window: Window) -> list[Row]:
    known = {fact.matter for fact in book.told(measure.known)}
    gathered, found = homes(measure.gathered, book), troubles(measure.troubles, book, window)
    aid = by_matter(book.told(measure.aid))
    ends = {fact.matter: fact.seq for fact in book.seen(measure.ends, window)}  # the last of each
    rows = []
    for home, end in ends.items():
        members = gathered.get(home, set()) if home is not None else set()
        if home in known and members and len(sorts_of(members, found)) >= measure.deep:
            rows.append(Row(not any(fact.seq <= end for matter in members for fact in aid.get(matter, []))))
    return rows


def hours(measure: of.Hours, book: Book, window: Window) -> Share:
    last: dict[int, Told] = {}
    for fact in book.told(measure.said):
        ended = getattr(fact, measure.last)
        if ended is not None and window.since_day <= ended < window.until_day:
            last[ended] = fact
    known = {fact.matter for fact in book.told(measure.known)} - {None}
    gathered, found = homes(measure.gathered, book), troubles(measure.troubles, book, window)
    begun = by_matter(fact for fact in book.told(measure.begins) if fact.day < window.until_day)
    deep = [
        min(fact.day for fact in facts)
        for home, facts in begun.items()
        if home in known and len(sorts_of(gathered.get(home, set()), found)) >= measure.deep
    ]
    spans = [(getattr(fact, measure.first), ended) for ended, fact in last.items()]
    n = sum(1 for day in deep for first, ended in spans if first is not None and first <= day <= ended)
    return Share(n, sum(getattr(fact, measure.hours) or 0 for fact in last.values()))


ROWS: dict[type, Callable[[Any, Book, Window], list[Row]]] = {
    of.Count: count,
    of.Distinct: distinct,
    of.Among: among,
    of.Repeated: repeated,
    of.Passed: passed,
    of.Scored: scored,
    of.Sequence: sequence,
    of.Answered: answered,
    of.FoundWay: found_way,
    of.Lag: lag,
    of.Silence: silence,
    of.Resting: resting,
    of.Covered: covered,
    of.Reached: reached,
    of.Depth: depth,
    of.Unaided: unaided,
}
TALLIES: dict[type, Callable[[Any, Book, Window], Share]] = {
    of.Net: net,
    of.Busiest: busiest,
    of.Survey: survey,
    of.Hours: hours,
}
