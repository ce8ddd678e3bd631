"""Coverage: what is where, what is nowhere, and a map that says the same as its table."""

import pytest

from marugoto.agencies.models import District
from marugoto.community.actions.place import create_place, end_place
from marugoto.community.codes import Interest, PlaceEnd, Welcome
from marugoto.community.queries.coverage import by_interest, by_welcome
from marugoto.community.rules.coverage import gaps, pattern_of, size, tiles
from tests.database import unwalled
from tests.town import settle_town

DISTRICTS = {"a": "北部", "b": "中央", "c": "南部", "d": "東部", "e": "西部"}


@pytest.mark.parametrize(("count", "pattern"), [(0, "none"), (1, "few"), (2, "few"), (3, "some"), (40, "some")])
def test_a_pattern_says_it_without_colour(count: int, pattern: str) -> None:
    assert pattern_of(count) == pattern


@pytest.mark.parametrize("many", [1, 2, 4, 5, 9, 23])
def test_every_district_is_once_on_the_map_and_inside_it(many: int) -> None:
    districts = {str(number): f"圏域{number}" for number in range(many)}
    found, (width, height) = tiles(districts, {"0": 7}), size(many)
    assert [one.name for one in found] == list(districts.values())
    assert len({(one.x, one.y) for one in found}) == many
    corners = [tuple(map(int, point.split())) for one in found for point in one.path.strip("MZ").split("L")]
    assert all(0 <= x <= width and 0 <= y <= height for x, y in corners)


def test_the_map_says_what_the_table_says() -> None:
    counts = {"a": 3, "c": 1}
    assert [one.count for one in tiles(DISTRICTS, counts)] == [3, 0, 1, 0, 0]
    assert gaps([3, 0, 1, 0, 0], list(DISTRICTS.values())) == ["中央", "東部", "西部"]


@pytest.mark.django_db
def test_running_places_are_counted_where_they_are() -> None:
    town = settle_town()
    with unwalled():
        north = District.objects.within(town.body).get(code="north")
    at = town.later()
    go = {"welcome": [Welcome.AGED], "interests": [Interest.GAMES], "district": north.pk}
    create_place(by=town("hayashi"), at=at, values={"name": "木曜の将棋"}, **go)  # type: ignore[arg-type]
    create_place(by=town("hayashi"), at=at, values={"name": "どこでもの将棋"}, interests=[Interest.GAMES])
    over = create_place(by=town("hayashi"), at=at, values={"name": "やめた将棋"}, **go)  # type: ignore[arg-type]
    end_place(by=town("hayashi"), at=town.later(), place=over.pk, reason=PlaceEnd.ENDED)
    assert by_interest(town("hayashi")) == {("games", "north"): 1, ("games", ""): 1}
    assert by_welcome(town("hayashi")) == {("aged", "north"): 1}
