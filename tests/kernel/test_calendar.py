"""Open days are counted as an office counts them."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marugoto.kernel.calendar import FIRST, LAST, WorkingCalendar
from marugoto.kernel.decision import Refused

TUESDAY = date(2026, 11, 24)
PLAIN = WorkingCalendar()
OWN = WorkingCalendar(
    closed=frozenset({date(2026, 11, 25), date(2026, 11, 29)}), opened=frozenset({date(2026, 11, 28)})
)

days = st.dates(date(1990, 1, 1), date(2060, 12, 31))
calendars = st.builds(
    WorkingCalendar,
    st.frozensets(st.dates(date(2026, 11, 1), date(2027, 1, 31)), max_size=12),
    st.frozensets(st.dates(date(2026, 11, 1), date(2027, 1, 31)), max_size=12),
)
near = st.dates(date(2026, 10, 1), date(2027, 2, 28))


@pytest.mark.parametrize(
    ("day", "is_open"),
    [
        (TUESDAY, True),
        (date(2026, 11, 23), False),  # 勤労感謝の日
        (date(2026, 11, 22), False),  # Sunday
        (date(2026, 12, 28), True),
        (date(2026, 12, 29), False),
        (date(2027, 1, 1), False),
        (date(2027, 1, 4), True),
        (date(2019, 4, 30), False),
        (date(2026, 9, 22), False),
    ],
)
def test_which_days_are_open(day: date, is_open: bool) -> None:
    assert PLAIN.is_open(day) is is_open


def test_a_body_closes_and_opens_days_of_its_own() -> None:
    assert [OWN.is_open(date(2026, 11, n)) for n in range(24, 30)] == [True, False, True, True, True, False]
    assert OWN.between(TUESDAY, date(2026, 11, 30)) == 4
    assert PLAIN.between(TUESDAY, date(2026, 11, 30)) == 4
    assert OWN.add(TUESDAY, 1) == date(2026, 11, 26)
    assert OWN.add(date(2026, 11, 27), 1) == date(2026, 11, 28)


def test_a_day_both_closed_and_opened_is_open() -> None:
    both = WorkingCalendar(closed=frozenset({TUESDAY}), opened=frozenset({TUESDAY}))
    assert both.is_open(TUESDAY)
    assert both.number(TUESDAY) == PLAIN.number(TUESDAY)


@pytest.mark.parametrize(
    ("day", "n", "reached"),
    [
        (TUESDAY, 0, TUESDAY),
        (date(2026, 11, 22), 0, date(2026, 11, 22)),
        (TUESDAY, 3, date(2026, 11, 27)),
        (TUESDAY, 4, date(2026, 11, 30)),
        (date(2026, 12, 28), 1, date(2027, 1, 4)),
        (date(2026, 5, 1), 1, date(2026, 5, 7)),
        (TUESDAY, -1, date(2026, 11, 20)),
        (date(2026, 11, 22), -1, date(2026, 11, 20)),
        (date(2026, 11, 22), 1, TUESDAY),
    ],
)
def test_the_nth_open_day_after_and_before(day: date, n: int, reached: date) -> None:
    assert PLAIN.add(day, n) == reached


@pytest.mark.parametrize(
    ("a", "b", "days_between"),
    [
        (TUESDAY, TUESDAY, 0),
        (TUESDAY, date(2026, 11, 25), 1),
        (date(2026, 11, 20), TUESDAY, 1),
        (date(2026, 11, 21), TUESDAY, 1),
        (TUESDAY, date(2026, 11, 20), -1),
        (date(2026, 12, 28), date(2027, 1, 3), 0),
        (date(2026, 4, 1), date(2027, 3, 31), 240),
    ],
)
def test_open_days_between_two(a: date, b: date, days_between: int) -> None:
    assert PLAIN.between(a, b) == days_between


def test_numbers_begin_with_the_year_2000() -> None:
    assert PLAIN.number(date(2000, 1, 1)) == PLAIN.number(date(2000, 1, 3)) == 0
    assert PLAIN.number(date(2000, 1, 4)) == 1
    assert PLAIN.number(date(1999, 12, 31)) == PLAIN.number(date(1999, 12, 28)) == 0
    assert PLAIN.number(date(1999, 12, 27)) == -1


def test_the_next_open_day_is_the_day_itself_when_open() -> None:
    assert PLAIN.next_open(TUESDAY) == TUESDAY
    assert PLAIN.next_open(date(2026, 12, 29)) == date(2027, 1, 4)


@given(calendars, near, st.integers(-40, 40).filter(bool))
def test_adding_reaches_an_open_day_with_exactly_so_many_between(own: WorkingCalendar, day: date, n: int) -> None:
    reached = own.add(day, n)
    assert own.is_open(reached)
    assert (reached > day) is (n > 0)
    first, last = sorted((day, reached))
    strictly_between = [last - timedelta(days=k) for k in range(1, (last - first).days)]
    assert sum(map(own.is_open, strictly_between)) == abs(n) - 1


@given(calendars, near, near)
def test_between_is_what_counting_on_the_fingers_gives(own: WorkingCalendar, a: date, b: date) -> None:
    first, last = sorted((a, b))
    counted = sum(own.is_open(first + timedelta(days=k)) for k in range(1, (last - first).days + 1))
    assert own.between(a, b) == (counted if a <= b else -counted)


@given(calendars, days, days, days)
def test_stretches_add_up_and_turn_round(own: WorkingCalendar, a: date, b: date, c: date) -> None:
    assert own.between(a, b) + own.between(b, c) == own.between(a, c)
    assert own.between(a, b) == -own.between(b, a) == own.number(b) - own.number(a)


@given(calendars, near, st.integers(1, 40))
def test_going_and_coming_back_ends_where_it_began(own: WorkingCalendar, day: date, n: int) -> None:
    start = own.next_open(day)
    assert own.add(own.add(start, n), -n) == start
    assert own.between(start, own.add(start, n)) == n


@pytest.mark.parametrize("day", [date(1899, 12, 31), date(9999, 12, 31), date(2100, 1, 1)])
def test_days_beyond_the_calendar_are_refused_with_a_sentence(day: date) -> None:
    for ask in (PLAIN.is_open, PLAIN.number, PLAIN.next_open, lambda one: PLAIN.add(one, 1)):
        with pytest.raises(Refused, match="1900年から2099年まで"):
            ask(day)


@pytest.mark.parametrize(("day", "n"), [(LAST, 1), (FIRST, -1), (TUESDAY, 10**9), (TUESDAY, -(10**9))])
def test_counting_past_the_end_is_refused(day: date, n: int) -> None:
    with pytest.raises(Refused):
        PLAIN.add(day, n)


def test_the_edges_themselves_can_be_counted() -> None:
    assert PLAIN.add(FIRST, 1) == date(1900, 1, 4)
    assert PLAIN.next_open(date(1900, 1, 1)) == date(1900, 1, 4)
    assert PLAIN.add(date(2099, 12, 27), 1) == date(2099, 12, 28)


def test_ten_thousand_deadlines_take_less_than_a_second() -> None:
    OWN.number(TUESDAY)
    began = time.process_time()
    reached = {OWN.add(TUESDAY + timedelta(days=n % 365), 7) for n in range(10_000)}
    assert len(reached) > 200
    assert time.process_time() - began < 1
