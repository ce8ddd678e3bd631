"""Moments of the real clock from which a story of a few minutes stays on one day, so also in one month."""

from datetime import datetime, timedelta

from django.utils import timezone

from marugoto.kernel.jst import local_day

HOUR = timedelta(hours=1)


def an_hour_ago() -> datetime:
    """In the first hour after midnight yesterday evening, early enough for its story to end yesterday."""
    at = timezone.now() - HOUR
    return at if local_day(at) == local_day(at + HOUR) else at - HOUR
