"""Two hands at the same moment: the same list brought in twice, a notice left while the porch's list is replaced."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection

from marugoto.community.models import Place
from marugoto.exchange.actions.place_import import confirm, prepare
from marugoto.exchange.models import Import, Receipt
from marugoto.exchange.porch.actions.notice import Written, leave_notice
from marugoto.exchange.porch.actions.place import publish
from marugoto.exchange.porch.models import PorchNotice
from marugoto.kernel.decision import Refused
from tests.database import unwalled
from tests.exchange.files import written
from tests.town import MINAMO, MONDAY, Town, settle_town


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_the_same_list_twice_at_once_is_one_import() -> None:
    town = settle_town()
    prepared = [_prepared(town, worker) for worker in ("hayashi", "mori")]
    start = Barrier(2)

    def press(worker: str, one: Import) -> Receipt | Refused:
        try:
            start.wait()
            return confirm(by=town(worker), at=town.now, prepared=one.pk)
        except Refused as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as hands:
        answers = list(hands.map(press, ("hayashi", "mori"), prepared))
    assert sorted(type(answer).__name__ for answer in answers) == ["Receipt", "Refused"]
    assert [answer.sentence for answer in answers if isinstance(answer, Refused)] == [
        "下見のあとで、場所の記録が変わりました。"
    ]
    with unwalled():
        assert Place.objects.within(town.body).count() == 10


def _prepared(town: Town, worker: str) -> Import:
    return prepare(by=town(worker), at=town.now, upload=written("preschool"), file_name="一覧.csv")


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_notice_is_left_while_a_new_list_comes() -> None:
    """Twenty lists one after the other and twenty notices beside them: every notice gets its number."""
    start = Barrier(2)
    _list(0)

    def lists() -> int:
        start.wait()
        try:
            return sum(_list(number) for number in range(1, 21))
        finally:
            connection.close()

    def notices() -> int:
        start.wait()
        try:
            written = [Written(words=f"気づき{number}") for number in range(20)]
            return len([leave_notice(at=MONDAY, body=MINAMO, key=uuid4(), written=one) for one in written])
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as hands:
        both = [hands.submit(lists), hands.submit(notices)]
        assert [one.result(timeout=60) for one in both] == [20, 20]
    assert PorchNotice.objects.within(MINAMO).count() == 20


def _list(number: int) -> bool:
    at = MONDAY + timedelta(minutes=number)
    said = {"town": {"name": "みなも市", "phone": "0000-22-1200", "training": True}, "places": []}
    return publish(at=at, body=MINAMO, sequence=number + 1, issued_at=at, payload=said)
