"""Age in full years (年齢計算ニ関スル法律: one grows older at the end of the day before the birthday; the day itself counts here)."""

from datetime import date


def age(birth: date | None, on: date, died: date | None = None) -> int | None:
    """Full years on a day, or at death; None where the day of birth is unknown or yet to come."""
    if birth is None:
        return None
    last = min(on, died) if died else on
    years = last.year - birth.year - ((last.month, last.day) < (birth.month, birth.day))
    return years if years >= 0 else None


def about_age(birth_year: int | None, on: date) -> int | None:
    """The age reached in that calendar year, where only the year of birth is known."""
    if birth_year is None or birth_year > on.year:
        return None
    return on.year - birth_year
