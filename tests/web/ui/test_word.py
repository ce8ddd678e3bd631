"""The tag that speaks the reader's word: the house's beside it on first sight, under the pointer after that, alone on paper."""

import re
from pathlib import Path

import pytest

import marugoto.web
from marugoto.agencies.codes import ConceptCode
from marugoto.agencies.labels import CONCEPTS
from marugoto.web.ui.parts import Frame
from tests.web.ui.drawn import draw

TAG = '{% word "plan" "プラン" %}'
USED = re.compile(r'{% word "(\w+)" _\("([^"]+)"\)')
ROOT = Path(marugoto.web.__file__).parent


def frame(**words: str) -> Frame:
    return Frame("みなも市", "田中 美咲", "相談支援員", words=words)


@pytest.mark.parametrize("values", [{}, {"frame": None}, {"frame": frame()}, {"frame": frame(need="ニーズ")}])
def test_whoever_has_no_word_of_his_own_reads_the_house_s(values: dict[str, object]) -> None:
    assert draw(TAG, **values) == "プラン"


def test_the_reader_s_word_comes_first_with_the_house_s_beside_it_once() -> None:
    html = draw(TAG + "|" + TAG, frame=frame(plan="支援計画"))
    first, second = html.split("|")
    assert '<span class="word__own">支援計画<small>（プラン）</small></span>' in first
    assert '<span class="word__own" title="まちのことばでは「プラン」">支援計画</span>' in second
    assert html.count('<span class="word__house">プラン</span>') == 2  # what paper shows


def test_a_word_of_a_division_is_words_and_never_markup() -> None:
    assert "<b>" not in draw(TAG, frame=frame(plan="<b>計画</b>"))


def test_it_can_be_handed_to_a_panel_and_a_button() -> None:
    source = '{% word "plan" "プラン" as said %}{% panel said %}{% button said %}{% endpanel %}'
    html = draw(source, frame=frame(plan="支援計画"))
    assert "&lt;span" not in html
    assert html.count("word__own") == 2


def test_templates_say_each_concept_of_the_list_by_the_word_of_the_house() -> None:
    used = {found for path in ROOT.rglob("*.html") for found in USED.findall(path.read_text())}
    assert {code for code, _house in used} == set(ConceptCode)
    assert {(code, house) for code, house in used if CONCEPTS[ConceptCode(code)] != house} == set()


def test_on_paper_the_house_s_word_stands_alone() -> None:
    css = (ROOT / "ui/static/ui/ui.css").read_text()
    screen, _at, paper = css.partition("@media print")
    assert ".printonly, .word__house { display: none; }" in screen
    assert ".word__own" in paper.partition("display: none !important")[0]
    assert ".word__house { display: inline; }" in paper
