"""The common part of measures: their window and the places in their text."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Window:
    """Ordinals of days and numbers of opening days, each up to and without.

    Looked at are facts from `since_day` to `until_day`; a follow-up is over when its last day lies before `over_day` or, in opening
    days, before `over_bday`: the day that still runs is over for nobody.
    """

    body: str
    since_day: int
    until_day: int
    over_day: int
    over_bday: int

    def places(self) -> dict[str, str | int]:
        return {
            "body": self.body,
            "since_day": self.since_day,
            "until_day": self.until_day,
            "over_day": self.over_day,
            "over_bday": self.over_bday,
        }


class Measured(Protocol):
    """A measure: `text` answers one row of integers n, k, running; `behind` the matters it looked at.

    The columns of `behind` are matter, day, fulfilled and ended; the last two are 0 or 1, and what is not ended is too young to be counted.
    """

    @property
    def text(self) -> str: ...
    @property
    def behind(self) -> str: ...


COLUMNS = ("n", "k", "running")


def kinds_are(alias: str, kinds: tuple[str, ...]) -> str:
    """`alias.kind` is one of these, as equalities."""
    return "(" + " OR ".join(f"{alias}.kind = '{kind}'" for kind in kinds) + ")"
