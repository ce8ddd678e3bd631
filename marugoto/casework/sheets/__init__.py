"""The versions of the assessment sheet: one file each; this tuple is their table of contents, the oldest first."""

from datetime import date

from marugoto.casework.sheets.household_2026 import household_2026
from marugoto.casework.sheets.sheet import Sheet

SHEETS: tuple[Sheet, ...] = (household_2026,)


def sheet_on(day: date) -> Sheet:
    """The version in force on a day; before the first one, the first."""
    known = [one for one in SHEETS if one.since <= day and (one.until is None or day < one.until)]
    return known[-1] if known else SHEETS[0]


def sheet_of(code: str) -> Sheet:
    """An old filled sheet is read with its own words. Raises StopIteration for one that never was."""
    return next(one for one in SHEETS if one.code == code)
