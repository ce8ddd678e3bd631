"""The signed context: what is forged, old, empty or altered shows nothing, and never breaks (PostgreSQL only)."""

import time
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import ProgrammingError, connection, transaction

from marugoto.agencies.viewer import Viewer
from marugoto.ground.context import Breadth, entered, sign
from marugoto.ground.models import Counter
from tests.database import unwalled

pytestmark = [pytest.mark.postgres, pytest.mark.django_db]
NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


@pytest.fixture
def viewer() -> Viewer:
    with unwalled():
        Counter.objects.create(body="990019", name="case", value=3)
        Counter.objects.create(body="990027", name="case", value=5)
    return Viewer(body="990019", worker=uuid4(), duty=uuid4(), team=uuid4(), agency=uuid4(), roles=frozenset(), at=NOW)


def counted(context: str) -> int:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE marugoto_desk")
        cursor.execute("SELECT set_config('marugoto.context', %s, true)", [context])
        cursor.execute("SELECT count(*) FROM ground_counter")
        found = cursor.fetchone()[0]
        cursor.execute("SET LOCAL ROLE NONE; SET LOCAL marugoto.context = ''")
    return found


def test_a_genuine_context_shows_the_rows_of_its_body(viewer: Viewer) -> None:
    with transaction.atomic(), entered(viewer):
        assert [row.value for row in Counter.objects.everywhere("row security alone decides here")] == [3]
    assert counted(sign(viewer, Breadth.DESK, issued=int(time.time()), key=settings.MARUGOTO_CONTEXT_KEY)) == 1


@pytest.mark.parametrize("shift", [-601, 700])
def test_an_old_or_coming_context_shows_nothing(viewer: Viewer, shift: int) -> None:
    issued = int(time.time()) + shift
    assert counted(sign(viewer, Breadth.DESK, issued=issued, key=settings.MARUGOTO_CONTEXT_KEY)) == 0


def test_what_is_not_signed_with_the_key_shows_nothing(viewer: Viewer) -> None:
    good = sign(viewer, Breadth.DESK, issued=int(time.time()), key=settings.MARUGOTO_CONTEXT_KEY)
    other_key = sign(viewer, Breadth.DESK, issued=int(time.time()), key="another key")
    altered = good.replace("990019", "990027")
    cut, doubled = good.rsplit("|", 1)[0], f"{good}|{good}"
    for forged in (other_key, altered, cut, doubled, "", "'", "x" * 5_000, "|" * 7, good.upper()):
        assert counted(forged) == 0, forged[:60]


def test_the_application_can_neither_read_the_key_nor_step_over_the_wall(viewer: Viewer) -> None:
    for statement in (
        "SELECT * FROM marugoto_guard.key",
        "SELECT marugoto_guard.hmac('x')",
        "ALTER TABLE ground_counter DISABLE ROW LEVEL SECURITY",
        "SET LOCAL ROLE postgres",
        "SELECT * FROM ground_counter",  # without a breadth the account itself may read no walled table
    ):
        with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_the_applications_account_is_neither_superuser_nor_above_row_security() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = session_user")
        assert cursor.fetchone() == ("marugoto_app", False, False)


def test_nothing_is_left_on_the_connection_after_an_error(viewer: Viewer) -> None:
    with pytest.raises(RuntimeError), transaction.atomic(), entered(viewer):
        raise RuntimeError
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, coalesce(current_setting('marugoto.context', true), '')")
        assert cursor.fetchone() == ("marugoto_app", "")
