"""Dates are read as people write them; what no calendar ever had is refused by name."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marugoto.kernel.decision import Refused
from marugoto.kernel.era import FIRST, LAST, era_year, plausible, read_day, say_day, say_era, say_month, say_whole_day

TODAY = date(2026, 11, 24)
days = st.dates(FIRST, LAST)
FULL = str.maketrans("0123456789.-/", "０１２３４５６７８９．－／")


@pytest.mark.parametrize(
    "text",
    [
        "令和8年11月24日",
        "令和８年１１月２４日",
        " 令和 8年 11月 24日 ",
        "令和08年11月24日",
        "令和八年十一月二十四日",
        "㋿8年11月24日",
        "令8.11.24",
        "R8.11.24",
        "r8.11.24",
        "Ｒ８．１１．２４",
        "R8/11/24",
        "R8-11-24",
        "R8・11・24",
        "R081124",
        "2026-11-24",
        "2026−11−24",
        "2026ー11ー24",
        "2026/11/24",
        "２０２６／１１／２４",
        "2026.11.24",
        "20261124",
        "2026年11月24日",
        "西暦2026年11月24日",
        "二〇二六年十一月二十四日",
        "令和8年11月24日(火)",
        "令和8年11月24日（火曜日）",
        "2026/11/24 火曜",
        "令和8年\u200b11月24日",
    ],
)
def test_one_day_in_all_the_ways_it_is_written(text: str) -> None:
    assert read_day(text) == TODAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("令和元年5月1日", date(2019, 5, 1)),
        ("令和1年5月1日", date(2019, 5, 1)),
        ("平成31年4月30日", date(2019, 4, 30)),
        ("平成元年1月8日", date(1989, 1, 8)),
        ("昭和64年1月7日", date(1989, 1, 7)),
        ("S64.1.7", date(1989, 1, 7)),
        ("昭和元年12月25日", date(1926, 12, 25)),
        ("大正15年12月24日", date(1926, 12, 24)),
        ("大正元年7月30日", date(1912, 7, 30)),
        ("明治45年7月29日", date(1912, 7, 29)),
        ("明治6年1月1日", date(1873, 1, 1)),
        ("令和6年2月29日", date(2024, 2, 29)),
        ("2000/2/29", date(2000, 2, 29)),
        ("昭和五十九年十月十日", date(1984, 10, 10)),
    ],
)
def test_the_edges_of_the_eras_are_read(text: str, day: date) -> None:
    assert read_day(text) == day


@pytest.mark.parametrize(
    ("text", "was"),
    [
        ("令和1年4月30日", "平成31年4月30日"),
        ("令和元年4月30日", "平成31年4月30日"),
        ("R1.4.30", "平成31年4月30日"),
        ("平成31年5月1日", "令和元年5月1日"),
        ("平成32年1月1日", "令和2年1月1日"),
        ("昭和64年1月8日", "平成元年1月8日"),
        ("昭和100年1月1日", "令和7年1月1日"),
        ("平成元年1月7日", "昭和64年1月7日"),
        ("昭和元年12月24日", "大正15年12月24日"),
        ("大正15年12月25日", "昭和元年12月25日"),
        ("大正元年7月29日", "明治45年7月29日"),
        ("明治45年7月30日", "大正元年7月30日"),
    ],
)
def test_a_day_of_the_wrong_era_is_told_its_right_name(text: str, was: str) -> None:
    with pytest.raises(Refused, match=f"という日はありません。その日は{was}です。") as refused:
        read_day(text)
    assert refused.value.way_on == f"{was}と書いてください。"


@pytest.mark.parametrize(
    ("text", "sentence", "way_on"),
    [
        ("令和8年2月30日", "令和8年2月30日という日はありません。", "令和8年2月は28日までです。"),
        ("令和6年2月30日", "令和6年2月30日という日はありません。", "令和6年2月は29日までです。"),
        ("1900/2/29", "1900年2月29日という日はありません。", "1900年2月は28日までです。"),
        ("R8.4.31", "令和8年4月31日という日はありません。", "令和8年4月は30日までです。"),
        ("2026-13-01", "2026年13月1日という日はありません。", "月は1月から12月までです。"),
        ("2026-00-01", "2026年0月1日という日はありません。", "月は1月から12月までです。"),
        ("2026-11-00", "2026年11月0日という日はありません。", "2026年11月は30日までです。"),
        ("令和0年5月1日", "令和0年5月1日という日はありません。", "令和は1年(元年)から数えます。"),
        ("9999-12-31", "9999年12月31日は先すぎて扱えません。", "期限がなければ空けてください。"),
        ("令和99年1月1日", "令和99年1月1日は先すぎて扱えません。", "2099年まで"),
        ("明治5年12月2日", "暦が今と違う", "明治6年(1873年)1月1日"),
        ("1872-12-31", "暦が今と違う", "明治6年(1873年)1月1日"),
        ("0001-01-01", "決まりません。", "令和8年11月24日"),
        ("8.11.24", "どの元号の年か西暦か決まりません。", "令和8年11月24日"),
        ("26/11/24", "どの元号の年か西暦か決まりません。", "令和8年11月24日"),
        ("元年5月1日", "どの元号の年か西暦か決まりません。", "令和8年11月24日"),
        ("令和8年11月24日(水)", "令和8年11月24日は火曜日です。", "日付か曜日"),
        ("11月24日", "年が書かれていません。", "令和8年11月24日"),
        ("11/24", "年が書かれていません。", "令和8年11月24日"),
        ("", "日付が書かれていません。", "令和8年11月24日"),
        ("　", "日付が書かれていません。", "令和8年11月24日"),
        ("きのう", "日付として読み取れません。", "令和8年11月24日"),
        ("令和8年11月", "日付として読み取れません。", "令和8年11月24日"),
        ("2026-11/24", "日付として読み取れません。", "令和8年11月24日"),
        ("令和十十年1月1日", "日付として読み取れません。", "令和8年11月24日"),
        ("2026-11-24T10:00", "日付として読み取れません。", "令和8年11月24日"),
        ("٢٠٢٦-١١-٢٤", "日付として読み取れません。", "令和8年11月24日"),
        ("2026-11-24\x00", "日付として読み取れません。", "令和8年11月24日"),
    ],
)
def test_what_is_no_day_is_refused_with_the_reason_and_the_way_on(text: str, sentence: str, way_on: str) -> None:
    with pytest.raises(Refused) as refused:
        read_day(text)
    assert sentence in refused.value.sentence
    assert way_on in refused.value.way_on


@pytest.mark.parametrize(("text", "days_away"), [("今日", 0), ("本日", 0), ("昨日", -1), ("おととい", -2), ("明日", 1)])
def test_near_days_are_read_when_today_is_known(text: str, days_away: int) -> None:
    assert read_day(text, TODAY) == TODAY + timedelta(days=days_away)


def test_a_missing_year_is_asked_for_and_never_guessed() -> None:
    with pytest.raises(Refused, match="年が書かれていません") as refused:
        read_day("4月1日", TODAY)
    assert refused.value.way_on == "今年なら令和8年4月1日と書いてください。"


@pytest.mark.parametrize("text", ["1875-05-05", "明治8年5月5日", "1900-12-31", "2087-01-01"])
def test_a_day_too_far_from_today_is_questioned_when_today_is_known(text: str) -> None:
    with pytest.raises(Refused, match=r"年(前|先)です"):
        read_day(text, TODAY)
    assert isinstance(read_day(text), date)


@pytest.mark.parametrize(
    ("day", "is_plausible"),
    [(date(1901, 1, 1), True), (date(1900, 12, 31), False), (date(2086, 12, 31), True), (date(2087, 1, 1), False)],
)
def test_which_days_are_plausible(day: date, is_plausible: bool) -> None:
    assert bool(plausible(day, TODAY)) is is_plausible


@pytest.mark.parametrize(
    ("day", "said", "short", "letter"),
    [
        (TODAY, "令和8年11月24日", "11月24日(火)", "R8"),
        (date(2019, 5, 1), "令和元年5月1日", "5月1日(水)", "R1"),
        (date(2019, 4, 30), "平成31年4月30日", "4月30日(火)", "H31"),
        (date(1989, 1, 7), "昭和64年1月7日", "1月7日(土)", "S64"),
        (date(1926, 12, 24), "大正15年12月24日", "12月24日(金)", "T15"),
        (date(1873, 1, 1), "明治6年1月1日", "1月1日(水)", "M6"),
        (date(1872, 12, 31), "西暦1872年12月31日", "12月31日(火)", "1872"),
    ],
)
def test_how_days_are_said(day: date, said: str, short: str, letter: str) -> None:
    assert (say_era(day), say_day(day), era_year(day)) == (said, short, letter)


@pytest.mark.parametrize(
    ("day", "whole", "month"),
    [
        (TODAY, "令和8年11月24日(火)", "令和8年11月"),
        (date(2019, 5, 1), "令和元年5月1日(水)", "令和元年5月"),
        (date(2019, 4, 30), "平成31年4月30日(火)", "平成31年4月"),
    ],
)
def test_how_a_whole_day_and_a_month_are_said(day: date, whole: str, month: str) -> None:
    assert (say_whole_day(day), say_month(day)) == (whole, month)


@given(days)
def test_what_is_said_is_read_back(day: date) -> None:
    letter = f"{era_year(day)}.{day.month}.{day.day}"
    for text in (say_era(day), letter, letter.translate(FULL), f"{day:%Y-%m-%d}", f"{day:%Y/%m/%d}", f"{day:%Y%m%d}"):
        assert read_day(text) == day


@given(days, st.sampled_from(["明治", "大正", "昭和", "平成", "令和"]))
def test_no_day_has_a_name_in_two_eras(day: date, era: str) -> None:
    first = {"明治": 1868, "大正": 1912, "昭和": 1926, "平成": 1989, "令和": 2019}[era]
    text = f"{era}{day.year - first + 1}年{day.month}月{day.day}日"
    if say_era(day).startswith(era):
        assert read_day(text) == day
    else:
        with pytest.raises(Refused):
            read_day(text)


@given(st.text(alphabet="0123456789元年月日令和平成昭RHS./- ()火十二〇", max_size=16) | st.text(max_size=30))
def test_any_text_is_a_day_or_is_refused_in_japanese(text: str) -> None:
    ending = {"。"}
    try:
        day = read_day(text)
    except Refused as refused:
        ending = {refused.sentence[-1:], refused.way_on[-1:]}
        day = FIRST
    assert ending == {"。"}
    assert FIRST <= day <= LAST
