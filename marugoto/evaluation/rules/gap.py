"""The gap of fairness: the part that is worst off beside the whole, in exact fractions. It says that there is a gap, never why."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from marugoto.evaluation.rules.figures import Share

Key = tuple[str, ...]


@dataclass(frozen=True)
class Gap:
    """`part` is the worst of those that have enough cases."""

    part: Key
    worst: Share
    whole: Share
    ratio: Fraction


def gap(parts: Mapping[Key, Share]) -> Gap | None:
    """None where fewer than two parts have enough cases, or where nothing at all was done: then nothing can be compared."""
    enough = {key: share for key, share in parts.items() if share.enough}
    whole = Share(sum(one.n for one in parts.values()), sum(one.k for one in parts.values()))
    if len(enough) < 2 or not whole.k:
        return None
    part = min(enough, key=lambda key: (Fraction(enough[key].k, enough[key].n), key))
    worst = enough[part]
    return Gap(part, worst, whole, Fraction(worst.k * whole.n, worst.n * whole.k))
