"""What was acknowledged against what is there: read from the writers' journals, and from every table of balls and facts."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from django.utils import timezone

from marugoto.agencies.queries.system import system_viewer
from marugoto.custody.queries.check import faults
from proofs._moves import FACTS, WITH_CODE, Order, read_order
from proofs._verbs import BODY

Ask = Callable[..., list[Any]]
AT_ONCE = 400
AGAIN = {"A": "recognised", "X": "done a second time", "W": "answered over HTTP"}

# Every ball of every body: an open one has exactly one open holding, of the team and person the ball names; a settled one none.
ASTRAY = """
SELECT b.id, b.settlement_id IS NULL, count(h.id) FROM custody_ball b
LEFT JOIN custody_holding h ON h.ball_id = b.id AND h.until IS NULL GROUP BY b.id, b.settlement_id
HAVING count(h.id) <> CASE WHEN b.settlement_id IS NULL THEN 1 ELSE 0 END
"""
OTHERWISE = """
SELECT b.id FROM custody_ball b JOIN custody_holding h ON h.ball_id = b.id AND h.until IS NULL
WHERE h.team_id <> b.holder_id OR h.in_charge_id <> b.in_charge_id
"""


@dataclass
class Journal:
    """One writer's journal, read on from where it was read to."""

    path: Path
    at: int = 0
    open: dict[UUID, Order] = field(default_factory=dict)
    doubtful: set[UUID] = field(default_factory=set)
    ended: Counter[str] = field(default_factory=Counter)

    def news(self) -> list[str]:
        if not self.path.exists():
            return []
        with self.path.open("rb") as paper:
            paper.seek(self.at)
            whole = paper.read().rpartition(b"\n")[0]
        self.at += len(whole) + 1 if whole else 0
        return whole.decode().split("\n") if whole else []


@dataclass
class Account:
    ask: Ask
    convert: Callable[[UUID], Any]
    journals: list[Journal] = field(default_factory=list)
    done: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    doubts: Counter[str] = field(default_factory=Counter)  # in doubt, and what the repetition found
    again: Counter[str] = field(default_factory=Counter)
    traces: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    unheld: set[str] = field(default_factory=set)
    double: set[str] = field(default_factory=set)
    otherwise: set[str] = field(default_factory=set)
    broken: list[str] = field(default_factory=list)
    facts: int = 0
    matters: set[UUID] = field(default_factory=set)
    acknowledged: list[UUID] = field(default_factory=list)  # since the last check
    expected: Counter[tuple[UUID, str]] = field(default_factory=Counter)  # since the last check
    touched: set[UUID] = field(default_factory=set)  # matters in doubt since the last check
    seq: int = 0
    before: set[str] = field(default_factory=set)  # what the controls left behind

    def begin(self) -> None:
        """From here on: what is there already is not asked about."""
        self.seq = self.ask("SELECT coalesce(max(seq), 0) FROM ledger_fact")[0][0]
        self._holders()
        self.before = self.unheld | self.double | self.otherwise
        self.unheld, self.double, self.otherwise = set(), set(), set()

    @property
    def sound(self) -> bool:
        found = (self.traces, self.lost, self.twice, self.unheld, self.double, self.otherwise, self.broken)
        return not any(found)

    # ---------------------------------------------------------------- what the writers say

    def read(self) -> None:
        for journal in self.journals:
            for line in journal.news():
                self._line(journal, line)

    def _line(self, journal: Journal, line: str) -> None:
        sign, _, words = line.partition(" ")
        if sign == "S":
            order = read_order(words)
            journal.open[order.key] = order
            return
        key = UUID(words[:36])
        if sign in AGAIN:
            self.again[AGAIN[sign]] += 1
        elif sign == "T":
            journal.doubtful.add(key)
            self.touched |= set(journal.open[key].matters)
        else:
            self._ended(journal, sign, key, words[37:])

    def _ended(self, journal: Journal, sign: str, key: UUID, trace: str) -> None:
        order = journal.open.pop(key)
        journal.ended[order.verb] += 1
        if key in journal.doubtful:
            journal.doubtful.discard(key)
            said = {"F": "had been done", "D": "done now", "R": "refused, nothing done", "E": "broken"}
            self.doubts[said[sign]] += 1
        if sign in {"D", "F"}:
            self.done[order.verb] += 1
            self.acknowledged.append(key)
            self.matters |= set(order.matters)
            self.expected.update((matter, fact) for matter in order.matters for fact in FACTS[order.verb])
        elif sign == "R":
            self.refused[order.verb] += 1
        else:
            self.traces.append(f"{order.verb}: {trace}")

    # ---------------------------------------------------------------- what is there

    def check(self) -> None:
        """While everybody rests. Everything since the last check, every ball in doubt, and the holders of all balls."""
        self.read()
        self._keys()
        self._facts()
        self._holders()
        self.explain(self.touched)
        self.touched.clear()

    def _keys(self) -> None:
        for some in _chunks(self.acknowledged):
            marks = ",".join(["%s"] * len(some))
            there = self.ask(
                f"SELECT key FROM ground_submission WHERE status = 302 AND key IN ({marks})",
                [self.convert(key) for key in some],
            )
            known = {UUID(str(row[0])) for row in there}
            self.lost += [f"key {key}" for key in some if key not in known]
        self.acknowledged.clear()

    def _facts(self) -> None:
        """Each acknowledged operation has its fact, once; and there is no fact that nobody was told of."""
        counted = {fact.partition(" ")[0] for facts in FACTS.values() for fact in facts}
        rows = self.ask(
            "SELECT matter, kind, code_1, count(*), max(seq) FROM ledger_fact WHERE seq > %s AND matter IS NOT NULL"
            " GROUP BY matter, kind, code_1",
            [self.seq],
        )
        there: Counter[tuple[UUID, str]] = Counter()
        for matter, kind, code, times, seq in rows:
            self.seq = max(self.seq, seq)
            told = f"{kind} {code}" if kind in WITH_CODE else kind
            if kind in counted and any(told in facts for facts in FACTS.values()):
                there[UUID(str(matter)), told] += times
        self.facts += there.total()
        self.lost += [f"{fact} of {matter}" for (matter, fact) in (self.expected - there).elements()]
        self.twice += [f"{fact} of {matter}" for (matter, fact) in (there - self.expected).elements()]
        self.expected.clear()

    def _holders(self) -> None:
        for ball, is_open, holders in self.ask(ASTRAY):
            (self.unheld if is_open and not holders else self.double).add(str(ball))
        self.otherwise |= {str(row[0]) for row in self.ask(OTHERWISE)}
        self.unheld, self.double = self.unheld - self.before, self.double - self.before
        self.otherwise -= self.before

    def explain(self, matters: Iterable[UUID]) -> None:
        """Tables, holdings and the story the facts tell, ball by ball."""
        viewer = system_viewer(BODY, timezone.now())
        for some in _chunks(list(matters)):
            marks = ",".join(["%s"] * len(some))
            balls = self.ask(
                f"SELECT id FROM custody_ball WHERE matter IN ({marks})", [self.convert(one) for one in some]
            )
            self.broken += faults(viewer, [UUID(str(row[0])) for row in balls])


def _chunks(keys: list[UUID]) -> Iterable[list[UUID]]:
    for start in range(0, len(keys), AT_ONCE):
        yield keys[start : start + AT_ONCE]
