"""Figures in words, certainty, what is hidden, half-years: truth tables."""

from datetime import date
from fractions import Fraction
from math import exp, lgamma, log

import pytest

from marugoto.evaluation.rules.certainty import certainty, chance_of
from marugoto.evaluation.rules.figures import Share, percent, said
from marugoto.evaluation.rules.half_year import last_days, say_half_year
from marugoto.evaluation.rules.suppression import Hidden, Told, parts_of, tell


def test_a_percentage_only_with_enough_cases() -> None:
    assert said(Share(41, 17)) == "41件中17件(41%)"
    assert said(Share(9, 3)) == "9件中3件(少ないので割合は出しません)"
    assert said(Share(0, 0)) == "判定不能(まだ1件もありません)"
    assert said(Share(12, 0, 2)) == "12件中0件(0%)・まだ期限の前 2件"


@pytest.mark.parametrize(("ratio", "rounded"), [(Fraction(1, 200), 1), (Fraction(49, 10_000), 0), (Fraction(2, 3), 67)])
def test_half_is_rounded_up_once(ratio: Fraction, rounded: int) -> None:
    assert percent(ratio) == rounded


@pytest.mark.parametrize(
    ("share", "threshold"),
    [
        (Share(10, 7), Fraction(7, 10)),
        (Share(41, 17), Fraction(1, 2)),
        (Share(100, 95), Fraction(9, 10)),
        (Share(1_000, 700), Fraction(7, 10)),
    ],
)
def test_the_chance_of_reaching_a_threshold(share: Share, threshold: Fraction) -> None:
    assert chance_of(share, threshold) == pytest.approx(added_up(share, float(threshold)), abs=0.0005)


def added_up(share: Share, threshold: float) -> float:
    """The same chance by adding up the density in small steps."""
    a, b, steps = share.k + 0.5, share.n - share.k + 0.5, 20_000
    front = lgamma(a + b) - lgamma(a) - lgamma(b)
    width = (1 - threshold) / steps
    middles = (threshold + width * (step + 0.5) for step in range(steps))
    return sum(exp(front + (a - 1) * log(x) + (b - 1) * log(1 - x)) for x in middles) * width


def test_what_is_seen_and_what_is_not_seen_make_one() -> None:
    other = chance_of(Share(41, 24), Fraction(1, 2))
    assert chance_of(Share(41, 17), Fraction(1, 2)) + other == pytest.approx(1)


@pytest.mark.parametrize(
    ("share", "words"), [(Share(1_000, 750), "確か"), (Share(20, 16), "おおむね"), (Share(10, 7), "仮")]
)
def test_certainty_in_words(share: Share, words: str) -> None:
    assert certainty(share, Fraction(7, 10)) == words


@pytest.mark.parametrize(
    ("share", "population", "told"),
    [
        (Share(41, 17), 48_000, Told(41, 17, 0, 2, Hidden.NOTHING)),
        (Share(9, 4), 48_000, Told(None, None, 0, 2, Hidden.FEW)),
        (Share(0, 0), 48_000, Told(0, 0, 0, 2, Hidden.NOTHING)),  # zero may be told
        (Share(41, 41), 48_000, Told(41, 41, 0, 2, Hidden.NOTHING)),
        (Share(41, 35), 48_000, Told(41, None, 0, 2, Hidden.FEW_LEFT)),  # 6 would give themselves away
        (Share(41, 6), 48_000, Told(41, None, 0, 2, Hidden.FEW_DONE)),
        (Share(41, 17, 3), 48_000, Told(41, 17, None, 2, Hidden.NOTHING)),
        (Share(41, 20), 6_200, Told(41, 20, 0, 2, Hidden.NOTHING)),
        (Share(41, 17), 6_200, Told(41, None, 0, 2, Hidden.FEW_DONE)),
        (Share(19, 19), 6_200, Told(None, None, 0, 2, Hidden.FEW)),
        (Share(19, 19), None, Told(None, None, 0, 2, Hidden.FEW)),  # nobody knows how small
        (Share(400, 200), 1_999, Told(None, None, None, None, Hidden.TINY)),
    ],
)
def test_what_may_leave_the_municipality(share: Share, population: int | None, told: Told) -> None:
    assert tell(share, 2, population=population) == told


@pytest.mark.parametrize("k", range(42))
def test_no_small_number_can_be_worked_out(k: int) -> None:
    """What is told, and what can be reckoned from it, is zero or at least ten."""
    told = tell(Share(41, k, k), 1, population=30_000)
    known = [told.n, told.k, told.running]
    known += [told.n - told.k] if told.n is not None and told.k is not None else []
    assert [number for number in known if number is not None and 0 < number < 10] == []


@pytest.mark.parametrize(
    ("day", "ends"),
    [
        (date(2026, 11, 25), [date(2025, 9, 30), date(2026, 3, 31), date(2026, 9, 30)]),
        (date(2026, 10, 1), [date(2025, 9, 30), date(2026, 3, 31), date(2026, 9, 30)]),
        (date(2026, 9, 30), [date(2025, 3, 31), date(2025, 9, 30), date(2026, 3, 31)]),  # the last day still runs
        (date(2026, 2, 1), [date(2024, 9, 30), date(2025, 3, 31), date(2025, 9, 30)]),
    ],
)
def test_half_years_that_are_over(day: date, ends: list[date]) -> None:
    assert last_days(day, 3) == ends


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (date(2026, 9, 30), "令和8年度上半期"),
        (date(2027, 3, 31), "令和8年度下半期"),
        (date(2019, 9, 30), "令和元年度上半期"),
        (date(2019, 3, 31), "平成30年度下半期"),
    ],
)
def test_half_years_are_said_as_on_paper(last: date, words: str) -> None:
    assert say_half_year(last) == words


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ([12, 20, 0], [12, 20, 0]),
        ([12, 3, 0], [None, None, 0]),
        ([12, 3, 4, 30], [None, None, None, 30]),  # three and four together are few
        ([9, 9, 30], [None, None, 30]),
        ([3, 4, 0], None),
        ([0, 0], [0, 0]),
    ],
)
def test_what_is_hidden_of_a_known_sum_cannot_be_worked_out(counts: list[int], told: list[int | None] | None) -> None:
    assert parts_of(counts, 10) == told
