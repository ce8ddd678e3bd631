"""What the reviews of a time came to: how many were closed, what was said of means, and how many means are otherwise now."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.codes import ReviewSaid
from marugoto.evaluation.events.review import MeansChanged, ReviewClosed, ReviewDecided
from marugoto.ground.transaction import looking_from_the_tower
from marugoto.ledger.events import layout
from marugoto.ledger.models import Fact


@dataclass(frozen=True)
class Decided:
    closed: int = 0
    changed: int = 0
    said: Mapping[ReviewSaid, int] = field(default_factory=dict)


@looking_from_the_tower
def decided(viewer: Viewer, *, since: date, last: date) -> Decided:
    """From the first to the last day: one query."""
    facts = Fact.objects.within(viewer.body).filter(
        kind__in=[ReviewClosed.kind, ReviewDecided.kind, MeansChanged.kind],
        day__gte=since.toordinal(),
        day__lte=last.toordinal(),
    )
    told = list(facts.values_list("kind", layout(ReviewDecided)["said"]))
    kinds = Counter(kind for kind, _code in told)
    said = Counter(ReviewSaid(code) for kind, code in told if kind == ReviewDecided.kind)
    return Decided(closed=kinds[ReviewClosed.kind], changed=kinds[MeansChanged.kind], said=said)
