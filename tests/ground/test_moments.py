"""Moments come from PostgreSQL as they went there, in UTC, and what Python cannot hold is still refused."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.db import DataError, connection

pytestmark = [pytest.mark.postgres, pytest.mark.django_db]

NINE = timezone(timedelta(hours=9))
MOMENTS = (
    datetime(2026, 11, 28, 15, 0, tzinfo=NINE),
    datetime(2026, 1, 1, 0, 0, 0, 123400, tzinfo=UTC),
    datetime(1600, 1, 1, 0, 0, 0, 1, tzinfo=UTC),
    datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
)


def read(words: object) -> object:
    with connection.cursor() as cursor:
        cursor.execute("SELECT CAST(%s AS timestamptz)", [words])
        return cursor.fetchone()[0]


@pytest.mark.parametrize("moment", MOMENTS)
def test_it_is_the_same_moment_in_utc(moment: datetime) -> None:
    found = read(moment)
    assert isinstance(found, datetime)
    assert (found, found.tzinfo) == (moment, UTC)


def test_nothing_is_nothing_and_never_is_refused() -> None:
    assert read(None) is None
    with pytest.raises(DataError, match="too large"):
        read("infinity")
