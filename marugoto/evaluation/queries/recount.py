"""What has to be counted again, and counting it: everything on a new day, later only what the new facts touch.

Within a day a window stands still, so a figure changes by facts alone. A measure of which no new fact has a kind stays as it is; of one
that adds up, the part is counted that the new facts belong to; one that does not is put together of its pieces, and those add up.
"""

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.measures import Window
from marugoto.evaluation.measures.apart import adds_up, gathered_by, grouped_by, kinds_in
from marugoto.evaluation.models import CountedFigure, Counting
from marugoto.evaluation.queries import measured
from marugoto.evaluation.queries.part import Fresh, Part, ends, fresh_since, part_of
from marugoto.evaluation.queries.tally import (
    MEASURES,
    Ask,
    Form,
    Table,
    Wanted,
    moved,
    table_kept,
    wanted,
    wanted_longer,
)
from marugoto.evaluation.queries.window import fiscal_year_of, half_year_of, window_of
from marugoto.evaluation.rules.anchor import FISCAL_YEAR, HALF_YEAR
from marugoto.ground.transaction import looking_from_the_tower
from marugoto.kernel.jst import local_day

GATHERED = frozenset(kind for one in MEASURES for kind in kinds_in(gathered_by(one)))
GROUPS = frozenset(group for one in MEASURES for group in grouped_by(one))
Slot = tuple[str, str, str, date]
Kept = Mapping[Slot, CountedFigure]


@dataclass(frozen=True)
class Recounted:
    """`after`: the number of the round it was counted from. `wanted`: all that stands ready after it; `figures`: of these the tables that
    are new or came out otherwise, each with its window. `rows`: where one of the same definition is kept already."""

    after: int
    anchor: date
    as_of: datetime
    top: int
    lately: list[int]
    opening: int
    wanted: list[Wanted]
    figures: list[tuple[Wanted, Window, Table]]
    rows: dict[Slot, UUID]
    milliseconds: int


@looking_from_the_tower
def recounted(viewer: Viewer, *, whole: bool = False) -> Recounted:
    """Of one snapshot: call it within `reading`. `whole`: everything anew, whatever is kept."""
    began, today = time.monotonic(), local_day(viewer.at)
    base = Counting.objects.within(viewer.body).first()
    opening = window_of(viewer, last=today).over_bday
    stands = base is not None and base.anchor == today and base.opening == opening and not whole
    fresh = fresh_since(viewer.body, base.top, base.lately) if base and stands else None
    counter = Counter(viewer, _kept(viewer) if fresh is not None else {}, fresh)
    first = wanted(today)
    counter.count(first)
    longer = wanted_longer(first, counter.tables)
    counter.count(longer)
    top, lately = fresh.ends if fresh is not None else ends(viewer.body)
    return Recounted(
        after=base.number if base else 0,
        anchor=today,
        as_of=viewer.at,
        top=top,
        lately=lately,
        opening=opening,
        wanted=[*first, *longer],
        figures=counter.changed([*first, *longer]),
        rows={slot: counter.kept[slot].pk for slot, table in counter.held.items() if table is not None},
        milliseconds=int((time.monotonic() - began) * 1000),
    )


def _kept(viewer: Viewer) -> Kept:
    rows = CountedFigure.objects.within(viewer.body)
    return {(row.code, row.part, row.version, row.anchor): row for row in rows}


class Counter:
    """Tables by what was asked, each counted once: as it is kept, moved by a part, or whole."""

    def __init__(self, viewer: Viewer, kept: Kept, fresh: Fresh | None) -> None:
        self.viewer, self.kept, self.fresh = viewer, kept, fresh
        self.kinds = fresh.kinds if fresh else set()
        self.tables: dict[Ask, Table] = {}
        self.windows: dict[tuple[date, int], Window] = {}
        self.held: dict[Slot, Table | None] = {}
        self.part: Part | None = None

    def count(self, wanted: Iterable[Wanted]) -> None:
        held = {one.ask: table for one in wanted if (table := self._held(one)) is not None}
        every = [ask for ask in dict.fromkeys(one.ask for one in wanted) if ask not in self.tables]
        asks = [ask for ask in every if ask.pieces is None]
        touched = [ask for ask in asks if ask in held and self.kinds & kinds_in(ask.measure)]
        partly = self._moved([ask for ask in touched if self._may_move(ask)], held)
        whole = {ask for ask in touched if ask not in partly}
        rest = [ask for ask in asks if ask not in held or ask in whole]
        counted = measured.tables([(ask, self.window(ask)) for ask in rest])
        self.tables |= {ask: held[ask] for ask in asks if ask in held} | partly | dict(zip(rest, counted, strict=True))
        self.tables |= {ask: self._together(ask, ask.pieces, held) for ask in every if ask.pieces}

    def window(self, ask: Ask) -> Window:
        place = ask.day, ask.months
        if place not in self.windows:
            self.windows[place] = self._window(ask)
        return self.windows[place]

    def changed(self, wanted: Iterable[Wanted]) -> list[tuple[Wanted, Window, Table]]:
        return [
            (one, self.window(one.ask), self.tables[one.ask])
            for one in wanted
            if self._held(one) != self.tables[one.ask]
        ]

    def _window(self, ask: Ask) -> Window:
        if ask.months == HALF_YEAR:
            return half_year_of(self.viewer, last=ask.day)
        if ask.months == FISCAL_YEAR:
            return fiscal_year_of(self.viewer, last=ask.day)
        return window_of(self.viewer, last=ask.day, months=ask.months)

    def _held(self, one: Wanted) -> Table | None:
        """What is kept of it, if it was counted by the very text of today."""
        if one.slot not in self.held:
            row = self.kept.get(one.slot)
            same = row is not None and row.text == one.ask.sign and row.since_day == self.window(one.ask).since_day
            self.held[one.slot] = (
                table_kept(Form(row.form), (row.n, row.k, row.running), row.rows) if row and same else None
            )
        return self.held[one.slot]

    def _together(self, ask: Ask, pieces: Ask, held: Mapping[Ask, Table]) -> Table:
        if ask in held and held.get(pieces) == self.tables[pieces]:
            return held[ask]
        return ask.together(self.tables[pieces], self.window(ask))

    def _may_move(self, ask: Ask) -> bool:
        """The middle of the households' goals is counted whole: its pieces would name households."""
        if self.fresh is None or ask.form is Form.GOALS:
            return False
        return ask.form is Form.PIECES or adds_up(ask.measure)

    def _moved(self, asks: Sequence[Ask], held: Mapping[Ask, Table]) -> dict[Ask, Table]:
        if self.fresh is None or not asks:
            return {}
        if self.part is None:  # a longer time is asked of the same measures
            self.part = part_of(self.viewer.body, self.fresh, GATHERED, GROUPS)
        if self.part is None:
            return {}
        moves = self.part.moves([(ask, self.window(ask)) for ask in asks])
        return {ask: moved(held[ask], *move) for ask, move in zip(asks, moves, strict=True)}
