"""Two people bring the same list in at the same moment: one receipt, one sentence, and no place twice."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from marugoto.community.models import Place
from marugoto.exchange.actions.place_import import confirm, prepare
from marugoto.exchange.models import Import, Receipt
from marugoto.kernel.decision import Refused
from tests.database import unwalled
from tests.exchange.files import written
from tests.town import Town, settle_town


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
