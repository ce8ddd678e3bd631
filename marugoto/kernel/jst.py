"""Japan time: the day of an instant is the day on which it happened in Japan."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

JST = ZoneInfo("Asia/Tokyo")


def local_day(at: datetime) -> date:
    """The Japanese date of an instant; one without a zone raises ValueError, since it could be two dates."""
    if at.tzinfo is None:
        raise ValueError("an instant carries its zone")
    return at.astimezone(JST).date()


def end_of_day(day: date) -> datetime:
    """The first moment after this Japanese day: what holds "until" a day holds on it."""
    return datetime.combine(day + timedelta(days=1), time.min, JST)


def last_day(end: datetime) -> date:
    """The last Japanese day on which something holds that holds until this moment, the moment itself not counted."""
    return local_day(end - timedelta(microseconds=1))
