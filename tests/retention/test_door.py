"""The application's own role in PostgreSQL destroys nothing but what two persons decided on, and signs for nobody else."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from marugoto.agencies.viewer import Viewer
from marugoto.ground.context import entered
from marugoto.people.models import Household
from marugoto.retention.actions.disposal import decide_disposal, undo_disposal
from marugoto.retention.models import DisposalItem
from tests.database import unwalled
from tests.disposed import Ended, decided, proposed
from tests.town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@contextmanager
def asking(by: Viewer) -> Iterator[Any]:
    with (
        transaction.atomic(),
        entered(by),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):  # refused: back to here
        yield cursor


def dispose(by: Viewer, item: UUID) -> str:
    with asking(by) as cursor:
        cursor.execute("SELECT marugoto_dispose(%s)", [item])
        return str(cursor.fetchone()[0])


def item_of(town: Town) -> UUID:
    with unwalled():
        return DisposalItem.objects.within(town.body).get(record="household").pk


def is_there(town: Town, over: Ended) -> bool:
    with unwalled():
        return Household.objects.within(town.body).filter(pk=over.story.household).exists()


def test_nothing_goes_that_was_not_decided_on(town: Town, over: Ended) -> None:
    row = proposed(town)
    item = item_of(town)
    town.later(days=30)
    assert dispose(town("shiraishi"), item) == "gone"
    decide_disposal(by=town("yamazaki"), at=town.later(), disposal=row.pk, agreed=True)
    assert dispose(town("yamazaki"), item) == "gone"  # the night is not over
    undo_disposal(by=town("shiraishi"), at=town.later(), disposal=row.pk, reason="確かめる")
    town.later(days=2)
    assert dispose(town("yamazaki"), item) == "gone"
    assert dispose(town("yamazaki"), uuid4()) == "gone"
    assert is_there(town, over)


def test_it_goes_when_two_decided_and_the_night_is_over(town: Town, over: Ended) -> None:
    decided(town)
    item = item_of(town)
    other = town("osada", "990027")
    town.later(days=2)
    assert dispose(town("osada", "990027"), item) == "gone"  # another body's eyes
    assert other.body != town.body
    assert is_there(town, over)
    assert dispose(town("shiraishi"), item) == ""
    assert not is_there(town, over)
    assert dispose(town("shiraishi"), item) == "gone"


def test_nobody_signs_for_another(town: Town, over: Ended) -> None:
    row = proposed(town)
    mine, other = town("shiraishi"), town("yamazaki")
    said = "INSERT INTO retention_disposaldecision (id, body, made_at, disposal_id, agreed, words, ready_at, worker_id, duty_id) "
    values = [uuid4(), town.body, town.now, row.pk, True, "", town.now - timedelta(days=1), other.worker, other.duty]
    with pytest.raises(ProgrammingError, match="row-level security"), asking(mine) as cursor:
        cursor.execute(said + "VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)", values)
    own = [*values[:7], mine.worker, mine.duty]
    with asking(mine) as cursor:  # his own hand he may put under it, and it is worth nothing
        cursor.execute(said + "VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)", own)
    town.later(days=2)
    assert dispose(mine, item_of(town)) == "gone"
    assert is_there(town, over)


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO retention_destruction (id, body, made_at, item_id, rows, counts, commitment) "
        "SELECT gen_random_uuid(), body, made_at, id, 1, '{}', 'x' FROM retention_disposalitem",
        "DELETE FROM retention_disposal",
        "UPDATE retention_disposaldecision SET ready_at = made_at",
        "DELETE FROM retention_hold",
        "DELETE FROM disclosure_emergencysubject",
        "SELECT marugoto_guard.gather('990019', 'household', gen_random_uuid(), now(), now())",
        "SELECT marugoto_guard.destroy('990019')",
        "INSERT INTO marugoto_guard.doomed VALUES ('people_person', gen_random_uuid())",
    ],
)
def test_the_role_of_the_application_has_no_other_way(town: Town, over: Ended, statement: str) -> None:
    decided(town)
    with pytest.raises(ProgrammingError, match="permission denied"), asking(town("shiraishi")) as cursor:
        cursor.execute(statement)


def test_whoever_sees_no_household_deletes_none(town: Town, over: Ended) -> None:
    with asking(town("shiraishi")) as cursor:
        cursor.execute("DELETE FROM people_phone")
        assert cursor.rowcount == 0
        cursor.execute("SELECT count(*) FROM people_household")
        assert cursor.fetchone()[0] == 0


def test_only_those_who_keep_the_lists_hear_what_has_run_out(town: Town, over: Ended) -> None:
    heard = {}
    for who in ("shiraishi", "yamazaki", "tanaka", "ogawa"):
        with asking(town(who)) as cursor:
            cursor.execute("SELECT count(*) FROM marugoto_run_out('household', %s)", [town.now])
            heard[who] = cursor.fetchone()[0]
    assert heard == {"shiraishi": 1, "yamazaki": 1, "tanaka": 0, "ogawa": 0}
