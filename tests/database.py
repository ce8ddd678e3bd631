"""The test database as the application meets it: guarded by row security, and entered under the application's own account."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from django.conf import settings
from django.contrib.contenttypes.management import create_contenttypes
from django.db import connection, transaction
from django.db.models.signals import post_migrate

EYE = "marugoto_test_eye"  # a test may look behind the walls; the application has no such role


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: object) -> Iterator[None]:
    """After the migrations the walls are put up and the owner leaves. Nothing lies there at the beginning and at the end."""
    from tests.standing import lift

    _leave_out_permissions()
    on_postgres, owner = connection.vendor == "postgresql", connection.settings_dict["USER"]
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        if on_postgres:
            type(connection.ops).sql_flush = _emptied  # type: ignore[assignment,method-assign]  # beside a browser Django opens another connection
            put_up_walls()
            _become(settings.MARUGOTO_APP_ROLE)
        lift()
    yield
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        lift()
        if on_postgres:
            _become(owner)


@pytest.fixture
def _django_db_helper(_on_its_ground: None, _django_db_helper: None) -> None:
    """As pytest-django has it, once what the test stands on lies there."""


@pytest.fixture
def _on_its_ground(request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: object) -> None:
    from tests.standing import order_of, stand_on

    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        stand_on(order_of(request.node))


def put_up_walls() -> None:
    """As the command does, and a hole for the tests' own eyes."""
    from marugoto.web.shell.management import walls

    walls.put_up_walls()
    with connection.cursor() as cursor:
        cursor.execute(
            f"DO $$ BEGIN CREATE ROLE {EYE} NOLOGIN BYPASSRLS; EXCEPTION WHEN duplicate_object THEN NULL; END $$;"
            f"GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO {EYE}; GRANT {EYE} TO {settings.MARUGOTO_APP_ROLE};"
            "CREATE OR REPLACE FUNCTION marugoto_test_empty(written text[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER "
            "SET session_replication_role = replica AS $$ DECLARE one text; written_in boolean; BEGIN FOREACH one IN ARRAY written LOOP "
            "EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I)', one) INTO written_in; "
            "IF written_in THEN EXECUTE format('DELETE FROM %I', one); END IF; END LOOP; END $$;"
            "CREATE OR REPLACE FUNCTION marugoto_test_as_owner(statement text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER "
            "AS $$ BEGIN EXECUTE statement; END $$;"
            "CREATE OR REPLACE FUNCTION marugoto_test_statistics() RETURNS void LANGUAGE plpgsql SECURITY DEFINER "
            "AS $$ BEGIN ANALYZE; END $$;"
        )


def _leave_out_permissions() -> None:
    """Django writes the kinds of its models and their permissions anew whenever a test has emptied the tables: nothing here reads them."""
    post_migrate.disconnect(create_contenttypes)
    post_migrate.disconnect(dispatch_uid="django.contrib.auth.management.create_permissions")


def _emptied(_self: object, _style: object, tables: Sequence[str], **_: Any) -> list[str]:
    """In place of TRUNCATE, which makes some hundred files anew however few rows there are: delete where something was written,
    without asking what else points there, for it goes too."""
    names = ", ".join(f"'{table}'" for table in tables)
    return [f"SELECT marugoto_test_empty(ARRAY[{names}])"] if tables else []


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
