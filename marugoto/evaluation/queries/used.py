"""Which figures were used in closed reviews, from facts alone: one query, whatever the number of figures."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.codes import ReviewSaid
from marugoto.evaluation.events.review import (
    DecisionEvidenced,
    MeansChanged,
    MeansUndone,
    PilotEnded,
    ReviewClosed,
    ReviewDecided,
)
from marugoto.evaluation.rules.uses import REMEMBERED, Cited, Tried, Use, changed_something, months_before, ref_of, uses
from marugoto.ground.transaction import looking_from_the_tower
from marugoto.kernel.jst import local_day
from marugoto.ledger.events import Event, layout
from marugoto.ledger.models import Fact

KINDS: tuple[type[Event], ...] = (
    ReviewDecided,
    DecisionEvidenced,
    MeansChanged,
    MeansUndone,
    ReviewClosed,
    PilotEnded,
)
Told = Mapping[str, list[Fact]]


def used_in_review(viewer: Viewer, code: str, *, on: date | None = None) -> bool:
    """Did a closed review of the last 24 months change a means, or keep it with a reason, because of this figure or criterion?"""
    return code in used_codes(viewer, [code], on=on)


def used_codes(viewer: Viewer, codes: Iterable[str], *, on: date | None = None) -> frozenset[str]:
    """Those of the house's codes for which `used_in_review` holds, in one query. `on`: as of that day, by default today."""
    found = used(viewer, on=on)
    return frozenset(code for code in codes if changed_something(found.get(ref_of(code), [])))


@looking_from_the_tower
def used(viewer: Viewer, *, on: date | None = None) -> dict[UUID, list[Use]]:
    """The uses of every figure in the last 24 months, by the reference under which facts speak of it."""
    today = on or local_day(viewer.at)
    told: defaultdict[str, list[Fact]] = defaultdict(list)
    rows = Fact.objects.within(viewer.body).filter(
        kind__in=[one.kind for one in KINDS],
        day__gt=months_before(today, 2 * REMEMBERED).toordinal(),
        day__lte=today.toordinal(),
    )
    for fact in rows.order_by("seq"):
        told[fact.kind].append(fact)
    found: defaultdict[UUID, list[Use]] = defaultdict(list)
    for use in uses(_cited(told), _tried(told), today=today):
        found[use.indicator].append(use)
    return found


def _cited(told: Told) -> Iterable[Cited]:
    closed = {_of(fact, ReviewClosed, "review") for fact in told[ReviewClosed.kind]}
    decided = {_of(fact, ReviewDecided, "decision"): fact for fact in told[ReviewDecided.kind]}
    changed = {_of(fact, MeansChanged, "decision"): fact for fact in told[MeansChanged.kind]}
    undone = {_of(fact, MeansUndone, "decision"): fact for fact in told[MeansUndone.kind]}
    for fact in told[DecisionEvidenced.kind]:
        decision = _of(fact, DecisionEvidenced, "decision")
        said, change, undoing = decided.get(decision), changed.get(decision), undone.get(decision)
        if said is None or _of(fact, DecisionEvidenced, "review") not in closed:
            continue
        yield Cited(
            indicator=_of(fact, DecisionEvidenced, "indicator"),
            review=_of(fact, DecisionEvidenced, "review"),
            said=ReviewSaid(_of(said, ReviewDecided, "said")),
            day=date.fromordinal(said.day),
            by=said.duty,
            reasoned=bool(_of(said, ReviewDecided, "reasoned")),
            effective=_day(change, "effective") if change else None,
            checked_on=_day(change, "check_on") if change else None,
            undone=date.fromordinal(undoing.day) if undoing else None,
        )


def _tried(told: Told) -> Iterable[Tried]:
    for fact in told[PilotEnded.kind]:
        watched = _of(fact, PilotEnded, "indicator")
        if watched is not None:
            yield Tried(watched, _of(fact, PilotEnded, "pilot"), date.fromordinal(fact.day), fact.duty)


def _of(fact: Fact, event: type[Event], field: str) -> Any:
    return getattr(fact, layout(event)[field])


def _day(fact: Fact, field: str) -> date:
    return date.fromordinal(_of(fact, MeansChanged, field))
