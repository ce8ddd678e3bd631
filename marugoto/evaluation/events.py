"""What a body says of itself for its evaluation."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from marugoto.ledger.events import Event


@dataclass(frozen=True, kw_only=True)
class HoursDeclared(Event):
    """How many hours the coordination took from the first to the last day of a half-year; what is said later of it replaces this."""

    kind: ClassVar[str] = "hours.declared"

    first: date
    last: date
    hours: int
