"""What the reviews of a time came to: how many were closed, what was said of means, and how many means are otherwise at its end."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.codes import ReviewSaid
from marugoto.evaluation.events.review import MeansChanged, MeansUndone, ReviewClosed, ReviewDecided
from marugoto.ground.transaction import looking_from_the_tower
from marugoto.ledger.events import Event, layout
from marugoto.ledger.models import Fact


@dataclass(frozen=True)
class Decided:
    closed: int = 0
    changed: int = 0
    said: Mapping[ReviewSaid, int] = field(default_factory=dict)


@looking_from_the_tower
def decided(viewer: Viewer, *, since: date, last: date) -> Decided:
    """From the first to the last day, by which what was taken back is no change: one query."""
    facts = Fact.objects.within(viewer.body).filter(
        kind__in=[ReviewClosed.kind, ReviewDecided.kind, MeansChanged.kind, MeansUndone.kind],
        day__gte=since.toordinal(),
        day__lte=last.toordinal(),
    )
    told = list(facts)
    closed = sum(fact.kind == ReviewClosed.kind for fact in told)
    said = Counter(ReviewSaid(code) for code in _of(told, ReviewDecided, "said"))
    changed = set(_of(told, MeansChanged, "decision")) - set(_of(told, MeansUndone, "decision"))
    return Decided(closed=closed, changed=len(changed), said=said)


def _of(told: Iterable[Fact], event: type[Event], field: str) -> list[Any]:
    return [getattr(fact, layout(event)[field]) for fact in told if fact.kind == event.kind]
