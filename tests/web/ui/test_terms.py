"""The house's own words are explained where one stands, once on each page of a worker."""

import pytest

from marugoto.web.ui.parts import Frame
from marugoto.web.ui.templatetags.terms import TERMS
from tests.house.tree import TOP
from tests.web.ui.drawn import Reader, draw

FOOT = "{% include 'ui/parts/terms.html' %}"


def test_each_word_is_a_button_that_opens_its_meaning() -> None:
    page = Reader(draw(FOOT))
    assert [attrs["popovertarget"] for attrs in page.all("button")] == [f"term-{one.code}" for one in TERMS]
    assert page.ids() == [f"term-{one.code}" for one in TERMS]
    assert {attrs["type"] for attrs in page.all("button")} == {"button"}  # it sends no form
    for one in TERMS:
        assert f"「{one.word}」とは" in page.words
        assert str(one.says) in page.words


@pytest.mark.parametrize("frame", [Frame("みなも市", "田中 美咲", "相談支援員"), None], ids=["worker", "nobody"])
def test_the_foot_of_a_worker_s_page_has_them_and_no_other(frame: Frame | None) -> None:
    html = draw("{% include 'ui/base.html' %}", frame=frame)
    assert html.count('id="term-ball"') == (1 if frame else 0)


def test_a_guest_reads_beside_the_hat_what_a_hat_is() -> None:
    html = draw(
        "{% include 'ui/base.html' %}", frame=Frame("みなも市", "田中 美咲", "相談支援員", guest="いまは汐見市です。")
    )
    assert 'popovertarget="term-hat"' in html.split("いまは汐見市です。")[1].split("</div>")[0]


def test_every_word_is_one_of_the_glossary() -> None:
    glossary = (TOP / "GLOSSARY.md").read_text(encoding="utf-8")
    assert [one.word for one in TERMS if str(one.word) not in glossary] == []
