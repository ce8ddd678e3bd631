"""Which towns are called alike: by what they declare, in sentences, and nobody where nothing is alike."""

import pytest

from marugoto.agencies.queries.alike import near_towns
from marugoto.agencies.rules.alike import Shape, towns_near
from tests.town import AOMINE, Town, settle_town

OWN = Shape("1", "みなも市", 48_000, 3, multilayered=True, welfare_office=True)


def other(
    population: int | None = 50_000, districts: int = 3, *, multilayered: bool = True, office: bool = True
) -> Shape:
    return Shape("2", "となり市", population, districts, multilayered, office)


@pytest.mark.parametrize(
    ("shape", "same", "differs"),
    [
        (other(), 4, 0),
        (other(96_001), 3, 1),
        (other(24_000), 4, 0),
        (other(None), 3, 0),  # not said: neither alike nor different
        (other(200_000, 5, multilayered=False), None, None),  # one fact alone makes nobody alike
        (other(200_000, 0, multilayered=False), None, None),
    ],
)
def test_what_is_alike_and_what_differs(shape: Shape, same: int | None, differs: int | None) -> None:
    found = towns_near(OWN, [shape])
    assert [(len(one.same), len(one.differs)) for one in found] == ([] if same is None else [(same, differs)])


def test_the_most_alike_come_first_and_of_those_the_nearest_in_size() -> None:
    rows = [
        Shape("d", "大きい", 200_000, 3, multilayered=True, welfare_office=True),
        Shape("e", "ことば", 49_000, 9, multilayered=True, welfare_office=False),
        Shape("a", "遠い", 90_000, 3, multilayered=True, welfare_office=True),
        Shape("b", "近い", 50_000, 3, multilayered=True, welfare_office=True),
        Shape("c", "半分", 48_000, 9, multilayered=False, welfare_office=True),
    ]
    assert [one.name for one in towns_near(OWN, rows)] == ["近い", "遠い", "ことば", "大きい", "半分"]


@pytest.mark.parametrize(
    ("shape", "close"),
    [
        (other(), True),
        (other(96_000), True),
        (other(96_001), False),
        (other(23_999), False),
        (other(multilayered=False), False),
        (other(districts=5, office=False), True),
        (other(None), False),  # nobody knows how large it is
    ],
)
def test_of_a_like_size_and_system_is_only_who_is_both(shape: Shape, close: bool) -> None:
    assert [one.close for one in towns_near(OWN, [shape])] == [close]


@pytest.mark.django_db
def test_a_town_hears_of_its_like_and_whom_to_call(db: None) -> None:
    town: Town = settle_town()
    found = {one.town.name: one for one in near_towns(town("hayashi"), AOMINE)}
    assert set(found) == {"汐見市"}
    assert "福祉事務所がある" in found["汐見市"].town.same
    assert any(phone for _name, phone in found["汐見市"].calls)
    assert "人口がちがう（182,000人）" in found["汐見市"].town.differs
    assert not found["汐見市"].town.close
