"""The measures of whole households once more, in plain Python."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from marugoto.evaluation import measures as of
from marugoto.evaluation.measures import Kinds, Window
from marugoto.evaluation.rules.figures import Share
from tests.evaluation.told import Book, Row, Told, by_matter, is_of


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
    known = {fact.matter for fact in book.told(measure.known)}
    gathered, found = homes(measure.gathered, book), troubles(measure.troubles, book, window)
    begun = by_matter(fact for fact in book.told(measure.begins) if fact.day < window.until_day)
    deep = [
        min(fact.day for fact in facts)
        for home, facts in begun.items()
        if home is not None and home in known and len(sorts_of(gathered.get(home, set()), found)) >= measure.deep
    ]
    spans = [(getattr(fact, measure.first), ended) for ended, fact in last.items()]
    n = sum(1 for day in deep for first, ended in spans if first is not None and first <= day <= ended)
    return Share(n, sum(getattr(fact, measure.hours) or 0 for fact in last.values()))
