"""Every measure once more, in plain Python over a list of facts: what the databases must answer."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from itertools import pairwise, product
from typing import Any
from uuid import UUID

from marugoto.evaluation import measures as of
from marugoto.evaluation.measures import Kinds, Measured, Window
from marugoto.evaluation.rules.figures import Share
from tests.evaluation import oracle_household as household
from tests.evaluation.told import Book, Row, Told, agree, by_matter, is_of, later


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


# ---------------------------------------------------------------- COUNT, DISTINCT, RATE


def count(measure: of.Count, book: Book, window: Window) -> list[Row]:
    return [Row(True) for _ in book.seen(measure.kinds, window)]


def distinct(measure: of.Distinct, book: Book, window: Window) -> list[Row]:
    named = {getattr(fact, measure.of) for fact in book.seen(measure.kinds, window)} - {None, ""}
    return [Row(True) for _ in named]


def among(measure: of.Among, book: Book, window: Window) -> list[Row]:
    return [Row(is_of(fact, measure.those)) for fact in book.seen(measure.kinds, window)]


def within(measure: of.Within, book: Book, window: Window) -> list[Row]:
    said = [getattr(fact, measure.column) for fact in book.seen(measure.kinds, window)]
    return [Row(number <= measure.most) for number in said if number is not None]


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


def complete(measure: of.Complete, book: Book, window: Window) -> list[Row]:
    last = {fact.matter: fact for fact in book.seen(measure.kinds, window)}
    rows = []
    for fact in last.values():
        whole, parts = getattr(fact, measure.whole), [getattr(fact, part) for part in measure.parts]
        if whole is not None and whole >= measure.least:
            rows.append(Row(None not in parts and sum(parts) >= whole))
    return rows


def scored(measure: of.Scored, book: Book, window: Window) -> list[Row]:
    last = {getattr(fact, measure.goal): getattr(fact, measure.score) for fact in book.seen(measure.kinds, window)}
    return [Row(score is not None and score >= measure.good) for score in last.values()]


def things(measure: of.Things, book: Book, window: Window) -> list[Row]:
    among: defaultdict[UUID, bool] = defaultdict(bool)
    for fact in book.seen(measure.kinds, window):
        if (thing := getattr(fact, measure.thing)) is not None:
            among[thing] |= not measure.those or is_of(fact, measure.those)
    return [Row(one) for one in among.values()]


def last_said(measure: of.LastSaid, book: Book, window: Window) -> list[Row]:
    firsts: dict[UUID, Told] = {}
    lasts: dict[UUID, Told] = {}
    for fact in book.told(measure.kinds):
        thing = getattr(fact, measure.thing)
        if thing is None or getattr(fact, measure.number) is None:
            continue
        firsts.setdefault(thing, fact)
        if window.since_day <= fact.day < window.until_day:
            lasts[thing] = fact
    said = {thing: getattr(fact, measure.number) for thing, fact in lasts.items()}
    if measure.since_first:
        once = {thing for thing, fact in lasts.items() if fact is firsts[thing]}
        said = {thing: one - getattr(firsts[thing], measure.number) for thing, one in said.items() if thing not in once}
    return [Row(one >= measure.good, value=one) for one in said.values()]


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
        rows.append(Row(in_time != measure.missed, last is not None and last < over))
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
    known = measure.begins + measure.ends + measure.signs + measure.rests + measure.lifts
    stories = by_matter(fact for fact in book.told(known) if fact.day < window.until_day)
    rows = []
    for story in stories.values():
        if last_of(measure.begins, story) > last_of(measure.ends, story):
            today = window.until_day - 1
            old = today - min(fact.day for fact in story) > measure.open_days
            alone = old and today - max(fact.day for fact in story) > measure.silent_days
            rows.append(Row(alone and not _agreed(measure, story, window)))
    return rows


def last_of(kinds: Kinds, story: Iterable[Told]) -> int:
    return max((fact.seq for fact in story if is_of(fact, kinds)), default=0)


def _agreed(measure: of.Resting, story: list[Told], window: Window) -> bool:
    """Somebody said that nobody is to go yet, and it was not lifted since."""
    days = [getattr(fact, measure.rests_until) if is_of(fact, measure.rests) else 0 for fact in story]
    until = max((day for day in days if day is not None), default=None) if measure.rests else 0
    lifted = last_of(measure.lifts, story) > last_of(measure.rests, story)
    return not lifted and (until is None or until >= window.until_day)


def covered(measure: of.Covered, book: Book, window: Window) -> list[Row]:
    lately: defaultdict[str, bool] = defaultdict(bool)
    for fact in book.seen(measure.kinds, window):
        lately[fact.area] |= is_of(fact, measure.seen) and fact.day >= window.until_day - measure.days
    return [Row(seen) for area, seen in lately.items() if area]


def renewed(measure: of.Renewed, book: Book, window: Window) -> list[Row]:
    stories: defaultdict[Any, list[Told]] = defaultdict(list)
    for fact in book.told(measure.listed + measure.ended + measure.confirmed + measure.lapsed):
        if fact.day < window.until_day:
            stories[getattr(fact, measure.thing)].append(fact)
    since = window.until_day - measure.days
    return [
        Row(
            last_of(measure.confirmed, [fact for fact in story if fact.day >= since])
            > max(last_of(measure.lapsed, story), 0)
        )
        for story in stories.values()
        if last_of(measure.listed, story) > last_of(measure.ended, story)
    ]


def sorts(measure: of.Sorts, book: Book, window: Window) -> Share:
    pairs = {(fact.area, getattr(fact, measure.sort)) for fact in book.seen(measure.kinds, window) if fact.area}
    return Share(len({area for area, _ in pairs}), len(pairs))


def sorts_done(measure: of.SortsDone, book: Book, window: Window) -> list[Row]:
    done = by_matter(fact for fact in book.told(measure.done) if fact.day < window.until_day)
    found: defaultdict[str, bool] = defaultdict(bool)
    for fact in book.seen(measure.kinds, window):
        found[getattr(fact, measure.sort)] |= bool(later(fact, done.get(fact.matter, []), "matter", measure.key))
    return [Row(one) for one in found.values()]


def ties_of(measure: of.Net, book: Book, window: Window) -> set[frozenset[Any]]:
    tied: tuple[Any, ...] = (measure, *measure.also)
    ties = {
        frozenset((getattr(fact, ends.one), getattr(fact, ends.other)))
        for ends in tied
        if ends.other
        for fact in book.seen(ends.kinds, window)
    }
    for ends in measure.also:
        if ends.meeting:
            told = book.seen(ends.kinds, window)
            ties |= {
                frozenset((getattr(first, ends.one), getattr(second, ends.one)))
                for first, second in product(told, told)
                if agree(first, second, ends.meeting)
            }
    return {tie for tie in ties if len(tie) == 2 and not tie & {None, ""}}


def net(measure: of.Net, book: Book, window: Window) -> Share:
    ties = ties_of(measure, book, window)
    return Share(len(set().union(*ties)), len(ties))


def left_out(measure: of.LeftOut, book: Book, window: Window) -> Share:
    """Walked from each end to every other one."""
    ties = ties_of(measure, book, window)
    ends = set().union(*ties)
    whole = reached(ties, ends)
    degrees = {end: sum(end in tie for tie in ties) for end in ends}
    busiest = [end for end in ends if degrees[end] == max(degrees.values())]
    without = [reached({tie for tie in ties if end not in tie}, ends - {end}) for end in busiest]
    return Share(whole, whole - min(without, default=0))


def reached(ties: set[frozenset[Any]], ends: set[Any]) -> int:
    """How many pairs come to each other."""
    found = 0
    for start in ends:
        known, edge = {start}, {start}
        while edge:
            edge = {end for tie in ties if tie & edge for end in tie} - known
            known |= edge
        found += len(known) - 1
    return found // 2


def busiest(measure: of.Busiest, book: Book, window: Window) -> Share:
    times = Counter(getattr(fact, measure.of) for fact in book.seen(measure.kinds, window))
    named = [often for value, often in times.items() if value not in {None, ""}]
    return Share(sum(named), max(named, default=0))


def survey(measure: of.Survey, book: Book, window: Window) -> Share:
    """Of those that ended in the window the last; of two of one day the one that was told later."""
    waves = [(getattr(fact, measure.last), fact) for fact in book.seen(measure.kinds, window)]
    ended = [(last, fact) for last, fact in waves if last is not None and window.since_day <= last < window.until_day]
    if not ended:
        return Share(0, 0)
    _, wave = max(ended, key=lambda one: (one[0], one[1].seq))
    asked, answers, good = (getattr(wave, name) for name in (measure.asked, measure.answered, measure.good))
    running = 0 if asked is None or answers is None else asked - answers
    return Share(answers or 0, good or 0, running)


ROWS: dict[type, Callable[[Any, Book, Window], list[Row]]] = {
    of.Count: count,
    of.Distinct: distinct,
    of.Among: among,
    of.Repeated: repeated,
    of.Passed: passed,
    of.Complete: complete,
    of.Scored: scored,
    of.Things: things,
    of.LastSaid: last_said,
    of.Sequence: sequence,
    of.Answered: answered,
    of.FoundWay: found_way,
    of.Lag: lag,
    of.Silence: silence,
    of.Resting: resting,
    of.Covered: covered,
    of.Renewed: renewed,
    of.Within: within,
    of.SortsDone: sorts_done,
    of.Reached: household.reached,
    of.Depth: household.depth,
    of.Unaided: household.unaided,
}
TALLIES: dict[type, Callable[[Any, Book, Window], Share]] = {
    of.Sorts: sorts,
    of.Net: net,
    of.LeftOut: left_out,
    of.Busiest: busiest,
    of.Survey: survey,
    of.Hours: household.hours,
}
