"""Reports fed with the rows of real tables print what the real tables print (practice.md 2.4)."""

from fractions import Fraction

import pytest

from marugoto.evaluation.rules.report import (
    UNKNOWN,
    breakdown,
    percent_of,
    report,
    report_of_several,
    several,
    yearly,
)

# 生活困窮者自立支援, 平成27年度から29年度 (hirono-office.com/blog/308, quoting the ministry)
NEW, PLANS = (226_411, 222_426, 229_685), (55_570, 66_892, 71_293)
WORKING, WORK_FOUND, EARNS_MORE = (28_207, 31_970, 31_912), (21_465, 25_588, 25_332), (6_946, 7_199, 6_390)

# 都道府県が把握している市町村の取り組み, n = 45 (社会保障審議会福祉部会29回 p.41); the counts belong to its percentages
GRASP = {"every": "事業によらず", "programme": "重層・移行準備だけ", "third": "三つめ", "fourth": "四つめ"}
CONSULTING, COMMUNITY = (14, 24, 3, 4), (9, 26, 6, 4)

# 大和市 こもりびとの相談, 2か月で39人 (nordot.app/579257022262658145)
YEARS = {"under": "1年未満", "to_ten": "1年から10年", "to_twenty": "10年から20年", "more": "20年以上"}
LASTED = {"under": 9, "to_ten": 15, "to_twenty": 6, "more": 7}
HEARD = 39


def answers(counts: dict[str, int], *, of: int) -> list[str | None]:
    """A row for each who answered."""
    said: list[str | None] = [code for code, count in counts.items() for _ in range(count)]
    return said + [None] * (of - len(said))


T1 = {"new": NEW, "plans": PLANS, "working": WORKING, "found": WORK_FOUND, "more": EARNS_MORE}
T1_NAMES = {
    "new": "新規相談受付",
    "plans": "プラン作成",
    "working": "就労支援対象者",
    "found": "就労者",
    "more": "増収者",
}


def test_plans_of_each_years_new_consultations() -> None:
    """The table of three years, fed with its rows."""
    new, plans, working, found, more = yearly(T1, T1_NAMES, of={"plans": "new", "working": "plans"})
    assert (plans.name, plans.counts, plans.percents) == ("プラン作成", PLANS, ("24.5%", "30.1%", "31.0%"))
    assert (new.counts, new.percents) == (NEW, ())
    assert working.percents == ("50.8%", "47.8%", "44.8%")
    assert (found.percents, more.counts) == ((), EARNS_MORE)
    assert yearly(T1, {"plans": "プラン"}, of={"plans": "new"}, places=2)[0].percents == ("24.54%", "30.07%", "31.04%")


def test_a_year_without_any_has_no_percentage_and_years_do_not_slip() -> None:
    assert yearly({"new": (0, 8), "plans": (0, 2)}, {"plans": "プラン"}, of={"plans": "new"})[0].percents == (
        "—",
        "25.0%",
    )
    with pytest.raises(ValueError, match="different years"):
        yearly({"new": (1, 2), "plans": (1,)}, {"new": "新規"}, of={})


def test_the_sums_of_the_years_agree_with_the_page() -> None:
    """45万, 12.2万, 6.1万 of the first two years; nobody has more work found than wished for."""
    assert [sum(row[:2]) for row in (NEW, PLANS)] == [448_837, 122_462]
    found = [one + more for one, more in zip(WORK_FOUND, EARNS_MORE, strict=True)]
    assert sum(found[:2]) == 61_198
    assert all(part <= whole for part, whole in zip(WORK_FOUND, WORKING, strict=True))


@pytest.mark.parametrize(
    ("counts", "printed"),
    [
        (CONSULTING, ("31.1%", "53.3%", "6.7%", "8.9%")),
        (COMMUNITY, ("20.0%", "57.8%", "13.3%", "8.9%")),
    ],
)
def test_forty_five_prefectures_to_one_place(counts: tuple[int, ...], printed: tuple[str, ...]) -> None:
    made = report(answers(dict(zip(GRASP, counts, strict=True)), of=45), GRASP)
    assert tuple(row.percent for row in made.rows[:-1]) == printed
    assert [row.count for row in made.rows] == [*counts, 0]
    assert made.base == 45
    assert made.rows[-1].name == "不明"


def test_two_of_thirty_nine_said_nothing() -> None:
    made = report(answers(LASTED, of=HEARD), YEARS)
    assert (made.row(UNKNOWN).count, made.row(UNKNOWN).percent) == (2, "5.1%")
    assert [(row.name, row.count) for row in made.rows] == [
        ("1年未満", 9),
        ("1年から10年", 15),
        ("10年から20年", 6),
        ("20年以上", 7),
        ("不明", 2),
    ]
    assert sum(row.count for row in made.rows) == made.base == HEARD


def test_new_and_continuing_make_the_whole() -> None:
    """武蔵野市 令和5年度: 継続459, 新規1,156."""
    made = breakdown({"again": 459, "new": 1_156}, {"new": "新規", "again": "継続"}, base=1_615)
    assert [(row.name, row.count, row.percent) for row in made.rows] == [
        ("新規", 1_156, "71.6%"),
        ("継続", 459, "28.4%"),
        ("不明", 0, "0.0%"),
    ]


def test_what_has_no_name_in_the_list_is_unknown_and_not_lost() -> None:
    made = report(["a", "b", "of another version", None], {"a": "あ", "b": "い"})
    assert [row.count for row in made.rows] == [1, 1, 2]


def test_several_answers_do_not_make_the_total_and_that_is_said() -> None:
    made = report_of_several([("a", "b"), ("a", "a"), (), ("c",)], {"a": "あ", "b": "い"})
    assert [(row.code, row.count, row.percent) for row in made.rows] == [
        ("a", 2, "50.0%"),
        ("b", 1, "25.0%"),
        (UNKNOWN, 2, "50.0%"),
    ]
    assert any("足しても合計にはなりません" in note for note in made.notes)


def test_it_is_said_when_rounding_does_not_make_a_hundred() -> None:
    thirds = breakdown({"a": 1, "b": 1, "c": 1}, {"a": "あ", "b": "い", "c": "う"}, base=3)
    assert "四捨五入のため、足しても100%になりません。" in thirds.notes
    quarters = breakdown({"a": 1, "b": 3}, {"a": "あ", "b": "い"}, base=4)
    assert not any("なりません" in note for note in quarters.notes)
    assert "小数第1位まで" in quarters.notes[0]


def test_of_nothing_there_is_no_percentage() -> None:
    made = breakdown({}, {"a": "あ"}, base=0)
    assert {row.percent for row in made.rows} == {"—"}
    assert made.notes == ("割合は、合計0にたいするものです。小数第1位まで、四捨五入しています。",)


def test_more_parts_than_the_whole_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="more parts"):
        breakdown({"a": 3}, {"a": "あ"}, base=2)
    with pytest.raises(ValueError, match="larger"):
        several({"a": 3}, {"a": "あ"}, base=3, none=1)


@pytest.mark.parametrize(
    ("part", "whole", "places", "said"),
    [(1, 8, 0, "13%"), (1, 8, 2, "12.50%"), (5, 1000, 1, "0.5%"), (1, 2000, 1, "0.1%"), (3, 3, 1, "100.0%")],
)
def test_halves_are_rounded_up_once(part: int, whole: int, places: int, said: str) -> None:
    assert percent_of(part, whole, places=places) == said
    assert abs(Fraction(said.rstrip("%")) / 100 - Fraction(part, whole)) <= Fraction(1, 200 * 10**places)
