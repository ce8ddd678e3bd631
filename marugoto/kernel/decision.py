"""A decision of a rule: yes, or no with the reason a worker may read and the way on."""

from dataclasses import dataclass


class Refused(Exception):
    """What was asked cannot be done; `sentence` says why, `way_on` what to do instead (both Japanese, for the page)."""

    def __init__(self, sentence: str, way_on: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.way_on = way_on


class NotNow(Refused):
    """Refused by the moment alone: somebody else's hand was there at the same time; the same again may succeed."""


@dataclass(frozen=True)
class Decision:
    """True when allowed. A "no" without a reason is a fault of the rule and raises ValueError."""

    allowed: bool
    reason: str = ""
    way_on: str = ""

    def __post_init__(self) -> None:
        if not self.allowed and not self.reason.strip():
            raise ValueError("a no always says why")

    def __bool__(self) -> bool:
        return self.allowed

    def require(self) -> None:
        """Raise `Refused` unless allowed."""
        if not self.allowed:
            raise Refused(self.reason, self.way_on)


YES = Decision(allowed=True)


def no(reason: str, way_on: str = "") -> Decision:
    """Not allowed, and why."""
    return Decision(allowed=False, reason=reason, way_on=way_on)
