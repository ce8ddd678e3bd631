"""The signs: what each needs, and what takes it away."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from marugoto.disclosure.rules.watch import MANY, SEARCHES, LookFace, Sign, Tie, may_answer_sign, may_review, signs
from marugoto.kernel.calendar import WorkingCalendar

NOON = datetime(2026, 11, 18, 3, 0, tzinfo=UTC)  # a Wednesday, noon in Japan
ME, HAT, OTHER_HAT, TEAM = UUID(int=1), UUID(int=2), UUID(int=3), UUID(int=4)
COLLEAGUE, HOME = UUID(int=5), UUID(int=6)
DAY = timedelta(days=1)


def look(number: int = 0, **more: object) -> LookFace:
    said = {"worker": ME, "duty": HAT, "team": TEAM, "at": NOON, "subject": HOME} | more
    return LookFace(look=UUID(int=100 + number), **said)  # type: ignore[arg-type]


def told(looks: list[LookFace], ties: list[Tie] | None = None, **more: object) -> list[tuple[Sign, ...]]:
    said = {"calendar": WorkingCalendar(), "duties": {ME: {HAT, OTHER_HAT}}} | more
    return [found.signs for found in signs(looks, ties or [], **said)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("tie", "expected"),
    [
        (None, [(Sign.NO_TIE,)]),
        (Tie(HOME, NOON - 90 * DAY, None, duty=HAT), []),
        (Tie(HOME, NOON - 90 * DAY, None, duty=OTHER_HAT), []),  # his other hat
        (Tie(HOME, NOON - 90 * DAY, None, duty=COLLEAGUE), [(Sign.NO_TIE,)]),
        (Tie(HOME, NOON - 90 * DAY, None, team=TEAM), [(Sign.ONLY_TEAM,)]),
        (Tie(HOME, NOON - 90 * DAY, None, team=UUID(int=9)), [(Sign.NO_TIE,)]),
        (Tie(UUID(int=9), NOON, None, duty=HAT), [(Sign.NO_TIE,)]),  # another household
        (Tie(HOME, NOON - 90 * DAY, NOON - 7 * DAY, duty=HAT), []),  # just within the days
        (Tie(HOME, NOON - 90 * DAY, NOON - 7 * DAY - timedelta(seconds=1), duty=HAT), [(Sign.NO_TIE,)]),
        (Tie(HOME, NOON + 7 * DAY, None, duty=HAT), []),
        (Tie(HOME, NOON + 7 * DAY + timedelta(seconds=1), None, duty=HAT), [(Sign.NO_TIE,)]),
    ],
)
def test_what_ties_a_look_to_work(tie: Tie | None, expected: list[tuple[Sign, ...]]) -> None:
    assert told([look()], [tie] if tie else []) == expected


def test_lists_and_who_looks_by_office_need_no_tie() -> None:
    assert told([look(subject=None)]) == []
    assert told([look(watches=True)]) == []


def test_night_and_closed_days_are_said_beside_another_sign_only() -> None:
    late, sunday = NOON.replace(hour=13, minute=30), NOON + 4 * DAY
    assert told([look(at=late)]) == [(Sign.NO_TIE, Sign.NIGHT)]
    assert told([look(at=sunday)]) == [(Sign.NO_TIE, Sign.NIGHT)]
    assert told([look(at=late)], [Tie(HOME, NOON, None, duty=HAT)]) == []


def test_a_declared_household_is_told_even_where_there_is_work() -> None:
    tie = [Tie(HOME, NOON, None, duty=HAT)]
    assert told([look()], tie, declared={(ME, HOME)}) == [(Sign.DECLARED,)]
    assert told([look()], tie, declared={(COLLEAGUE, HOME)}) == []


def test_many_households_one_after_the_other() -> None:
    def run(count: int, apart: timedelta) -> list[tuple[Sign, ...]]:
        homes = [UUID(int=1000 + number) for number in range(count)]
        looks = [look(number, subject=home, at=NOON + number * apart) for number, home in enumerate(homes)]
        return told(looks, [Tie(home, NOON, None, duty=HAT) for home in homes])

    assert run(MANY, timedelta(minutes=1)) == [(Sign.MANY,)]
    assert run(MANY - 1, timedelta(minutes=1)) == []
    assert run(MANY, timedelta(minutes=3)) == []
    again = [look(number, at=NOON + number * timedelta(minutes=1)) for number in range(MANY)]
    assert told(again, [Tie(HOME, NOON, None, duty=HAT)]) == []  # one household many times


def test_many_searches_one_after_the_other() -> None:
    def run(count: int, apart: timedelta) -> list[tuple[Sign, ...]]:
        return told([look(n, subject=None, searched=True, at=NOON + n * apart) for n in range(count)])

    assert run(SEARCHES, timedelta(seconds=50)) == [(Sign.SEARCHES,)]
    assert run(SEARCHES - 1, timedelta(seconds=50)) == []
    assert run(SEARCHES, timedelta(minutes=2)) == []


def test_the_same_household_on_one_day_is_one_question() -> None:
    (found,) = signs(
        [look(0), look(1, at=NOON + timedelta(hours=1))], [], calendar=WorkingCalendar(), duties={ME: {HAT}}
    )
    assert (found.look, found.looks, found.subject) == (UUID(int=100), 2, HOME)


def test_nobody_reviews_himself_and_nothing_is_said_without_words() -> None:
    assert may_review(own=False, watches=True, words="電話の記録を見た。")
    assert not may_review(own=True, watches=True, words="電話の記録を見た。")
    assert not may_review(own=False, watches=False, words="電話の記録を見た。")
    assert not may_review(own=False, watches=True, words=" ")
    assert may_answer_sign(answered=False, words="窓口で代わりに出た。")
    assert not may_answer_sign(answered=True, words="窓口で代わりに出た。")
    assert not may_answer_sign(answered=False, words="")
