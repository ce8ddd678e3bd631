"""Tests meet the database as the application does: under an account that can go round no wall."""

import pytest
from django.db import connection

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
