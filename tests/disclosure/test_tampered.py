"""The short form of `bin/prove tamper`: what the owner of the tables does to sealed rows is found, and each row is named."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, connections, transaction

from marugoto.agencies.codes import BodyKind
from marugoto.agencies.models import Body
from marugoto.agencies.queries.system import system_viewer
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.models import Look
from marugoto.disclosure.queries.books import BOOKS
from marugoto.disclosure.rules.checkpoint import days_between, is_due
from marugoto.ground.context import entered
from marugoto.kernel.chain import read_checkpoint
from marugoto.kernel.decision import Refused
from marugoto.ledger.actions import give_checkpoint, seal
from marugoto.ledger.models import Fact, Seal
from marugoto.ledger.queries.chain import verify
from marugoto.ledger.queries.checkpoint import last_given, standing
from proofs._tampering import deeds, named, placed, sealed_rows
from tests.database import unwalled

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
TOWN = "992014"


def who() -> Viewer:
    return system_viewer(TOWN, AT)


@pytest.fixture
def books(db: None) -> dict[bytes, int]:
    """Forty rows of each book, sealed; answers the seal of each."""
    with transaction.atomic(), entered(who()):
        Body.objects.create(code=TOWN, name="みなも市", kind=BodyKind.MUNICIPALITY)
        Fact.objects.within(TOWN).bulk_create(fact(number) for number in range(40))
        Look.objects.within(TOWN).bulk_create(look(number) for number in range(40))
    assert seal(by=who(), at=AT, books=BOOKS) == 80
    with unwalled():
        return sealed_rows((one.number, bytes(one.rows)) for one in Seal.objects.within(TOWN))


def fact(number: int) -> Fact:
    ids = {"org": uuid4(), "duty": uuid4(), "subject": uuid4(), "matter": uuid4()}
    return Fact(kind="bell.rung", version=1, body=TOWN, fy=2026, day=9, bday=1, num_1=number, **ids)


def look(number: int) -> Look:
    shown = [[str(uuid4()), "basic"]]
    at = AT - timedelta(seconds=100 - number)
    return Look(body=TOWN, made_at=at, worker=uuid4(), duty=uuid4(), purpose="support", page="desk:need", folders=shown)


def owner(book: str) -> Callable[[str, Sequence[Any]], list[tuple[Any, ...]]]:
    """Whoever owns the tables of that book."""

    def execute(sql: str, params: Sequence[Any]) -> list[tuple[Any, ...]]:
        if connection.vendor == "postgresql" and not sql.startswith("SELECT"):
            with connection.cursor() as cursor:
                cursor.execute("SELECT marugoto_test_as_owner(%s)", [sql])
            return []
        here = connections["audit"] if book == "l" and "audit" in connections else connection
        with unwalled(), here.cursor() as cursor:
            cursor.execute(sql)
            return list(cursor.fetchall()) if cursor.description else []

    return execute


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_thirty_tamperings_are_found_and_named(books: dict[bytes, int], seed: int) -> None:
    keys = {book: [name[1:] for name in books if name[:1].decode() == book] for book in ("f", "l")}
    both = {"f": owner("f"), "l": owner("l")}
    done = list(deeds(Random(seed), keys, {"edit": 12, "deletion": 9, "swap": 9}, both))
    for deed in done:
        for statement in deed.statements:
            book = next(iter(deed.expected))[1]
            both[book](statement, ())
    found = verify(who(), BOOKS).findings
    assert named(found) == set[Any]().union(*(deed.expected for deed in done))
    assert placed(found, books)


def test_what_no_seal_covers_yet_is_not_found(books: dict[bytes, int]) -> None:
    with transaction.atomic(), entered(who()):
        fact(7).save(force_insert=True)
    owner("f")("UPDATE ledger_fact SET num_1 = 8 WHERE seq = (SELECT max(seq) FROM ledger_fact)", ())
    assert verify(who(), BOOKS)
    assert standing(who(), BOOKS).waiting == 1


def test_a_checkpoint_is_the_last_seal_and_is_read_back(books: dict[bytes, int]) -> None:
    assert last_given(who(), name="みなも市") == ""
    row = give_checkpoint(by=who(), at=AT)
    body, number, digest = read_checkpoint(last_given(who(), name="みなも市"))
    assert (body, number, digest) == (TOWN, 1, row.digest)
    assert verify(who(), BOOKS, {number: digest})
    owner("f")("UPDATE ledger_seal SET digest = previous WHERE number = 1", ())
    assert {one.what for one in verify(who(), BOOKS, {number: digest}).findings} == {"broken", "rewritten"}


def test_nothing_is_given_out_before_anything_is_sealed(db: None) -> None:
    with pytest.raises(Refused, match="まだ封印がありません。"):
        give_checkpoint(by=who(), at=AT)


@pytest.mark.parametrize(
    ("setting", "days"),
    [({}, 7), ({"checkpoint_days": "30"}, 30), ({"checkpoint_days": "x"}, 7), ({"checkpoint_days": "0"}, 7)],
)
def test_a_body_says_how_often(setting: dict[str, str], days: int) -> None:
    assert days_between(setting) == days


@pytest.mark.parametrize(("ago", "due"), [(None, True), (7, False), (8, True)])
def test_it_is_due_again_when_it_is_older(ago: int | None, due: bool) -> None:
    last = None if ago is None else (AT - timedelta(days=ago)).date()
    assert is_due(last, AT.date(), 7) is due
