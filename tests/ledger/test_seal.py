"""Facts and looks are sealed in one chain: each row once, whatever commits late, however many sealers there are at once."""

import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connections, transaction

from marugoto.agencies.codes import BodyKind
from marugoto.agencies.models import Body
from marugoto.agencies.queries.system import system_viewer
from marugoto.disclosure.models import Look
from marugoto.disclosure.queries.books import BOOKS
from marugoto.ground.context import entered
from marugoto.kernel.chain import Finding
from marugoto.ledger.actions import seal
from marugoto.ledger.models import Fact, Seal
from marugoto.ledger.queries.chain import verify

AT = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
TOWN = "992014"


@pytest.fixture
def town(db: None) -> Body:
    return found_a_town()


def found_a_town() -> Body:
    with eyes():
        return Body.objects.create(code=TOWN, name="みなも市", kind=next(iter(BodyKind)).value)


def fact(number: int, seq: int | None = None) -> Fact:
    return Fact(
        seq=seq, kind="bell.rung", version=1, body=TOWN, fy=2026, day=1, bday=1, org=uuid4(), duty=uuid4(), num_1=number
    )


def tell(*numbers: int, seq: int | None = None) -> None:
    with eyes():
        for number in numbers:
            fact(number, seq).save(force_insert=True)


def look(at: datetime = AT) -> UUID:
    with eyes(Look):
        row = Look(body=TOWN, made_at=at, worker=uuid4(), duty=uuid4(), purpose="support", page="desk:household")
        row.save(force_insert=True)
    return row.pk


@contextmanager
def eyes(model: type = Fact) -> Iterator[None]:
    with transaction.atomic(using=model.objects.db), entered(system_viewer(TOWN, AT)):  # type: ignore[attr-defined]
        yield


def sealed(after: timedelta = timedelta()) -> int:
    return seal(by=system_viewer(TOWN, AT + after), at=AT + after, books=BOOKS)


def found() -> tuple[Finding, ...]:
    return verify(system_viewer(TOWN, AT), BOOKS).findings


def last_seq() -> int:
    with eyes():
        return Fact.objects.within(TOWN).order_by("-seq")[0].seq


def test_each_row_of_both_books_is_sealed_once(town: Body) -> None:
    tell(1, 2)
    look()
    assert sealed() == 3
    assert sealed() == 0
    tell(3)
    look(AT + timedelta(seconds=30))
    assert sealed(timedelta(minutes=1)) == 2
    verdict = verify(system_viewer(TOWN, AT), BOOKS)
    assert verdict
    assert (verdict.check.rows, verdict.check.late, sum(verdict.check.tail.values())) == (5, 0, 0)


def test_what_is_not_sealed_yet_is_counted_and_no_fault(town: Body) -> None:
    tell(1)
    sealed()
    tell(2)
    look()
    verdict = verify(system_viewer(TOWN, AT), BOOKS)
    assert verdict
    assert dict(verdict.check.tail) == {"f": 1, "l": 1}


def test_a_row_that_shows_itself_late_is_sealed_when_it_does(town: Body) -> None:
    """Its number was taken before that of a row which is sealed already."""
    tell(1)
    late = last_seq() + 1
    tell(3, seq=late + 1)
    look(AT)
    assert sealed() == 3
    tell(2, seq=late)
    look(AT - timedelta(seconds=40))
    assert sealed(timedelta(minutes=1)) == 2
    assert sealed(timedelta(minutes=2)) == 0
    verdict = verify(system_viewer(TOWN, AT), BOOKS)
    assert verdict
    assert verdict.check.late == 2


def test_hours_later_every_row_still_is_sealed_once(town: Body) -> None:
    for hours in range(5):
        tell(hours)
        look(AT + timedelta(hours=hours))
        assert sealed(timedelta(hours=hours)) == 2
    assert sealed(timedelta(hours=5)) == 0
    assert found() == ()


def test_what_is_slipped_in_far_back_is_never_sealed_and_named(town: Body) -> None:
    tell(1)
    gap = last_seq() + 1
    tell(2, seq=gap + 1)
    look(AT)
    sealed()
    tell(3, seq=gap + 2)
    sealed(timedelta(hours=2))
    tell(9, seq=gap)
    forged = look(AT - timedelta(days=3))
    assert sealed(timedelta(hours=4)) == 0
    assert {(one.what, one.book, one.place if one.book == "f" else one.key) for one in found()} == {
        ("inserted", "f", gap),
        ("inserted", "l", forged.hex),
    }


def test_many_rows_are_several_seals(town: Body, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["marugoto.ledger.actions.seal"], "STRETCH", 3)
    tell(*range(7))
    look()
    assert sealed() == 8
    with eyes():
        assert list(Seal.objects.within(TOWN).order_by("number").values_list("number", "count")) == [
            (1, 3),
            (2, 3),
            (3, 2),
        ]
    assert found() == ()


def test_a_number_is_given_once(town: Body) -> None:
    tell(1)
    sealed()
    with eyes():
        row = Seal.objects.within(TOWN).get()
    row.pk = uuid4()
    with pytest.raises(IntegrityError), eyes():
        row.save(force_insert=True)


def apart(work: Callable[[], None]) -> None:
    try:
        work()
    finally:
        connections.close_all()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_sealers_at_once_make_one_chain() -> None:
    """Three of them, while rows are written and one deed stays open across their seals."""
    found_a_town()
    tell(*range(20))
    begun, done = threading.Event(), threading.Event()

    def sealer() -> None:
        while not done.is_set():
            sealed()

    def slow() -> None:
        with eyes():
            fact(500).save(force_insert=True)
            begun.set()
            done.wait(20)

    def writer() -> None:
        begun.wait(20)
        for number in range(60):
            tell(100 + number)
        done.set()

    with ThreadPoolExecutor(5) as pool:
        for one in [pool.submit(apart, work) for work in (sealer, sealer, sealer, slow, writer)]:
            one.result(60)
    sealed(timedelta(seconds=1))
    verdict = verify(system_viewer(TOWN, AT), BOOKS)
    assert verdict
    assert (verdict.check.rows, sum(verdict.check.tail.values())) == (81, 0)
    assert verdict.check.late >= 1
