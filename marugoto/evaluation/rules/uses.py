"""What the uses of an indicator are worth (our proposal, evaluation.md 8): a ledger, no judgement.

A use is a frozen figure on which a decision of a closed review stands. Looking at it, or putting it on a slide, is none. The weights
rank indicators only: never people, never divisions.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID, uuid5

from marugoto.evaluation.codes import ReviewSaid, UseKind

OURS = UUID("5f2f5f0e-1b1c-5d3e-9d3c-5a0f0a6b7c11")  # the space of names of the house's own figures
REMEMBERED = 24  # months
PENDING_COUNTS = 12  # months
UNDONE_TOO_SOON = 6  # months
WEIGHTS = {
    UseKind.CHANGED: Fraction(3),
    UseKind.STOPPED: Fraction(3),
    UseKind.TRIED: Fraction(3),
    UseKind.PENDING: Fraction(1),
    UseKind.KEPT: Fraction(1),
    UseKind.TARGET: Fraction(1, 2),
}
ONCE = {UseKind.KEPT, UseKind.TARGET}  # in the months that are remembered
COUNTS_AS_USED = Fraction(1)
CHANGED_SOMETHING = {UseKind.CHANGED, UseKind.STOPPED, UseKind.TRIED}


@dataclass(frozen=True)
class Cited:
    """A figure on which one decision of a closed review stands, with what became of the decision. `by`: who decided.

    `reasoned`: of a keep, it is written what would change it. `checked_on`: the day on which somebody looks whether it helped.
    """

    indicator: UUID
    review: UUID
    said: ReviewSaid
    day: date
    by: UUID
    reasoned: bool = False
    effective: date | None = None
    checked_on: date | None = None
    undone: date | None = None


@dataclass(frozen=True)
class Tried:
    """A pilot that watched this figure and ended with a written finding, whichever way it went."""

    indicator: UUID
    pilot: UUID
    day: date
    by: UUID


@dataclass(frozen=True)
class Use:
    indicator: UUID
    kind: UseKind
    day: date
    source: UUID
    by: UUID

    @property
    def weight(self) -> Fraction:
        return WEIGHTS[self.kind]


def ref_of(code: str, row: UUID | None = None) -> UUID:
    """By which facts speak of an indicator: the house's own by its code, so that every body speaks of the same one."""
    if code:
        return uuid5(OURS, code)
    if row is None:
        raise ValueError("an indicator has a code or a row")
    return row


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier; where that month is shorter, its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def uses(cited: Iterable[Cited], tried: Iterable[Tried], *, today: date) -> list[Use]:
    """Those of the remembered months. Of one review a figure counts once, by what weighs most; a keep and a new target count once
    in all."""
    since = months_before(today, REMEMBERED)
    best: dict[tuple[UUID, UUID], Use] = {}
    for one in cited:
        kind = kind_of(one, today=today)
        if kind is None or not since < one.day <= today:
            continue
        use = Use(one.indicator, kind, one.day, one.review, one.by)
        former = best.get((one.indicator, one.review))
        if former is None or use.weight > former.weight:
            best[one.indicator, one.review] = use
    pilots = [
        Use(one.indicator, UseKind.TRIED, one.day, one.pilot, one.by) for one in tried if since < one.day <= today
    ]
    return _once(sorted([*best.values(), *pilots], key=lambda use: (use.day, str(use.source))))


def kind_of(one: Cited, *, today: date) -> UseKind | None:
    """None: it is worth nothing (any more)."""
    if one.said is ReviewSaid.KEEP:
        return UseKind.KEPT if one.reasoned else None
    if one.said is ReviewSaid.TARGET:
        return UseKind.TARGET
    if (
        one.undone is not None
        and one.effective is not None
        and months_before(one.undone, UNDONE_TOO_SOON) < one.effective
    ):
        return None
    if one.effective is not None and one.effective <= today and one.checked_on is not None:
        return UseKind.STOPPED if one.said is ReviewSaid.STOP else UseKind.CHANGED
    return UseKind.PENDING if months_before(today, PENDING_COUNTS) < one.day else None


def keep(found: Iterable[Use], *, minutes: int) -> Fraction:
    """Uses in the remembered months over one and the hours a month it takes by hand."""
    return sum((use.weight for use in found), Fraction(0)) / (1 + Fraction(minutes, 60))


def changed_something(found: Iterable[Use]) -> bool:
    """For level 4: a closed review changed or stopped a means because of it, or kept it with a reason (once is enough)."""
    return any(use.kind in CHANGED_SOMETHING or use.kind is UseKind.KEPT for use in found)


def _once(found: Iterable[Use]) -> list[Use]:
    said: set[tuple[UUID, UseKind]] = set()
    kept = []
    for use in found:
        if use.kind in ONCE:
            if (use.indicator, use.kind) in said:
                continue
            said.add((use.indicator, use.kind))
        kept.append(use)
    return kept
