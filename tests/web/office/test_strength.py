"""地域の力: places, who carries them and who came to, district by district, this year and the last; and what nobody knows."""

import pytest
from django.utils import timezone

from marugoto.agencies.queries.system import system_viewer
from marugoto.evaluation.indicators.strength import CODE
from marugoto.evaluation.queries.latest import latest
from marugoto.evaluation.queries.strength import strength
from marugoto.evaluation.rules.figures import Share
from marugoto.kernel.era import say_moment
from marugoto.kernel.jst import local_day
from tests.evaluation.facts import Line, tell
from tests.town import MINAMO, Town
from tests.web.counting import counted
from tests.web.office.conftest import Enter
from tests.web.office.figures import count, pressed, strength_told
from tests.web.office.test_standard import h1, text

pytestmark = pytest.mark.django_db
STRENGTH = "/office/strength/"


def test_this_year_stands_beside_the_last_in_each_district(town: Town) -> None:
    strength_told()
    hirata = town("hirata").at_moment(timezone.now())
    kept = latest(hirata, codes=[CODE])
    found = strength(hirata, today=kept.today, counts=kept.counts)
    assert found == strength(hirata, today=local_day(hirata.at)), "as the ledger itself says it"
    north, south = found["north"], found["south"]
    assert (north.then.places, north.now.places) == (Share(5, 0), Share(3, 2))
    assert (north.now.hosted, north.then.hosted) == (Share(3, 2), Share(0, 0))
    assert (north.now.helpers, north.then.helpers) == (1, 0)
    assert (north.now.grown, north.then.grown) == (2, 0)
    assert (south.now.places, south.now.hosted, south.now.helpers) == (Share(1, 0), Share(0, 0), 0)
    assert "" not in found


def test_the_page_says_what_fell_and_what_nobody_knows(enter: Enter) -> None:
    strength_told()
    page = enter("kuze").get(STRENGTH)
    assert h1(page) == ("載っている場所は、1年前の6か所から4か所に減りました。この1年に担い手になった人は1人です。")
    said = text(page)
    assert "3か所(前の年 5か所) 減った 3か所中2か所 わからない 3回中2回 1人(前の年 0人) 2人(前の年 0人)" in said
    assert "1か所(前の年 1か所) 1か所中0か所 わからない わからない 0人(前の年 0人)" in said
    assert "まだ聞いていない場所 4か所" in said
    assert "年齢は聞いていません" in said
    assert "場所が減った圏域(" in said


def test_a_list_that_was_begun_lately_has_not_grown(enter: Enter) -> None:
    today = local_day(timezone.now()).toordinal()
    tell([Line("resource.listed", "spot", today - 30, offer="spot", area="north")], after=3_000_000)
    count()
    said = h1(enter("kuze").get(STRENGTH))
    assert said.startswith("載っている場所は1か所です。1年前は、まだ一つも載せていませんでした。")
    assert "増えました" not in said


def test_a_district_that_is_no_more_has_its_row_as_it_has_its_part_in_the_sum(enter: Enter) -> None:
    today = local_day(timezone.now()).toordinal()
    tell([Line("resource.listed", "spot", today - 30, offer="spot", area="harbour")], after=3_000_000)
    count()
    page = enter("kuze").get(STRENGTH)
    assert h1(page).startswith("載っている場所は1か所です。")
    assert "いまの一覧にない圏域(harbour) 1か所(前の年 0か所)" in text(page)
    assert "圏域の分からないもの" not in text(page)


def test_an_empty_list_is_no_zero_of_the_town(enter: Enter) -> None:
    count()
    page = enter("hirata").get(STRENGTH)
    assert h1(page) == "地域の場所は、まだ一つも載っていません。"
    assert "わからない" in text(page)


def test_as_long_as_nothing_was_counted_no_number_stands_there(enter: Enter) -> None:
    page = enter("hirata").get(STRENGTH)
    assert h1(page) == "地域の力は、まだ数えていません。"
    assert "まだ一度も数えていません。" in text(page)
    assert "か所" not in text(page)


def test_it_says_up_to_when_and_shows_no_later_fact_until_it_is_counted(enter: Enter) -> None:
    strength_told()
    hirata = enter("hirata")
    before = hirata.get(STRENGTH)
    as_of = say_moment(latest(system_viewer(MINAMO, timezone.now())).as_of)
    assert f"{as_of}までの記録" in text(before)
    today = local_day(timezone.now()).toordinal()
    tell([Line("resource.listed", "new", today, offer="new", area="south")], after=4_000_000)
    assert h1(hirata.get(STRENGTH)) == h1(before)
    count()
    assert "1年前の6か所から5か所に減りました" in h1(hirata.get(STRENGTH))
    assert pressed(hirata, STRENGTH) == STRENGTH
    assert "計算しなおしています。" in text(hirata.get(STRENGTH))


def test_it_is_for_those_who_think_about_the_whole_and_costs_the_same(enter: Enter) -> None:
    for worker, status in (("hirata", 200), ("kuze", 200), ("yamazaki", 200), ("mori", 200), ("tanaka", 404)):
        assert enter(worker).get(STRENGTH).status_code == status, worker
    hirata, costs = enter("hirata"), []
    for turn in range(2):
        strength_told(after=3_000_000 + turn * 1_000)
        hirata.get(STRENGTH)
        with counted() as asked:
            assert hirata.get(STRENGTH).status_code == 200
        assert "ledger_fact" not in "".join(asked), "a page counts nothing"
        assert len(asked) <= 14, "\n".join(asked)
        costs.append(len(asked))
    assert costs[0] == costs[1]
