"""The short form of `bin/prove access`: fewer worlds, every kind of each dimension, and every bend of the rule and of the filter."""

from random import Random

import pytest
from django.db import transaction

from proofs import _articles, _killed, _ruled, _shadow
from proofs import _worlds as worlds


def test_every_kind_of_every_dimension_changes_a_decision() -> None:
    count, idle = _ruled.idle_kinds()
    assert count > 40
    assert idle == []


def test_a_kind_that_changes_nothing_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_ruled.Ruling, "opens", lambda *_: True)
    count, idle = _ruled.idle_kinds()
    assert len(idle) == count


def test_of_each_class_of_decisions_there_is_a_folder() -> None:
    """What stacks is there too: a grant of each saying beside one of each, under a restriction of each beside one of each."""
    numbers, ruling = _ruled.folder_of_each_class(), _ruled.Ruling()
    assert len(set(numbers)) == len(numbers) == worlds.SIZES[0] * 4**4
    said = {tuple(ruling.opens(viewer, one) for viewer in worlds.VIEWERS) for one in numbers}
    dice = Random(4)
    for one in dice.sample(range(worlds.FOLDERS), 1_000):
        assert tuple(ruling.opens(viewer, one) for viewer in worlds.VIEWERS) in said
    stacked = [one for one in numbers if all(worlds.places_of(one)[1:])]
    assert len(stacked) > len(numbers) // 4, "both grants and both restrictions are there"


def test_every_equivalent_carries_its_reason() -> None:
    assert all(len(why) > 20 for why in _killed.EQUIVALENTS.values())


def test_the_table_of_allowed_cells_is_fresh() -> None:
    assert _articles.PAGE.read_text(encoding="utf-8") == _articles.page(), "run: bin/prove access --write"


def test_the_table_says_of_every_world_what_the_rule_says() -> None:
    table = _articles.read(_articles.PAGE.read_text(encoding="utf-8"))
    cells = [table[heading] for heading in (_articles.OWN, _articles.OPENING, _articles.FREE)]
    ruling, numbers = _ruled.Ruling(), worlds.varied()
    for viewer in worlds.VIEWERS:
        said = _ruled.opened_by_table(viewer, *cells)
        assert [bool(said[one]) for one in numbers] == [ruling.opens(viewer, one) for one in numbers]
    without = _ruled.opened_by_table("I", cells[0], cells[1][1:], cells[2])  # a cell that is missing is noticed
    assert without != _ruled.opened_by_table("I", *cells)


@pytest.mark.django_db
def test_the_filter_says_it_too() -> None:
    ruling, numbers = _ruled.Ruling(), worlds.varied()
    with transaction.atomic(), _shadow.shadowed(numbers):
        for viewer in worlds.VIEWERS:
            assert _shadow.opened(viewer) == {one for one in numbers if ruling.opens(viewer, one)}, viewer


def test_no_bend_of_the_rule_survives() -> None:
    rows = _killed.of_the_rule(1, worlds.varied()) + _killed.of_the_grounds()
    assert [name for row in rows for name in row["names"]] == []
    assert [row["mutants"] > 20 for row in rows] == [True, True, True]


@pytest.mark.django_db
def test_no_bend_of_the_filter_survives() -> None:
    with transaction.atomic():
        rows = _killed.of_the_filter()
    assert rows[0]["names"] == []
    assert rows[0]["mutants"] > 60
