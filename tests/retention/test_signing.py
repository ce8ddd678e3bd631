"""Nobody signs for another: of the policies that hold it each clause counts, on every table on which somebody signs."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, models, transaction

from marugoto.agencies.viewer import Viewer
from marugoto.ground.context import entered
from marugoto.retention.walls import SIGN, SIGNED
from tests.town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
REFUSED = "42501"  # insufficient_privilege; a row that fails at anything later was let through by the policy
WORKER, DUTY = "worker_id = (SELECT (marugoto_claims())[2]::uuid)", "duty_id = (SELECT (marugoto_claims())[3]::uuid)"
BENDS = (
    *((clause, word) for clause in (WORKER, DUTY) for word in ("TRUE", "FALSE")),
    *((clause, clause.replace(" = ", " <> ")) for clause in (WORKER, DUTY)),
    (f"{WORKER} AND", f"{WORKER} OR"),
    ("AS RESTRICTIVE", "AS PERMISSIVE"),
    ("FOR INSERT TO marugoto_desk", "FOR INSERT TO marugoto_tower"),
    ("[2]", "[3]"),
)


@contextmanager
def put_up(statement: str) -> Iterator[None]:
    """Another policy in the place of the true one, for as long as the block lasts."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT marugoto_test_as_owner(%s)", [statement])
        yield
        transaction.set_rollback(True)


def row(table: str, by: Viewer, worker: UUID, duty: UUID) -> dict[str, Any]:
    """Anything that can stand there; what it points at is looked for when all is over, and it is undone before."""
    (model,) = (one for one in apps.get_models() if one._meta.db_table == table)
    return {field.attname: _value(field, by) for field in model._meta.concrete_fields} | {
        "body": by.body,
        "worker_id": worker,
        "duty_id": duty,
    }


def _value(field: Any, by: Viewer) -> Any:
    if isinstance(field, models.DateTimeField):
        return by.at
    if isinstance(field, models.DateField):
        return by.at.date()
    if isinstance(field, models.BooleanField):
        return True
    if isinstance(field, models.IntegerField):
        return 1
    return "x" if isinstance(field, models.CharField) else uuid4()


def answers(town: Town, table: str) -> list[bool]:
    """Whether the policy lets through: one's own hand, another worker's, another duty's, and both."""
    mine, other = town("shiraishi"), town("yamazaki")
    hands = [(one.worker, two.duty) for two in (mine, other) for one in (mine, other)]
    return [_let_through(mine, table, row(table, mine, *hand)) for hand in hands]


def _let_through(by: Viewer, table: str, said: dict[str, Any]) -> bool:
    columns, places = ", ".join(f'"{column}"' for column in said), ", ".join(["%s"] * len(said))
    found = True
    with transaction.atomic():
        with entered(by):
            try:
                with transaction.atomic(), connection.cursor() as cursor:
                    cursor.execute(f'INSERT INTO "{table}" ({columns}) VALUES ({places})', list(said.values()))
            except DatabaseError as trouble:
                found = getattr(trouble.__cause__, "sqlstate", "") != REFUSED
        transaction.set_rollback(True)
    return found


@pytest.mark.parametrize("table", SIGNED)
def test_only_ones_own_hand_is_let_through(town: Town, table: str) -> None:
    assert answers(town, table) == [True, False, False, False]


@pytest.mark.parametrize("table", SIGNED)
def test_no_bend_of_who_signs_survives(town: Town, table: str) -> None:
    true, survivors = SIGN.format(name=table), []
    for old, new in BENDS:
        assert old in true
        with put_up(true.replace(old, new)):
            if answers(town, table) == [True, False, False, False]:
                survivors.append(f"{old} → {new}")
    assert survivors == []
    assert answers(town, table) == [True, False, False, False], "the true one stands again"
