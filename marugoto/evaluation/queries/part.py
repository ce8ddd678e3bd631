"""A part of the ledger: the facts that are new since something was counted, and all others that stand in one row with them.

It is laid down in a small book, as it stood and as it stands, and the text is asked of both. What both answer differs by what the new
facts changed.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from django.db.models import F, Q, QuerySet, UUIDField

from marugoto.evaluation.measures import Window
from marugoto.evaluation.measures.apart import Group
from marugoto.evaluation.measures.book import COLUMNS
from marugoto.evaluation.queries.small_book import SmallBook
from marugoto.evaluation.queries.tally import Ask, Table
from marugoto.ground.any_of import AnyOf
from marugoto.ground.letters import Letters
from marugoto.ground.models import ScopedQuerySet
from marugoto.ledger.models import Fact

READ = (*COLUMNS, "uid", "corrects")
REFERENCES = {name for name in READ if isinstance(Fact._meta.get_field(name), UUIDField)}
PLAIN = [Letters(name) if name in REFERENCES else F(name) for name in READ]
SEQ, KIND, MATTER = (READ.index(name) for name in ("seq", "kind", "matter"))
UID, CORRECTS = READ.index("uid"), READ.index("corrects")
PAIR = Letters("matter"), Letters("ref_1")
LATELY = (
    5_000  # facts behind the last one among which one may still be missing: it took its number and its deed is not done
)
MOST_NEW, MOST_MATTERS, MOST_FACTS = 5_000, 5_000, 40_000  # beyond that counting everything anew is no slower
Row = tuple[Any, ...]


@dataclass(frozen=True)
class Fresh:
    """Facts that were not there when it was counted last, and those they correct. `top`: the last number then, so that all after it are
    here. `ends`: the number of the last fact now, and of those shortly before it."""

    top: int
    rows: list[Row]
    corrected: list[Row]
    ends: tuple[int, list[int]]

    @cached_property
    def kinds(self) -> set[str]:
        return {row[KIND] for row in (*self.rows, *self.corrected)}

    @property
    def matters(self) -> set[str]:
        return {row[MATTER] for row in (*self.rows, *self.corrected) if row[MATTER] is not None}

    def values(self, kinds: Collection[str], column: str) -> set[str]:
        """What those of these kinds say in this column."""
        place = READ.index(column)
        return {row[place] for row in self._of(kinds) if row[place] is not None}

    def says_nothing(self, kinds: Collection[str], columns: Collection[str]) -> bool:
        """Does one of these kinds say nothing in all of these columns?"""
        places = [READ.index(column) for column in columns]
        return any(all(row[place] is None for place in places) for row in self._of(kinds))

    def _of(self, kinds: Collection[str]) -> Iterator[Row]:
        return (row for row in (*self.rows, *self.corrected) if row[KIND] in kinds)


@dataclass(frozen=True)
class Part:
    """Facts as they stood, and as they stand."""

    before: list[Row]
    after: list[Row]

    def moves(self, asked: Sequence[tuple[Ask, Window]]) -> list[tuple[Table, Table]]:
        """Of each ask, the table as it stood and as it stands."""
        return self._book.moves(asked)

    @cached_property
    def _book(self) -> SmallBook:
        return SmallBook(self.before, self.after)


def ends(body: str) -> tuple[int, list[int]]:
    """The number of the last fact, and of those shortly before it that can be seen."""
    facts = Fact.objects.within(body)
    top = facts.order_by("-seq").values_list("seq", flat=True).first() or 0
    return top, list(facts.filter(seq__gt=top - LATELY).order_by("seq").values_list("seq", flat=True))


def fresh_since(body: str, top: int, lately: Collection[int]) -> Fresh | None:
    """None: so many that one counts everything anew. `lately`: all that was seen of the last numbers up to `top`."""
    facts = Fact.objects.within(body)
    seen = set(lately)
    seqs = list(
        facts.filter(seq__gt=top - LATELY).order_by("seq").values_list("seq", flat=True)[: LATELY + MOST_NEW + 1]
    )
    new = [seq for seq in seqs if seq not in seen]
    if len(new) > MOST_NEW:
        return None
    rows = list(_plain(body).filter(AnyOf(F("seq"), new)).order_by("seq")) if new else []
    wrong = {row[CORRECTS] for row in rows if row[CORRECTS] is not None}
    corrected = list(_plain(body).filter(AnyOf(F("uid"), wrong))) if wrong else []
    last = seqs[-1] if seqs else top
    return Fresh(top, rows, corrected, (last, [seq for seq in seqs if seq > last - LATELY]))


def part_of(body: str, fresh: Fresh, gathered: Collection[str], groups: Collection[Group]) -> Part | None:
    """All facts of the matters concerned, and of the groups. `gathered`: kinds that put matters under a household, whose others then
    belong to it too."""
    matters = _with_households(body, fresh.matters, gathered) if gathered else fresh.matters
    if len(matters) > MOST_MATTERS:
        return None
    found = {row[SEQ]: row for row in (*fresh.rows, *fresh.corrected)}
    for asked in (AnyOf(F("matter"), matters), *_of_groups(fresh, groups)):
        found |= {row[SEQ]: row for row in _plain(body).filter(asked, seq__lte=fresh.top)[: MOST_FACTS + 1]}
        if len(found) > MOST_FACTS:
            return None
    new = {row[SEQ] for row in fresh.rows}
    told = Fact.objects.within(body).filter(AnyOf(F("corrects"), [row[UID] for row in found.values()]))
    wrong = list(told.values_list(Letters("corrects"), "seq"))
    stood, stands = {uid for uid, seq in wrong if seq not in new}, {uid for uid, _ in wrong}
    return Part(
        before=[row for seq, row in found.items() if seq not in new and row[UID] not in stood],
        after=[row for row in found.values() if row[UID] not in stands],
    )


def _plain(body: str) -> QuerySet[Fact, Row]:
    """The facts of a body as rows of numbers and letters."""
    return _rows().within(body)


@cache
def _rows() -> ScopedQuerySet[Any]:
    """Put together once: it is asked again and again."""
    return Fact.objects.values_list(*PLAIN)  # type: ignore[return-value]  # of rows, for whom it is asked


def _of_groups(fresh: Fresh, groups: Collection[Group]) -> Iterator[Q]:
    """What agrees with one of the fresh facts in the column of a group; what says nothing agrees with what says nothing."""
    for column, within in sorted({group[1:] for group in groups}):
        kinds = {kind for group in groups if group[1:] == (column, within) for kind in group.kinds}
        silent = {column, "matter"} if within else {column}
        if column != "matter" and (values := fresh.values(kinds, column)):  # those of the matters are there
            yield Q(AnyOf(F(column), values), kind__in=kinds)
        if fresh.says_nothing(kinds, silent):
            yield Q(kind__in=kinds, **{f"{one}__isnull": True for one in silent})


def _with_households(body: str, matters: set[str], gathered: Collection[str]) -> set[str]:
    """And everything that stands under one household with one of them, until nothing is added."""
    facts, known = Fact.objects.within(body).filter(kind__in=gathered), set(matters)
    edge = set(matters)
    while edge and len(known) <= MOST_MATTERS:
        tied = facts.filter(AnyOf(F("matter"), edge) | AnyOf(F("ref_1"), edge)).values_list(*PAIR)
        edge = {one for pair in tied for one in pair if one is not None} - known
        known |= edge
    return known
