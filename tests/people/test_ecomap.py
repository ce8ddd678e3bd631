"""つながりの図: everybody around stands in it once, its words say the same, and nothing of it runs outside."""

import itertools
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marugoto.people.rules.ecomap import (
    AS_SAID,
    BOX,
    MARGIN,
    STRENGTHS,
    TEXT,
    Around,
    Side,
    Tie,
    describe,
    draw,
    tie_of,
    widest,
)

SVG = "{http://www.w3.org/2000/svg}"
DESK = Around("みなも市 相談支援係", Side.OFFICE, Tie.STRONG, ("まとめ役",), own=True)
TAX = Around("納税課 収納係", Side.OFFICE, Tie.WEAK)
GARDEN = Around("こもれび園芸クラブ", Side.PLACE, Tie.PLANNED)
STUCK = Around("保健センター", Side.OFFICE, Tie.TENSE, ("困っている",))

boxes = st.lists(
    st.builds(
        Around,
        name=st.text(min_size=1, max_size=60),
        side=st.sampled_from(Side),
        tie=st.sampled_from(Tie),
        notes=st.lists(st.text(max_size=40), max_size=3).map(tuple),
        own=st.booleans(),
    ),
    max_size=12,
)


def tree(*around: Around) -> ET.Element:
    return ET.fromstring(draw("佐藤さん世帯", around, title="まわり"))  # noqa: S314 — our own drawing


def groups(*around: Around) -> list[ET.Element]:
    return [one for one in tree(*around).iter(f"{SVG}g") if one.get("class") == "eco-around"]


def classes(*around: Around) -> list[str]:
    return [element.get("class", "") for element in tree(*around).iter()]


@pytest.mark.parametrize(
    ("met", "stuck", "planned", "tie"),
    [
        (0, False, False, Tie.WEAK),
        (1, False, False, Tie.ORDINARY),
        (2, False, False, Tie.ORDINARY),
        (3, False, False, Tie.STRONG),
        (9, True, False, Tie.TENSE),
        (0, False, True, Tie.PLANNED),
        (1, False, True, Tie.ORDINARY),
    ],
)
def test_how_strong_a_tie_is_follows_from_the_record(met: int, stuck: bool, planned: bool, tie: Tie) -> None:
    assert tie_of(met, stuck=stuck, planned=planned) is tie


def test_each_tie_has_a_line_of_its_own_also_in_grey() -> None:
    found = classes(DESK, TAX, GARDEN, STUCK)
    for tie in (Tie.STRONG, Tie.WEAK, Tie.PLANNED, Tie.TENSE):
        assert f"eco-tie eco-tie--{tie}" in found
    lines = {one.get("class"): one for one in tree(DESK, TAX, GARDEN, STUCK).iter(f"{SVG}path")}
    looks = {(one.get("stroke-width"), one.get("stroke-dasharray"), len(one.get("d", ""))) for one in lines.values()}
    assert len(looks) == len(lines)


def test_only_what_was_done_has_an_arrow() -> None:
    assert classes(DESK).count("eco-arrow") == 2  # the tie's, and the one in the legend
    assert "eco-arrow" not in classes(TAX, GARDEN)


def test_ones_own_team_comes_first_and_has_a_heavy_edge() -> None:
    assert describe("佐藤さん世帯", [TAX, DESK])[0] == "みなも市 相談支援係(あなたの係): つながりが強い。まとめ役。"
    assert "eco-box eco-box--own" in classes(TAX, DESK)
    assert "eco-box eco-box--own" not in classes(TAX)


def test_the_measure_stands_on_the_picture_as_ours() -> None:
    words = [text.text for text in tree(TAX).iter(f"{SVG}text")]
    assert STRENGTHS in words
    assert "まるごとの案" in STRENGTHS


def test_who_is_close_by_stands_above_the_places_without_an_arrow_and_by_what_is_said() -> None:
    aunt = Around("隣の鈴木さん", Side.PERSON, Tie.STRONG, ("近所の人",))
    assert "eco-arrow" not in classes(aunt)
    boxes = {one.find(f"{SVG}text").text: int(one.find(f"{SVG}rect").get("y", 0)) for one in groups(aunt, GARDEN)}
    assert boxes["隣の鈴木さん"] < boxes["こもれび園芸クラブ"]
    said = [text.text for text in tree(aunt, GARDEN).iter(f"{SVG}text")]
    assert AS_SAID in said
    assert "まだ、聞いていません" not in said
    alone = [text.text for text in tree(GARDEN).iter(f"{SVG}text")]
    assert AS_SAID not in alone
    assert "まだ、聞いていません" in alone


def test_nobody_around_is_said() -> None:
    assert describe("佐藤さん世帯", []) == ["佐藤さん世帯のまわりには、まだだれも書かれていません。"]
    words = [text.text for text in tree().iter(f"{SVG}text")]
    assert "まだ、だれもいません" in words
    assert "まだ、ありません" in words


def test_markup_is_shown_as_characters() -> None:
    drawn = draw("<b>", [Around("<script>", Side.PLACE, Tie.WEAK)], title="&")
    assert "<script>" not in drawn
    assert "<b>" not in drawn


@given(boxes)
def test_everybody_stands_in_it_once_and_nothing_runs_outside(around: list[Around]) -> None:
    drawn = tree(*around)
    wide, high = (int(size) for size in re.findall(r"\d+", drawn.get("viewBox", ""))[2:])
    assert [one.get("class") for one in drawn.iter(f"{SVG}g")].count("eco-around") == len(around)
    assert len(describe("佐藤さん世帯", around)) == max(1, len(around))
    frames = [one for one in drawn.iter(f"{SVG}rect") if one.get("width") == str(BOX)]
    spans = sorted((int(one.get("x", 0)), int(one.get("y", 0)), int(one.get("height", 0))) for one in frames)
    assert all(MARGIN <= x <= wide - BOX - MARGIN and y + height <= high for x, y, height in spans)
    assert all(x != other or y + height <= below for (x, y, height), (other, below, _) in itertools.pairwise(spans))
    assert widest(around) <= TEXT


@given(boxes)
def test_the_same_record_gives_the_same_picture_in_whatever_order_it_is_told(around: list[Around]) -> None:
    told = draw("佐藤さん世帯", around, title="まわり")
    assert told == draw("佐藤さん世帯", reversed(around), title="まわり")
