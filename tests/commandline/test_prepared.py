"""A proof that takes every answer back has its questions planned once, not each time."""

import pytest
from django.db import connection, transaction

from proofs._prepared import kept_prepared

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def planned_after_taking_back() -> int:
    connection.close()
    for _ in range(4):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT %s::int + 1", [1])
            transaction.set_rollback(True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE %s", ["SELECT $1::int + 1"])
        row = cursor.fetchone()
    assert row is not None
    return int(row[0])


def test_what_is_planned_stays_planned_though_it_is_taken_back() -> None:
    with kept_prepared():
        assert planned_after_taking_back() == 1
    connection.close()


def test_otherwise_the_driver_forgets_it() -> None:
    assert planned_after_taking_back() == 0
