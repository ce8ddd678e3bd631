"""The common part of measures: their window and the places in their text."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Window:
    """Days are ordinals, `until_day` exclusive; `until_bday` is the business-day number of the anchor."""

    body: str
    since_day: int
    until_day: int
    until_bday: int

    def places(self) -> dict[str, str | int]:
        return {
            "body": self.body,
            "since_day": self.since_day,
            "until_day": self.until_day,
            "until_bday": self.until_bday,
        }


class Measured(Protocol):
    """A measure: `text` answers one row of integers, `behind` the matters it looked at, each with 0/1 for "fulfilled" and for "ended" (old enough to be counted)."""

    @property
    def columns(self) -> tuple[str, ...]: ...
    @property
    def text(self) -> str: ...
    @property
    def behind(self) -> str: ...


def kinds_are(alias: str, kinds: tuple[str, ...]) -> str:
    """`alias.kind` is one of these, as equalities."""
    return "(" + " OR ".join(f"{alias}.kind = '{kind}'" for kind in kinds) + ")"
