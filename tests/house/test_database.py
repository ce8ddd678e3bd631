"""Tests meet the database as the application does: under an account that can go round no wall."""

import pytest
from django.core.management.color import no_style
from django.db import connection

from tests.database import unwalled
from tests.story import one_household
from tests.town import settle_town

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def test_the_account_of_the_application_can_go_round_no_wall() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = session_user"
        )
        assert cursor.fetchone() == (False, False, False, False)


def test_tables_belong_to_somebody_else() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public' AND tableowner = session_user")
        assert cursor.fetchone() == (0,)


@pytest.mark.django_db(transaction=True)
def test_after_a_test_that_wrote_for_good_no_row_is_left() -> None:
    """Facts and looks too, which nobody may delete; and in a table that points to others, or that others point to."""
    one_household(settle_town())
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    before = rows_in(tables)
    connection.ops.execute_sql_flush(connection.ops.sql_flush(no_style(), tables))
    assert {"ledger_fact", "disclosure_look", "disclosure_grant", "casework_case"} <= before
    assert rows_in(tables) == set()


def rows_in(tables: list[str]) -> set[str]:
    """Those with at least one row."""
    with unwalled(), connection.cursor() as cursor:
        found = set()
        for table in tables:
            cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {connection.ops.quote_name(table)})")
            found |= {table} if cursor.fetchone()[0] else set()
    return found
