"""How one gets from one district to another is written on its page, with the last one home, and matching reads it."""

import pytest

from marugoto.participation.queries.match import roads
from tests.town import Town
from tests.web.town.asking import see, send, words
from tests.web.town.conftest import Enter

pytestmark = pytest.mark.django_db
ROAD = {"start": "north", "end": "centre", "way": "bus", "minutes": "20", "times": "any", "both": "on"}


def test_the_last_one_is_written_both_ways_and_taken_out_again(town: Town, enter: Enter) -> None:
    hayashi = enter("hayashi")
    send(hayashi, "road_write", **ROAD, last="19:40")
    assert [(row.start, row.end, row.last) for row in roads(town("hayashi"))] == [
        ("centre", "north", 19 * 60 + 40),
        ("north", "centre", 19 * 60 + 40),
    ]
    assert "最終19:40" in words(see(hayashi, "roads"))
    send(hayashi, "road_write", **ROAD, last="")
    assert {row.last for row in roads(town("hayashi"))} == {None}


def test_a_clock_that_cannot_be_read_keeps_nothing(town: Town, enter: Enter) -> None:
    answer = send(enter("hayashi"), "road_write", **ROAD, last="19時ごろ")
    assert answer.status_code == 422
    assert "時間を正しく入力してください" in words(answer)
    assert roads(town("hayashi")) == []
