"""The true shapes of districts: whose each is, how small it is drawn, where its name stands, and which stand on the map."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marugoto.agencies.codes import Role
from marugoto.community.actions.boundary import leave_shapes, use_shapes
from marugoto.community.models import BoundaryFile, BoundaryUse, DistrictShape
from marugoto.community.queries.boundary import brought as brought_in
from marugoto.community.queries.boundary import get, on_the_map
from marugoto.community.rules.boundary import (
    MARGIN,
    TALL,
    WIDE,
    Given,
    Matched,
    draw,
    match,
    may_draw,
    may_use,
    missing,
    name_field,
    simplified,
)
from marugoto.community.rules.coverage import shaped
from marugoto.exchange.actions.boundary import prepare
from marugoto.kernel.decision import Refused
from tests.community.drawn_districts import brought, feature, geojson, polygon, town_features
from tests.database import unwalled
from tests.town import HOTAKAZAWA, Town, settle_town
from tests.web.counting import counted

OURS = {"north": "北部", "centre": "中央", "south": "南部", "east": "東部"}
BOX = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0))


def row(number: int, name: str = "", fault: str = "", at: float = 139.0, **words: str) -> Given:
    ring = tuple((at + x, 35 + y) for x, y in BOX)
    return Given(number, {"S_NAME": name, **words}, () if fault else (ring,), fault)


@pytest.mark.parametrize("role", list(Role))
def test_who_may_bring_shapes_in(role: Role) -> None:
    may = role in {Role.COMMUNITY, Role.COORDINATOR, Role.PLANNER, Role.OFFICE}
    assert bool(may_draw(frozenset({role}))) is may


def test_the_word_under_which_our_districts_stand_is_found_by_counting() -> None:
    rows = [row(1, "北部", KEN="青嶺県", CODE="x"), row(2, "中央", KEN="青嶺県", CODE="centre")]
    assert name_field(rows, OURS) == "S_NAME"
    assert name_field([row(1, "", CODE="north")], OURS) == "CODE"
    assert name_field([row(1, "港町", KEN="青嶺県")], OURS) == ""


def test_each_row_says_whose_it_is_or_why_it_is_nobodys() -> None:
    rows = [row(1, "北部"), row(2, "港町"), row(3, " 南部　"), row(4, ""), row(5, "東部", "図形が入っていません。")]
    found = match(rows, OURS, "S_NAME")
    assert [one.district for one in found] == ["north", "", "south", "", ""]
    assert "「港町」は、この町の圏域のどの名前とも合いません。圏域は北部・中央・南部・東部です。" in found[1].fault
    assert "空です" in found[3].fault
    assert found[4].fault == "図形が入っていません。"
    assert missing(found, OURS) == ["中央", "東部"]
    assert "どの欄にも見つかりません" in match(rows, OURS, "")[0].fault


@pytest.mark.parametrize(
    ("matched", "used", "known", "may"),
    [
        ([Matched(1, "北部", "north")], False, {"north"}, True),
        ([Matched(1, "北部", "north")], True, {"north"}, False),
        ([Matched(1, "港町", "", "合いません")], False, {"north"}, False),
        ([Matched(1, "北部", "north")], False, {"south"}, False),  # the districts are others meanwhile
    ],
)
def test_what_may_stand_on_the_map(matched: list[Matched], used: bool, known: set[str], may: bool) -> None:
    assert bool(may_use(matched, used=used, known=known)) is may


def points(path: str) -> list[tuple[int, int]]:
    return [(int(x), int(y)) for x, y in re.findall(r"(-?\d+) (-?\d+)", path)]


def test_shapes_lie_on_the_sheet_north_up_and_their_names_inside() -> None:
    rows = [row(1, "北部", at=139.0), row(2, "中央", at=140.0)]
    drawing = draw(rows, match(rows, OURS, "S_NAME"))
    assert (drawing.width <= WIDE, drawing.height <= TALL) == (True, True)
    north, centre = sorted(drawing.shapes, key=lambda one: one.x)
    assert (north.district, centre.district) == ("north", "centre")
    for one in drawing.shapes:
        xs, ys = zip(*points(one.path), strict=True)
        assert MARGIN - 1 <= min(xs) < one.x < max(xs) <= drawing.width - MARGIN + 1
        assert MARGIN - 1 <= min(ys) < one.y < max(ys) <= drawing.height - MARGIN + 1
    xs, ys = zip(*points(north.path), strict=True)
    assert (max(xs) - min(xs)) < (max(ys) - min(ys))  # a degree of longitude is shorter there than one of latitude


def test_nothing_to_draw_is_an_empty_sheet() -> None:
    assert draw([], []).shapes == ()


def test_a_name_stands_inside_a_bent_shape() -> None:
    horseshoe = ((0, 0), (3, 0), (3, 1), (1, 1), (1, 2), (3, 2), (3, 3), (0, 3), (0, 0))
    ring = tuple((139 + x / 10, 35 + y / 10) for x, y in horseshoe)
    rows = [Given(1, {"S_NAME": "北部"}, (ring,))]
    [one] = draw(rows, match(rows, OURS, "S_NAME")).shapes
    corners = points(one.path)
    crossed = [
        ax + (one.y - ay) * (bx - ax) / (by - ay)
        for (ax, ay), (bx, by) in zip(corners, [*corners[1:], corners[0]], strict=True)
        if (ay > one.y) != (by > one.y)
    ]
    assert sum(x > one.x for x in crossed) % 2 == 1


def test_a_straight_line_of_many_points_becomes_two() -> None:
    line = [(float(x), 0.0) for x in range(500)]
    assert simplified(line) == [line[0], line[-1]]


@given(st.lists(st.tuples(st.floats(0, 600), st.floats(0, 600)), min_size=2, max_size=60))
def test_simplified_ends_stay_and_nothing_is_added(line: list[tuple[float, float]]) -> None:
    found = simplified(line)
    assert (found[0], found[-1]) == (line[0], line[-1])
    assert set(found) <= set(line)


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.mark.django_db
def test_a_preview_changes_nothing_until_somebody_says_yes(town: Town) -> None:
    first = brought(town)
    assert on_the_map(town("tanaka")) is None
    use_shapes(by=town("hayashi"), at=town.later(), boundary=first)
    found = on_the_map(town("tanaka"))
    assert found is not None
    tiles = shaped(found.drawing, OURS, {"north": 3, "south": 1})
    assert {one.name: one.count for one in tiles} == {"北部": 3, "中央": 0, "南部": 1, "東部": 0}
    assert found.file.credit == "みなも市都市計画課"
    with pytest.raises(Refused):
        use_shapes(by=town("hayashi"), at=town.later(), boundary=first)


@pytest.mark.django_db
def test_other_shapes_take_its_place_and_the_map_goes_back(town: Town) -> None:
    first, second = brought(town), brought(town, geojson(town_features()[:2]))
    for one in (first, second, first):
        use_shapes(by=town("hirata"), at=town.later(), boundary=one)
        assert [row.file.pk for row in brought_in(town("hayashi")) if row.used] == [one]
    leave_shapes(by=town("hayashi"), at=town.later())
    assert on_the_map(town("hayashi")) is None
    with pytest.raises(Refused):
        leave_shapes(by=town("hayashi"), at=town.later())
    with unwalled():
        assert BoundaryUse.objects.within(town.body).count() == 3


@pytest.mark.django_db
def test_a_file_with_bad_rows_keeps_the_good_ones_and_every_reason(town: Town) -> None:
    bad = [feature("港町", polygon(139.0, 35.0)), feature("中央", None), *town_features()[:1]]
    found = get(town("hayashi"), brought(town, geojson(bad)))
    assert found is not None
    assert [(one.number, one.district) for one in found.matched] == [(1, ""), (2, ""), (3, "north")]
    assert all(one.fault for one in found.matched[:2])


@pytest.mark.django_db
def test_who_may_not_writes_nothing_and_nothing_of_another_body_is_seen(town: Town) -> None:
    with pytest.raises(Refused):
        prepare(by=town("tanaka"), at=town.later(), upload=geojson(), file_name="圏域.geojson")
    with unwalled():
        assert BoundaryFile.objects.everywhere("nothing was kept").count() == 0
        assert DistrictShape.objects.everywhere("nothing was kept").count() == 0
    made = brought(town)
    with pytest.raises(BoundaryFile.DoesNotExist):
        use_shapes(by=town("karasawa", HOTAKAZAWA), at=town.later(), boundary=made)


@pytest.mark.django_db
def test_the_map_asks_twice_however_many_districts(town: Town) -> None:
    use_shapes(by=town("hayashi"), at=town.later(), boundary=brought(town))
    viewer = town("tanaka")
    with counted() as queries:
        on_the_map(viewer)
    assert len(queries) == 2
