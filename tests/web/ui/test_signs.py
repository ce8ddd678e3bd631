"""Balls, clocks and small signs: a character, a form and words for every state; never colour alone."""

from typing import get_args

import pytest

from marugoto.web.ui.chip import SEALS
from marugoto.web.ui.parts import BallChip, BallState, ClockFace, Fact
from tests.web.ui.drawn import Reader, draw, words


@pytest.mark.parametrize(
    ("state", "character", "said"),
    [
        ("held", "持", "が持っています。"),
        ("due_soon", "持", "が持っています。"),
        ("late", "遅", "が持っています。期限を過ぎています。"),
        ("offered", "待", "が持ち、返事を待っています。"),
        ("declined", "戻", "が持っています。断られて戻りました。"),
        ("stuck", "困", "が持っています。困ったと言っています。"),
        ("kept", "預", "がしばらく預かっています。"),
        ("settled", "済", ""),
    ],
)
def test_a_ball_is_a_character_and_a_sentence(state: BallState, character: str, said: str) -> None:
    html = draw("{% ball_chip chip %}", chip=BallChip(state, "北部包括", "小川", age_words="手元に3開庁日"))
    assert f'<span class="seal seal--{state}" aria-hidden="true">{character}</span>' in html
    assert words(html) == f"{character}北部包括 小川{said}手元に3開庁日"


def test_every_state_has_a_seal() -> None:
    assert set(SEALS) == set(get_args(BallState))


def test_the_clock_stands_in_the_place_of_the_age_and_says_the_date() -> None:
    chip = BallChip(
        "late", "収納課", age_words="手元に9開庁日", clock=ClockFace("3開庁日超過", "late", "期限 11月18日(水)")
    )
    html = draw("{% ball_chip chip %}", chip=chip)
    assert "手元に9開庁日" not in html
    assert 'title="期限 11月18日(水)"' in html
    assert "(期限 11月18日(水))" in words(html)


def test_an_offered_ball_says_who_holds_it_now_and_where_it_goes() -> None:
    html = draw("{% ball_chip chip %}", chip=BallChip("offered", "教育委員会", "西村", to_team="中学校へ"))
    assert '<b>教育委員会 <span class="nb">西村</span></b>' in html
    assert words(html).endswith("→ 中学校へ")


@pytest.mark.parametrize(
    ("source", "said"), [('"あと2開庁日" "soon"', "あと2開庁日"), ("face", "きょうまで"), ("nothing", "")]
)
def test_a_clock_takes_words_or_a_face_or_nothing(source: str, said: str) -> None:
    assert words(draw(f"{{% clock {source} %}}", face=ClockFace("きょうまで", "today"), nothing=None)) == said


def test_what_comes_from_people_is_escaped() -> None:
    bad = "<script>x</script>"
    html = draw(
        "{% ball_chip chip %}{% clock bad %}{% tag bad %}{% furigana bad %}{% masked bad bad %}{% reason 'know' bad %}{% panel bad %}{% endpanel %}",
        chip=BallChip("held", bad, bad, bad),
        bad=bad,
    )
    assert "<script" not in html


def test_furigana_is_real_ruby_with_a_way_for_old_readers() -> None:
    html = draw("{% furigana text %}", text="話[はな]したい")
    assert html == "<ruby>話<rp>(</rp><rt>はな</rt><rp>)</rp></ruby>したい"


def test_brackets_that_are_no_reading_stay() -> None:
    assert draw("{% furigana text %}", text="かな[かな] 漢字[A]") == "かな[かな] 漢字[A]"


def test_a_masked_field_has_one_width_a_reason_and_no_value() -> None:
    html = draw("{% facts known %}", known=[Fact("勤め先", "みなも製作所", url="/why", masked="支援措置のため。")])
    assert "みなも製作所" not in html
    assert "支援措置のため。" in html
    assert "見る必要があるとき" in html


@pytest.mark.parametrize(("level", "on", "said"), [(0, 0, "0 無い"), (2, 2, "2 無い"), (4, 4, "4 無い")])
def test_a_level_fills_as_many_cells(level: int, on: int, said: str) -> None:
    html = draw("{% level_meter level '無い' %}", level=level)
    assert html.count('class="on"') == on
    assert words(html) == said


def test_undecidable_is_not_zero() -> None:
    html = draw("{% level_meter level %}", level=None)
    assert 'class="unknown"' in html
    assert words(html) == "判定不能 U"


def test_a_reason_is_read_with_its_weight() -> None:
    assert words(draw("{% reason 'know' '段差がある。' %}")) == "△先に知っておくこと: 段差がある。"


def test_the_lone_seal_is_not_read() -> None:
    assert Reader(draw("{% ball_seal 'held' %}")).all("span")[0]["aria-hidden"] == "true"
