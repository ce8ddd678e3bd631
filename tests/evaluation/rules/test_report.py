"""Reports at their edges: hidden rows, whole percents, one place where nothing else is said, what cannot be."""

import pytest

from marugoto.evaluation.rules.report import HIDDEN, listed, percent_of, say, several, yearly

NAMES = {"a": "あ", "b": "い"}


def test_one_place_where_nothing_else_is_said() -> None:
    assert percent_of(1, 8) == "12.5%"
    assert several({"a": 1}, NAMES, base=8, none=0).row("a").percent == "12.5%"
    assert listed({"a": 1}, NAMES, base=8).row("a").percent == "12.5%"
    assert yearly({"x": (8,), "a": (1,)}, {"a": "あ"}, of={"a": "x"})[0].percents == ("12.5%",)


@pytest.mark.parametrize(("count", "said"), [(None, HIDDEN), (0, "0"), (1_234, "1,234")])
def test_a_count_read_aloud(count: int | None, said: str) -> None:
    assert say(count) == said


@pytest.mark.parametrize(
    ("counts", "base", "percents"),
    [
        ({"a": 1, "b": 3}, 4, ["25.0%", "75.0%"]),
        ({"a": None, "b": 3}, 4, [HIDDEN, "75.0%"]),
        ({"a": 1, "b": 3}, None, [HIDDEN, HIDDEN]),
        ({"a": None, "b": None}, None, [HIDDEN, HIDDEN]),
        ({"a": 4}, 4, ["100.0%", "0.0%"]),
    ],
)
def test_a_hidden_row_hides_its_part(counts: dict[str, int | None], base: int | None, percents: list[str]) -> None:
    found = listed(counts, NAMES, base=base)
    assert [row.percent for row in found.rows] == percents
    assert not any("足しても" in note for note in found.notes)


def test_how_it_was_rounded() -> None:
    assert listed({"a": 1, "b": 2}, NAMES, base=3, places=0).notes[0].endswith("整数に四捨五入しています。")
    assert listed({"a": 1, "b": 2}, NAMES, base=3, places=2).notes[0].endswith("小数第2位まで、四捨五入しています。")
    assert listed({"a": 1, "b": 1}, NAMES, base=3).notes[1] == "四捨五入のため、足しても100%になりません。"


@pytest.mark.parametrize(
    ("counts", "base", "none", "can_be"),
    [
        ({}, 3, 4, False),
        ({"a": 0}, 3, 3, True),
        ({"a": 3, "b": 0}, 3, 1, False),  # one of the rows is enough
        ({"a": 2, "b": 2}, 3, 1, True),
    ],
)
def test_a_part_is_no_more_than_the_whole(counts: dict[str, int], base: int, none: int, can_be: bool) -> None:
    if can_be:
        assert several(counts, NAMES, base=base, none=none).base == base
        return
    with pytest.raises(ValueError, match="larger"):
        several(counts, NAMES, base=base, none=none)


def test_a_row_that_is_part_of_nothing_has_no_percentage() -> None:
    assert yearly({"a": (1, 2)}, {"a": "あ"}, of={})[0].percents == ()
