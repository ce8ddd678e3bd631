"""From integers to a figure: exact fractions, small numbers said as such, zero and unknown never mixed."""

from dataclasses import dataclass
from fractions import Fraction

ENOUGH = 10  # fewer cases than this give no percentage (our proposal, evaluation.md 6.5)


@dataclass(frozen=True)
class Share:
    """k of n; `running` are too young to be counted yet."""

    n: int
    k: int
    running: int = 0

    @property
    def ratio(self) -> Fraction | None:
        """None for 0/0: nothing is not zero."""
        return Fraction(self.k, self.n) if self.n else None

    @property
    def enough(self) -> bool:
        return self.n >= ENOUGH

    def at_least(self, threshold: Fraction) -> bool:
        return self.ratio is not None and self.ratio >= threshold

    def at_most(self, threshold: Fraction) -> bool:
        return self.ratio is not None and self.ratio <= threshold

    def needed(self, threshold: Fraction) -> int:
        """The smallest k of this n that reaches the threshold."""
        return -(-self.n * threshold.numerator // threshold.denominator)

    def missing(self, threshold: Fraction) -> int:
        """How many more of the same n it takes."""
        return max(self.needed(threshold) - self.k, 0)


def percent(ratio: Fraction) -> int:
    """Rounded half up, once, at the very end."""
    return int(ratio * 100 + Fraction(1, 2))


def said(share: Share) -> str:
    """「41件中17件(41%)」; fewer than ten cases are said without a percentage, none as 判定不能."""
    running = f"・まだ期限の前 {share.running}件" if share.running else ""
    if not share.n:
        return f"判定不能(まだ1件もありません){running}"
    return f"{said_of(share)}{running}"


def said_of(share: Share) -> str:
    """「41件中17件(41%)」 alone."""
    if not share.n:
        return "0件"
    if not share.enough:
        return f"{share.n}件中{share.k}件(少ないので割合は出しません)"
    return f"{share.n}件中{share.k}件({percent(Fraction(share.k, share.n))}%)"


def pairs_of(ends: int) -> int:
    """How many pairs there can be among them."""
    return ends * (ends - 1) // 2


def two_places(ratio: Fraction) -> str:
    """「0.31」, rounded half up, once, at the very end."""
    hundredths = int(ratio * 100 + Fraction(1, 2))
    return f"{hundredths // 100}.{hundredths % 100:02d}"
