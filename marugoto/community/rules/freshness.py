"""How far what we know of a place can be trusted: somebody asked there within a year, longer ago, or never."""

from datetime import date
from enum import StrEnum


class Freshness(StrEnum):
    FRESH = "fresh"
    OLD = "old"
    NEVER = "never"


def a_year_before(today: date) -> date:
    """The same day a year ago; 29 February gives the 28th."""
    try:
        return today.replace(year=today.year - 1)
    except ValueError:
        return today.replace(year=today.year - 1, day=28)


def freshness_of(confirmed_on: date | None, today: date) -> Freshness:
    if confirmed_on is None:
        return Freshness.NEVER
    return Freshness.OLD if confirmed_on < a_year_before(today) else Freshness.FRESH
