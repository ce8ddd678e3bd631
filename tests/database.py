"""The test database as the application meets it: guarded by row security, and entered under the application's own account."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.db import connection, transaction

EYE = "marugoto_test_eye"  # a test may look behind the walls; the application has no such role


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: object) -> Iterator[None]:
    """After the migrations the walls are put up and the owner leaves."""
    if connection.vendor != "postgresql":
        yield
        return
    owner = connection.settings_dict["USER"]
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        put_up_walls()
        _become(settings.MARUGOTO_APP_ROLE)
    yield
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        _become(owner)


def put_up_walls() -> None:
    """As the command does, and a hole for the tests' own eyes."""
    from marugoto.web.shell.management import walls

    walls.put_up_walls()
    with connection.cursor() as cursor:
        cursor.execute(
            f"DO $$ BEGIN CREATE ROLE {EYE} NOLOGIN BYPASSRLS; EXCEPTION WHEN duplicate_object THEN NULL; END $$;"
            f"GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO {EYE}; GRANT {EYE} TO {settings.MARUGOTO_APP_ROLE};"
            f"GRANT TRUNCATE ON ALL TABLES IN SCHEMA public TO {settings.MARUGOTO_APP_ROLE};"
            "CREATE OR REPLACE FUNCTION marugoto_test_as_owner(statement text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER "
            "AS $$ BEGIN EXECUTE statement; END $$;"
            "CREATE OR REPLACE FUNCTION marugoto_test_statistics() RETURNS void LANGUAGE plpgsql SECURITY DEFINER "
            "AS $$ BEGIN ANALYZE; END $$;"
        )


def take_statistics() -> None:
    """Tell the planner of rows that a test has written and not committed: the house's own server learns of its rows by itself, of
    these nobody but the test knows."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT marugoto_test_statistics()")


@contextmanager
def by_the_owner() -> Iterator[None]:
    """For what the operator does to the whole database, such as putting back a backup; no page ever works so. PostgreSQL only."""
    application = connection.settings_dict["USER"]
    _become("postgres")
    try:
        yield
    finally:
        _become(application)


def _become(user: str) -> None:
    connection.close()
    connection.settings_dict["USER"] = user


@contextmanager
def unwalled() -> Iterator[None]:
    """Look at the tables as they are, for assertions about what is kept and for worlds no action would make; not the way of any page."""
    if connection.vendor != "postgresql":
        yield
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {EYE}")
        yield
        cursor.execute("SET LOCAL ROLE NONE")
