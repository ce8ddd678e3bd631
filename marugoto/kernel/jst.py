"""Japan time: the day of an instant is the day on which it happened in Japan."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

JST = ZoneInfo("Asia/Tokyo")


def local_day(at: datetime) -> date:
    """The Japanese date of an aware instant."""
    return at.astimezone(JST).date()
