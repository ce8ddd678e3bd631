"""An import is taken back by sets: what is asked of the database does not grow with the rows, only the strokes it is written in."""

import pytest

from marugoto.community.models import Place
from marugoto.exchange.actions.place_import import confirm, prepare
from marugoto.exchange.actions.place_undo import undo
from tests.database import unwalled
from tests.town import Town
from tests.web.counting import counted

pytestmark = pytest.mark.django_db
MOST_QUERIES = 80  # for five hundred rows: each kind of record that can point at a place is asked once


def list_of(count: int, phone: str = "099-200-1001") -> bytes:
    rows = "".join(f"会{number},みなも市渚町{number},{phone}\n" for number in range(1, count + 1))
    return f"名称,住所,電話\n{rows}".encode()


@pytest.mark.parametrize("again", [False, True], ids=["made", "changed"])
def test_undo_asks_little_for_five_hundred_rows(town: Town, again: bool) -> None:
    asked = []
    for count in (50, 500):
        for phone in ("099-200-1001", "099-200-7777") if again else ("099-200-1001",):
            by = town("hayashi")
            one = prepare(by=by, at=town.later(), upload=list_of(count, phone), file_name="一覧.csv")
            confirm(by=by, at=town.later(), prepared=one.pk)
        by = town("hayashi")
        with counted() as queries:
            undo(by=by, at=town.later(), prepared=one.pk)
        asked.append(len(queries))
    assert asked[0] <= asked[1] <= MOST_QUERIES
    with unwalled():
        phones = set(Place.objects.within(town.body).values_list("phone", flat=True))
    assert phones == {"099-200-1001"}
