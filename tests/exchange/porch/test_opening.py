"""When a place is open next, by its times, by the days that differ, and by its words where it has no times."""

import json
from datetime import date, datetime, time

import pytest

from marugoto.exchange.porch.rules.chart import APART, HIGH, WIDE, Spot, chart_of
from marugoto.exchange.porch.rules.opening import Open, next_open, openings, read_opening
from marugoto.exchange.porch.rules.saying import say_hours, say_since, say_span
from marugoto.kernel.jst import JST

THURSDAY = [3, None, "13:00", "16:00", None, None]
WEDNESDAY_NOON = datetime(2026, 12, 2, 12, 0, tzinfo=JST)


def said(times: list[object] | None = None, days: list[object] | None = None, holidays: str = "") -> str:
    return json.dumps({"times": times or [], "days": days or [], "holidays": holidays})


def days_of(text: str, words: str = "", hours: str = "") -> list[int]:
    return [one.day.day for one in openings(read_opening(text, words, hours), date(2026, 12, 1), 31)]


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        (said([THURSDAY]), "", [3, 10, 17, 24, 31]),
        (said([THURSDAY]), "毎週 月曜", [3, 10, 17, 24, 31]),
        (said([[3, 2, "", "", None, None], [3, 4, "", "", None, None]]), "", [10, 24]),
        (said([THURSDAY], [["2026-12-10", False, "", "", "大掃除"]]), "", [3, 17, 24, 31]),
        (said([THURSDAY], [["2026-12-12", True, "10:00", "", ""]]), "", [3, 10, 12, 17, 24, 31]),
        (said(days=[["2026-12-12", True, "", "", ""]]), "", [12]),
        (said(days=[["2026-12-07", False, "", "", ""]]), "毎週 月曜", [14, 21, 28]),
        ("", "毎週 月曜", [7, 14, 21, 28]),
        ("", "お問い合わせください", []),
        ("", "毎週火曜日・木曜日 10時〜12時", [1, 3, 8, 10, 15, 17, 22, 24, 29, 31]),
        ("", "毎日（月曜・祝日休み）", [day for day in range(1, 32) if day not in {7, 14, 21, 28}]),
        ("", "第1・第3 火曜・木曜", [1, 3, 15, 17]),
        ("", "第1水曜・第3金曜", []),  # which week belongs to which day is not read
        ("", "火曜と第2土曜", []),
        ("", "第1火曜、第3火曜", [1, 15]),
    ],
)
def test_on_which_days_of_december_it_is_open(text: str, words: str, days: list[int]) -> None:
    assert days_of(text, words) == days


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (WEDNESDAY_NOON, 3),
        (datetime(2026, 12, 3, 15, 59, tzinfo=JST), 3),
        (datetime(2026, 12, 3, 16, 0, tzinfo=JST), 10),
    ],
)
def test_nobody_is_sent_to_what_has_closed(now: datetime, day: int) -> None:
    assert next_open(read_opening(said([THURSDAY]), "", ""), now) == Open(date(2026, 12, day), time(13), time(16))


def test_half_an_hour_is_said_at_both_ends() -> None:
    assert "3時[じ]30分" in say_hours("13時半〜15時半")


def test_words_of_the_hours_are_reckoned_with_where_there_are_no_times() -> None:
    found = next_open(read_opening("", "毎週 木曜", "10時〜12時"), WEDNESDAY_NOON)
    assert found == Open(date(2026, 12, 3), time(10), time(12))


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 12, 2), "きょう"),
        (date(2026, 11, 29), "3日[にち]まえ"),
        (date(2026, 6, 2), "6か月[げつ]まえ"),
        (date(2024, 1, 1), "2年[ねん]まえ"),
    ],
)
def test_how_long_ago_it_was_checked(day: date, words: str) -> None:
    assert say_since(day, WEDNESDAY_NOON.date()) == words


def test_a_time_with_one_end_is_said_by_that_end() -> None:
    assert say_span(time(10), None) == "午前[ごぜん]10時[じ]から"
    assert say_span(None, time(16, 30)) == "夕方[ゆうがた]4時[じ]30分[ぷん]まで"
    assert say_span(None, None) == ""


def test_marks_of_a_map_lie_inside_apart_from_each_other_and_north_is_above() -> None:
    same = [Spot(number, 35.8, 139.7, vague=number == 3) for number in range(1, 8)]
    chart = chart_of([*same, Spot(8, 35.82, 139.72), Spot(9, 35.79, 139.69)])
    assert chart is not None
    places = [(mark.x, mark.y) for mark in chart.marks]
    assert all(0 < x < WIDE and 0 < y < HIGH for x, y in places)
    assert all(
        abs(one[0] - other[0]) >= APART or abs(one[1] - other[1]) >= APART
        for at, one in enumerate(places)
        for other in places[:at]
    )
    assert chart.marks[7].y < chart.marks[0].y < chart.marks[8].y
    assert [mark.number for mark in chart.marks if mark.radius] == [3]
    assert (chart_of([]), chart_of(same) == chart_of(same)) == (None, True)
