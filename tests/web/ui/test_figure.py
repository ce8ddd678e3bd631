"""Figures: every ball is drawn exactly once, a gap is not a zero, and the same is said in words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from marugoto.web.ui import figure
from marugoto.web.ui.parts import Dot, DotRow, Mark
from tests.web.ui.drawn import draw, words

DOTS = some.lists(
    some.builds(Dot, days=some.integers(0, 40), state=some.sampled_from(["held", "due_soon", "late", "stuck", "kept"]))
)


@given(dots=DOTS, limit=some.none() | some.integers(0, 20))
def test_no_ball_is_left_out_and_none_lies_outside(dots: list[Dot], limit: int | None) -> None:
    drawn = figure.strip([DotRow("課", tuple(dots), limit)])
    row = drawn["rows"][0]
    assert len(row["dots"]) + len(row["seals"]) + sum(count for _x, count in row["many"]) == len(dots)
    assert all(figure.LABEL_WIDTH < point.x < drawn["width"] + 200 for point in row["dots"] + row["seals"])


def test_what_needs_a_look_is_a_seal_and_the_rest_are_dots() -> None:
    html = draw(
        "{% dot_strip rows '居場所' %}", rows=[DotRow("収納課", (Dot(1), Dot(2, "due_soon"), Dot(9, "late")), 10)]
    )
    assert html.count('class="fig-dot"') == 2
    assert re.findall(r"fig-ball--(\w+)", html) == ["late"]
    assert html.count("fig-limit") == 1


def test_a_holder_without_balls_is_still_named() -> None:
    assert "収納課" in words(draw("{% dot_strip rows '居場所' %}", rows=[DotRow("収納課")]))


@pytest.mark.parametrize(
    ("levels", "lines", "last"),
    [
        ((0, 1, 2), 1, True),
        ((1, None, 2, 3), 1, True),
        ((1, 2, None), 1, False),
        ((None, None), 0, False),
        ((), 0, False),
    ],
)
def test_an_undecided_half_year_leaves_a_gap(levels: tuple[int | None, ...], lines: int, last: bool) -> None:
    drawn = figure.spark(levels)
    assert len(drawn["lines"]) == lines
    assert (drawn["last"] is not None) is last


def test_the_course_is_read_aloud() -> None:
    assert 'aria-label="0→U→2"' in draw("{% spark levels %}", levels=(0, None, 2))


@pytest.mark.parametrize(("done", "total", "now", "percent"), [(0, 0, 0, 0), (17, 41, 222.2, 41), (41, 41, 536, 100)])
def test_a_share_holds_at_its_ends(done: int, total: int, now: float, percent: int) -> None:
    drawn = figure.share(done, total, [Mark(total, "おわり")])
    assert drawn["now"] == pytest.approx(now, abs=0.1)
    assert drawn["percent"] == percent


def test_a_share_is_said_with_its_n() -> None:
    html = draw("{% share_bar 17 41 marks %}", marks=[Mark(21, "2 まで あと4件")])
    assert 'aria-label="41件中17件(41%)"' in html
    assert "2 まで あと4件" in words(html)
