"""SEQ(A → B within T by key): of the As whose time is over, how many were followed by a B in time."""

from dataclasses import dataclass
from typing import ClassVar

from marugoto.evaluation.measures.text import Kinds, Operator, Rows, beside, kinds_are, same, seen, told_of


@dataclass(frozen=True)
class Sequence(Rows):
    """n (As whose follow-up is over), k (followed in time), running (too young to say).

    `within` is in the body's opening days after A, `days` in days of the calendar; or `due_column` names the column of A holding the
    last day (ordinal) for B. A and B are of one matter; `key` is one more column of the envelope in which they agree, an offer for
    instance. `matured`: looked at are the As whose follow-up, not whose beginning, lies in the window; only with
    `days`. `known`: looked at are only As of a matter of which such a fact is told, too. `missed`: k are those that no B
    followed in time.
    """

    operator: ClassVar[Operator] = Operator.SEQ

    first: Kinds
    then: Kinds
    within: int | None = None
    due_column: str = ""
    key: str = ""
    days: int | None = None
    matured: bool = False
    known: Kinds = ()
    missed: bool = False

    def rows(self, by: tuple[str, ...] = ()) -> str:
        in_time, over = self._clock()
        came = f"MAX(CASE WHEN {in_time} THEN 1 ELSE 0 END)"
        agree = same("b", "a", "matter", *([self.key] if self.key else []))
        known = f"JOIN ({told_of(self.known)}) g ON {same('g', 'a', 'matter')} " if self.known else ""
        starts = f"a.day + {self.days}" if self.matured else "a.day"
        return (
            f"SELECT a.seq, a.matter, a.day{beside('a', by)}, "
            f"{f'1 - {came}' if self.missed else came} AS fulfilled, "
            f"MAX(CASE WHEN {over} THEN 1 ELSE 0 END) AS ended "
            f"FROM fact a {known}LEFT JOIN fact b ON {agree} AND b.seq > a.seq AND {kinds_are('b', self.then)} "
            f"WHERE {kinds_are('a', self.first)} "
            f"AND {starts} >= :since_day AND {starts} < :until_day GROUP BY a.body, a.seq, a.matter, a.day{beside('a', by)}"
        )

    def _clock(self) -> tuple[str, str]:
        if self.due_column:
            return f"b.day <= a.{self.due_column}", f"a.{self.due_column} < :over_day"
        if self.days is not None:
            return f"b.day <= a.day + {self.days}", f"a.day + {self.days} < :over_day"
        return f"b.bday <= a.bday + {self.within}", f"a.bday + {self.within} < :over_bday"


@dataclass(frozen=True)
class Answered(Rows):
    """n calls of the window that were answered by its end, k of them in a `good` way; running are those still without an answer.

    `key` is the column in which a call and its answer agree. An answer not among `then` does not end a call; what came to it like
    `unless` by the end of the window takes the call out altogether.
    """

    operator: ClassVar[Operator] = Operator.SEQ

    first: Kinds
    then: Kinds
    good: Kinds
    key: str
    unless: Kinds = ()

    def rows(self, by: tuple[str, ...] = ()) -> str:
        if not self.unless:
            return self._calls(by)
        left = f"SELECT c.matter, c.day{beside('c', by)}, c.fulfilled, c.ended FROM ({self._calls(by)}) c"
        return f"{left} WHERE c.spared = 0"

    def _calls(self, by: tuple[str, ...]) -> str:
        spared = f", MAX(CASE WHEN {kinds_are('b', self.unless)} THEN 1 ELSE 0 END) AS spared" if self.unless else ""
        return (
            f"SELECT a.seq, a.matter, a.day{beside('a', by)}, "
            f"MAX(CASE WHEN {kinds_are('b', self.good)} THEN 1 ELSE 0 END) AS fulfilled, "
            f"MAX(CASE WHEN {kinds_are('b', self.then)} THEN 1 ELSE 0 END) AS ended{spared} "
            f"FROM fact a LEFT JOIN fact b ON {same('b', 'a', 'matter', self.key)} AND b.seq > a.seq "
            f"AND b.day < :until_day AND {kinds_are('b', self.then + self.unless)} "
            f"WHERE {seen('a', self.first)} GROUP BY a.body, a.seq, a.matter, a.day{beside('a', by)}"
        )


@dataclass(frozen=True)
class FoundWay(Rows):
    """n refusals whose days are over, k of them followed by an opening of the same subject to the same team within `days`.

    A matter stands behind each: the one about which it was asked. Asked again on the same day, it is one refusal.
    """

    operator: ClassVar[Operator] = Operator.SEQ

    refused: str
    made: str
    to: str
    made_to: str
    days: int

    def rows(self, by: tuple[str, ...] = ()) -> str:
        return (
            f"SELECT a.subject, a.{self.to}, a.matter, a.day{beside('a', by)}, "
            f"MAX(CASE WHEN b.day <= a.day + {self.days} THEN 1 ELSE 0 END) AS fulfilled, "
            f"MAX(CASE WHEN a.day + {self.days} < :over_day THEN 1 ELSE 0 END) AS ended "
            f"FROM fact a LEFT JOIN fact b ON {same('b', 'a', 'subject')} AND b.{self.made_to} = a.{self.to} AND b.seq > a.seq "
            f"AND b.kind = '{self.made}' WHERE {seen('a', (self.refused,))} "
            f"GROUP BY a.body, a.subject, a.{self.to}, a.matter, a.day{beside('a', by)}"
        )
