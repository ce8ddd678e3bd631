"""How sure a level is: the chance that the true share reaches a threshold, under a Jeffreys prior (our proposal, evaluation.md 6.5)."""

from fractions import Fraction
from math import exp, lgamma, log, log1p

from marugoto.evaluation.rules.figures import Share

SURE, FAIRLY = 0.9, 0.7
STEPS, TINY = 200, 1e-12


def certainty(share: Share, threshold: Fraction) -> str:
    """How sure it is that the share stands on that side of the threshold on which it is seen."""
    above = chance_of(share, threshold)
    likely = above if share.at_least(threshold) else 1 - above
    return "確か" if likely >= SURE else "おおむね" if likely >= FAIRLY else "仮"


def chance_of(share: Share, threshold: Fraction) -> float:
    """Pr(rate ≥ threshold) for Beta(k + ½, n − k + ½)."""
    return 1 - _beta_below(float(threshold), share.k + 0.5, share.n - share.k + 0.5)


def _beta_below(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function, for 0 < x < 1; its continued fraction is quick on the side of the lighter tail."""
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta_below(1 - x, b, a)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
    return front / _fraction(x, a, b)


def _fraction(x: float, a: float, b: float) -> float:
    """1 + d1/(1 + d2/(1 + …)), from the innermost step outwards."""
    value = 1.0
    for step in range(STEPS, 0, -1):
        m = step // 2
        if step % 2:
            share = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        else:
            share = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        value = 1 + share / (value or TINY)
    return value
