"""What stands after several half-years: it falls after two failing ones, ends after 24 months, and learns after two years and a review."""

from datetime import date

from marugoto.evaluation.rules.standing import Evaluation, Standing, learns, months_between, standing

ENDS = [
    date(2023, 9, 30),
    date(2024, 3, 31),
    date(2024, 9, 30),
    date(2025, 3, 31),
    date(2025, 9, 30),
    date(2026, 3, 31),
]
TODAY = date(2026, 6, 15)


def course(*levels: int | None) -> list[Evaluation]:
    """The last half-years before today, the newest last."""
    return [Evaluation(end, level) for end, level in zip(ENDS[-len(levels) :], levels, strict=True)] if levels else []


def level(*levels: int | None, now: int | None) -> int | None:
    return standing(course(*levels), now, today=TODAY).level


def test_one_bad_half_year_changes_nothing_and_two_do() -> None:
    assert level(3, now=3) == 3
    assert level(3, now=1) == 3
    assert level(3, 1, now=1) == 3
    assert level(3, 1, 1, now=1) == 1
    assert level(3, 1, 2, now=1) == 2  # as far as either of the two
    assert level(3, 2, 1, now=1) == 2
    assert level(3, 1, 3, 1, now=1) == 3  # one good one between them begins anew
    assert level(3, 1, 1, 0, now=0) == 1
    assert level(3, 1, 1, 0, 0, now=0) == 0
    assert level(1, 2, now=2) == 2
    assert level(2, 2, 1, 1, now=3) == 3
    assert level(3, 2, 2, 1, now=1) == 2
    assert level(3, 3, 1, 1, now=1) == 1
    assert standing(course(1, 3), None, today=TODAY) == Standing(3, kept=True)


def test_it_says_that_it_would_fall() -> None:
    assert standing(course(3), 2, today=TODAY) == Standing(3, falling=True)
    assert standing(course(3), 3, today=TODAY) == Standing(3)
    assert standing(course(2), 3, today=TODAY) == Standing(3)
    assert standing([], 2, today=TODAY) == Standing(2)
    assert standing([], None, today=TODAY) == Standing(None)
    assert standing(course(None), 1, today=TODAY) == Standing(1)


def test_what_cannot_be_judged_neither_passes_nor_fails() -> None:
    assert standing(course(3, None), None, today=TODAY) == Standing(3, kept=True)
    assert level(3, 1, None, 1, now=1) == 1
    assert level(3, 1, None, now=1) == 3


def test_a_verdict_ends_after_24_months() -> None:
    old = [Evaluation(date(2024, 3, 31), 3)]
    assert standing(old, None, today=date(2026, 3, 30)) == Standing(3, kept=True)
    assert standing(old, None, today=date(2026, 3, 31)) == Standing(None, expired=True)
    assert standing(old, 1, today=date(2026, 3, 30)) == Standing(3, falling=True)
    assert standing(old, 1, today=date(2026, 3, 31)) == Standing(1)
    again = [Evaluation(date(2022, 3, 31), 3), Evaluation(date(2024, 3, 31), 1)]
    assert standing(again, 1, today=date(2024, 6, 1)) == Standing(1)  # the old one had ended before
    again[1] = Evaluation(date(2024, 3, 30), 1)
    assert standing(again, 1, today=date(2024, 6, 1)) == Standing(3, falling=True)
    two = [Evaluation(date(2022, 3, 31), 3), Evaluation(date(2022, 9, 30), 1), Evaluation(date(2025, 3, 31), 2)]
    assert standing([*two, Evaluation(date(2025, 9, 30), 1)], 1, today=TODAY) == Standing(2, falling=True)


def test_no_such_case_lets_it_stand() -> None:
    old = [Evaluation(date(2024, 3, 31), 3)]
    assert standing(old, None, today=TODAY, no_case=True) == Standing(3, kept=True)
    assert standing([], None, today=TODAY, no_case=True) == Standing(None)


def learnt(*levels: int | None, now: int | None = 3, today: date = TODAY, used: bool = True) -> bool:
    return learns(course(*levels), now, today=today, used=used)


def test_two_years_and_a_review() -> None:
    assert learnt(3, 3, 3, 3)
    assert not learnt(3, 3, 3, 3, used=False)
    assert not learnt(3, 3, 3)
    assert not learnt(2, 3, 3, 3)
    assert not learnt(3, 3, 3, 2)
    assert not learnt(3, None, 3, 3)
    assert not learnt(3, 3, 3, 3, now=2)
    assert not learnt(3, 3, 3, 3, now=None)
    assert learnt(0, 3, 3, 3, 3)


def test_after_the_summer_the_half_year_since_counts_too() -> None:
    ends = [*ENDS, date(2026, 9, 30)]

    def at(day: date, *levels: int) -> bool:
        return learns(
            [Evaluation(e, n) for e, n in zip(ends[-len(levels) :], levels, strict=True)], 3, today=day, used=True
        )

    assert at(date(2026, 10, 5), 3, 3, 3, 3, 3)
    assert not at(date(2026, 10, 5), 3, 3, 3, 3, 2)
    assert not at(date(2026, 10, 5), 2, 3, 3, 3, 3)
    assert not at(date(2026, 10, 5), 3, 3, 3, 3)


def test_whole_months() -> None:
    assert months_between(date(2024, 3, 31), date(2026, 3, 31)) == 24
    assert months_between(date(2024, 3, 31), date(2026, 3, 30)) == 23
    assert months_between(date(2024, 12, 1), date(2025, 1, 1)) == 1
