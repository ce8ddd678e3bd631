"""The band of three points and the day of a round, where the tables beside them leave a place open; every no with its reason."""

from datetime import date, timedelta

import pytest

from marugoto.evaluation.rules.second_opinion import (
    RaterRole,
    may_close_opinions,
    may_open_round,
    may_rate,
    opinion_of,
    opinions,
)
from tests.evaluation.rules.answers import says

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("scores", "band"),
    [
        ([], (0, 2)),
        ([0, 1, 2], (0, 2)),
        ([1, 2, 3], (1, 3)),
        ([2, 3, 4], (2, 4)),
        ([2], (0, 2)),  # of several that hold as many the lowest
        ([4], (2, 4)),
        ([0, 4, 4], (2, 4)),
        ([1, 3, 3], (1, 3)),
    ],
)
def test_the_band_that_holds_most(scores: list[int], band: tuple[int, int]) -> None:
    found = opinion_of(scores, None)
    assert (found.low, found.high) == band
    assert found.scores == tuple(sorted(scores))


def test_a_third_and_a_little_less() -> None:
    assert opinion_of([0] * 11 + [4] * 22, None).split
    assert not opinion_of([0] * 11 + [4] * 23, None).split  # 11 of 34


def test_nobody_said_anything() -> None:
    found = opinion_of([], 3)
    assert (found.median, found.outside, found.split, found.apart) == (None, 0, False, False)


def test_zero_was_said() -> None:
    assert opinions([{"F1": 0}, {}], {"F1": 0})["F1"].scores == (0,)


@pytest.mark.parametrize(
    ("running", "until", "reason"),
    [
        (False, TODAY, ""),
        (False, TODAY + timedelta(days=1), ""),
        (False, TODAY - timedelta(days=1), "締め切りが、もう過ぎた"),
        (True, TODAY, "前の回が、まだ"),
    ],
)
def test_a_round_is_opened(running: bool, until: date, reason: str) -> None:
    assert says(may_open_round(running=running, until=until, today=TODAY), reason)


@pytest.mark.parametrize(
    ("closed", "written", "scores", "reason"),
    [
        (False, False, [None, 0], ""),
        (False, False, [None], "点が一つもありません。"),
        (False, True, [1], "あなたの見立ては"),
        (True, False, [1], "この回は、もう閉じて"),
    ],
)
def test_somebody_rates(closed: bool, written: bool, scores: list[int | None], reason: str) -> None:
    assert says(may_rate(closed=closed, written=written, scores=scores), reason)


@pytest.mark.parametrize(
    ("closed", "roles", "reason"),
    [
        (False, list(RaterRole)[:5], ""),
        (False, list(RaterRole), ""),
        (False, list(RaterRole)[:4], "立場のちがう見立てが、あと1つ"),
        (True, list(RaterRole), "この回は、もう閉じて"),
    ],
)
def test_a_round_is_closed(closed: bool, roles: list[str], reason: str) -> None:
    assert says(may_close_opinions(closed=closed, roles=roles), reason)
