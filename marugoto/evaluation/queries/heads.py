"""The counts of a half-year: as they are counted now, and as they were held fast."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from marugoto.agencies.viewer import Viewer
from marugoto.casework.events import CaseClosed, JournalWritten
from marugoto.evaluation.indicators.households import GATHERED
from marugoto.evaluation.measures import Count, Distinct, Measured, Window
from marugoto.evaluation.models import HeldCount
from marugoto.evaluation.queries import measured
from marugoto.evaluation.queries.figure import half_year_of
from marugoto.evaluation.rules import heads as rules
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.heads import AGAIN, ALL, CHANNEL, CLOSE, END, NEW, NONE, RUNNING, TROUBLE, name_of
from marugoto.ground.transaction import looking_from_the_tower
from marugoto.intake.events import IntakeEnded, IntakeNamed, IntakeOpened, TroubleMarked
from marugoto.ledger.events import layout

TOLD = (IntakeOpened, IntakeNamed, TroubleMarked, IntakeEnded, CaseClosed)
LISTED = Count(kinds=tuple(event.kind for event in TOLD))
CODE = layout(IntakeOpened)["channel"]  # in which the mark and both ends stand, too
RECORDS = Count(kinds=(JournalWritten.kind,))
PERSONS = Distinct(kinds=(IntakeOpened.kind, IntakeNamed.kind), of="subject")
CASE = layout(JournalWritten)["case"]  # in which what was gathered and assessed names the case, too
HOMES = Distinct(kinds=(*GATHERED, JournalWritten.kind), of=CASE)

Row = tuple[Any, ...]  # matter, kind, code, subject


@dataclass(frozen=True)
class HeldHeads:
    """`at`: when they were held fast."""

    last: date
    at: datetime
    counts: Mapping[str, int]


def asked(viewer: Viewer, *, last: date) -> list[tuple[Measured, Window]]:
    """What of it is counted by measures."""
    window = half_year_of(viewer, last=last)
    ever, before = _since_ever(window, window.until_day), _since_ever(window, window.since_day)
    return [(RECORDS, window), *((one, at) for one in (PERSONS, HOMES) for at in (window, ever, before))]


@looking_from_the_tower
def counted(viewer: Viewer, *, last: date, shares: Sequence[Share] = ()) -> dict[str, int]:
    """Every printed name with its number. Two queries, whatever the number of facts; one where `shares` answer `asked` already."""
    window = half_year_of(viewer, last=last)
    records, *people = (share.n for share in shares or measured.shares(asked(viewer, last=last)))
    rows = measured.listed(LISTED, ("kind", CODE, "subject"), window)
    found = {rules.RECORDS: records} | _new_and_again(people) | _intakes(rows) | _closed(rows)
    return {name: found.get(name, 0) for name in rules.PRINTED}


@looking_from_the_tower
def held_heads(viewer: Viewer) -> dict[date, HeldHeads]:
    """By the last day of the half-year; one query."""
    found: dict[date, dict[str, int]] = {}
    moments: dict[date, datetime] = {}
    for row in HeldCount.objects.within(viewer.body).order_by("last", "name"):
        found.setdefault(row.last, {})[row.name] = row.count
        moments[row.last] = row.made_at
    return {last: HeldHeads(last, moments[last], counts) for last, counts in found.items()}


def _since_ever(window: Window, until: int) -> Window:
    return Window(window.body, 0, until, window.over_day, window.over_bday)


def _new_and_again(counts: list[int]) -> dict[str, int]:
    """Who came in the half-year, and was there before: of everybody until its end those are new who were not there until its beginning."""
    found: dict[str, int] = {}
    for family, (whole, ever, before) in ((rules.PERSONS, counts[:3]), (rules.HOMES, counts[3:])):
        new = ever - before
        found |= {family: whole, name_of(family, NEW): new, name_of(family, AGAIN): whole - new}
    return found


def _intakes(rows: Sequence[Row]) -> dict[str, int]:
    opened = {matter: code for matter, kind, code, _ in rows if kind == IntakeOpened.kind}
    named = {matter for matter, kind, _, subject in rows if kind == IntakeNamed.kind or subject} & opened.keys()
    marks = {(matter, code) for matter, kind, code, _ in rows if kind == TroubleMarked.kind and matter in opened}
    marks = {mark for mark in marks if name_of(TROUBLE, mark[1]) in rules.TROUBLES}
    ends = {matter: code for matter, kind, code, _ in rows if kind == IntakeEnded.kind}
    marked = len({matter for matter, _ in marks})
    return {
        rules.INTAKES: len(opened),
        rules.NAMED: len(named),
        rules.UNNAMED: len(opened) - len(named),
        name_of(TROUBLE, NONE): len(opened) - marked,
        **_counts(TROUBLE, rules.TROUBLES, (code for _, code in marks)),
        **_counts(CHANNEL, rules.CHANNELS, opened.values()),
        **_counts(END, rules.ENDS, (ends.get(matter, RUNNING) for matter in opened)),
    }


def _closed(rows: Sequence[Row]) -> dict[str, int]:
    codes = [code for _, kind, code, _ in rows if kind == CaseClosed.kind]
    return _counts(CLOSE, rules.CLOSES, codes) | {name_of(CLOSE, ALL): len(codes)}


def _counts(family: str, names: Collection[str], codes: Iterable[str]) -> dict[str, int]:
    """What has no name in this version of the list is not known."""
    said = (name_of(family, code) for code in codes)
    return dict(Counter(name if name in names else name_of(family, NONE) for name in said))
