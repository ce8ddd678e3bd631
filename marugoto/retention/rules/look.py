"""The book of looks runs out a fiscal year at a time: from 1 April to 31 March, by the days of Japan."""

from datetime import date, datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from marugoto.kernel.era import ERAS
from marugoto.kernel.fiscal import APRIL, fiscal_year
from marugoto.kernel.jst import JST


def last_day(year: int) -> date:
    return date(year + 1, APRIL - 1, 31)


def year_of(closed_on: date) -> tuple[datetime, datetime]:
    """The fiscal year that was over on that day: its first moment, and the first after it."""
    year = fiscal_year(closed_on)
    return datetime(year, APRIL, 1, tzinfo=JST), datetime(year + 1, APRIL, 1, tzinfo=JST)


def subject_of(body: str, year: int) -> UUID:
    """What stands for the looks of that year on a list: no row of any table has this id."""
    return uuid5(NAMESPACE_URL, f"marugoto:looks:{body}:{year}")


def said_year(year: int) -> str:
    """令和3年度"""
    name, first = next((era[0], era[2]) for era in ERAS if date(year, APRIL, 1) >= era[2])
    return f"{name}{year - first.year + 1}年度"
