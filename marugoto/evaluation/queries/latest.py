"""Figures as they were counted last: a page counts nothing. Every table is found by the text of its measure, whoever asks for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.indicators import INDICATORS, Indicator, department, outcome_years, strength, ways
from marugoto.evaluation.measures import Measured, Rows, Valued, Window
from marugoto.evaluation.models import CountedFigure, Counting
from marugoto.evaluation.queries.tally import GAUGED, Form, Table, sign_of, table_kept, text_of
from marugoto.evaluation.rules.anchor import anchors, waits
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.spread import Spread
from marugoto.evaluation.standards import CRITERIA, Criterion
from marugoto.evaluation.standards.gap_signals import GAUGES
from marugoto.ground.transaction import looking_from_the_tower
from marugoto.kernel.fiscal import day_number
from marugoto.kernel.jst import local_day

NOTHING = Share(0, 0)
MORE = {Form.DIVIDED, Form.SPREAD, Form.GOALS}  # parts of an indicator beside its share
VERSIONS = {one.code: str(one.version) for one in (*INDICATORS, *CRITERIA)}  # in use now
VERSIONS |= {one.gauge.code: GAUGED for one in GAUGES}
VERSIONS |= {one.CODE: one.VERSION for one in (department, outcome_years, strength, ways)}
OF_ONE_PAGE = (department.CODE, outcome_years.CODE, strength.CODE, ways.CODE)


class Counts(Protocol):
    """Answers shares and divisions: the ledger itself (`measured`), or what is kept of it (`KeptCounts`)."""

    def shares(self, asked: Sequence[tuple[Measured, Window]]) -> list[Share]: ...
    def dividings(self, asked: Sequence[tuple[Rows, str, Window]]) -> list[dict[str, Share]]: ...
    def spreads(self, asked: Sequence[tuple[Valued, Window]]) -> list[Spread]: ...
    def divided(self, measure: Rows, columns: tuple[str, ...], window: Window) -> dict[tuple[str, ...], Share]: ...


@dataclass(frozen=True)
class KeptCounts:
    """Tables by the sign of their text and the days of their window. What was not counted yet is nothing of nothing."""

    tables: Mapping[tuple[str, int, int], Table]

    def table(self, text: str, since: int, until: int) -> Table | None:
        return self.tables.get((sign_of(text), since, until))

    def shares(self, asked: Sequence[tuple[Measured, Window]]) -> list[Share]:
        found = [self.table(text_of(measure), window.since_day, window.until_day) for measure, window in asked]
        return [Share(*table.get((), (0, 0, 0))) if table else NOTHING for table in found]

    def dividings(self, asked: Sequence[tuple[Rows, str, Window]]) -> list[dict[str, Share]]:
        texts = [(text_of(measure, Form.DIVIDED, (column,)), window) for measure, column, window in asked]
        found = [self.table(text, window.since_day, window.until_day) or {} for text, window in texts]
        return [{str(value or ""): Share(*numbers) for (value,), numbers in table.items()} for table in found]

    def divided(self, measure: Rows, columns: tuple[str, ...], window: Window) -> dict[tuple[str, ...], Share]:
        text = text_of(measure, Form.DIVIDED, columns)
        return _divided(self.table(text, window.since_day, window.until_day) or {})

    def spreads(self, asked: Sequence[tuple[Valued, Window]]) -> list[Spread]:
        texts = [(text_of(measure, Form.SPREAD), window) for measure, window in asked]
        return [_spread(self.table(text, window.since_day, window.until_day) or {}) for text, window in texts]


@dataclass(frozen=True)
class Latest:
    """`as_of`: what was told until then is counted, None before the first time. `today` is the day up to which, `before` half a year
    earlier. `waiting`: somebody asked to count again, and it is not done. `counts` answers what was counted.

    `older`: by code, what a definition that is in use no more gave last, and its version.
    """

    as_of: datetime | None
    today: date
    before: date
    waiting: bool
    counts: KeptCounts
    known: frozenset[tuple[str, str]]
    shares: Mapping[tuple[str, date], Share]
    more: Mapping[tuple[str, str], Table]
    older: Mapping[str, tuple[str, Share]]

    def share(self, one: Indicator, day: date) -> Share:
        """Of the present definition; nothing of nothing where that was not counted yet."""
        return self.shares.get((one.code, day), NOTHING)

    def has(self, one: Indicator | Criterion) -> bool:
        """Was it counted by its present definition?"""
        return (one.code, str(one.version)) in self.known

    def has_tables(self, code: str) -> bool:
        """Were the tables of a page counted by their present definition?"""
        return (code, VERSIONS[code]) in self.known

    def divided(self, one: Indicator) -> dict[tuple[str, ...], Share] | None:
        table = self.more.get((one.code, Form.DIVIDED))
        return None if table is None else _divided(table)

    def spread(self, one: Indicator) -> Spread | None:
        table = self.more.get((one.code, Form.SPREAD))
        return None if table is None else _spread(table)

    def attainment(self, one: Indicator) -> tuple[int, int | None] | None:
        """Of how many households the goals were scored, and the T in the middle of them."""
        table = self.more.get((one.code, Form.GOALS))
        if not table:
            return None
        households, *middle = table[()]
        return households, middle[0] if middle else None


@looking_from_the_tower
def latest(viewer: Viewer, *, codes: Sequence[str] | None = None) -> Latest:
    """What is kept, or of these codes alone: two queries, whatever the number of figures and facts.

    Without codes all but what one page alone reads: the ways have a row for every two teams, 地域の力 one for every place.
    """
    counting = Counting.objects.within(viewer.body).first()
    today, before = anchors(counting.anchor if counting and counting.anchor else local_day(viewer.at))
    kept = CountedFigure.objects.within(viewer.body).exclude(form=Form.PIECES).order_by("made_at")
    some = kept.exclude(code__in=OF_ONE_PAGE) if codes is None else kept.filter(code__in=codes)
    rows = list(some) if counting and counting.as_of else []
    standing = [row for row in rows if row.version == VERSIONS.get(row.code)]
    shares = {(row.code, row.anchor): _share(row) for row in standing if not row.part}
    left = {row.code: (row.version, _share(row)) for row in rows if not row.part}
    return Latest(
        as_of=counting.as_of if counting else None,
        today=today,
        before=before,
        waiting=counting is not None and waits(counting.asked_at, counting.as_of),
        counts=KeptCounts({(row.text, row.since_day, day_number(row.anchor) + 1): _table(row) for row in standing}),
        known=frozenset((row.code, row.version) for row in standing),
        shares=shares,
        more={(row.code, row.part): _table(row) for row in standing if row.part in MORE and row.anchor == today},
        older={code: row for code, row in left.items() if row[0] != VERSIONS.get(code) and (code, today) not in shares},
    )


@looking_from_the_tower
def is_waited_for(viewer: Viewer) -> bool:
    """Somebody asked to count again, and it is not done."""
    counting = Counting.objects.within(viewer.body).first()
    return counting is not None and waits(counting.asked_at, counting.as_of)


def _divided(table: Table) -> dict[tuple[str, ...], Share]:
    return {tuple(str(part or "") for part in key): Share(*numbers) for key, numbers in table.items()}


def _spread(table: Table) -> Spread:
    return Spread({None if value is None else int(value): times for (value,), (times,) in table.items()})


def _share(row: CountedFigure) -> Share:
    return Share(row.n, row.k, row.running)


def _table(row: CountedFigure) -> Table:
    return table_kept(Form(row.form), (row.n, row.k, row.running), row.rows)
