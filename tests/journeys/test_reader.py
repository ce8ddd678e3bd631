"""The judge of pages finds what is wrong: a look that was not met before, wherever it stands, and nothing twice in vain."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.house.tree import TOP
from tests.journeys.reader import Reader

pytestmark = [pytest.mark.journey]
PLAIN = "<html lang='ja'><head><title>頁</title></head><body><main><h1>頁</h1>{}</main></body></html>"
PALE = "<p style='color:#ccc;background:#fff'>うすい字</p>"
DARK = "<p style='color:#111;background:#fff'>こい字</p>"
BY_PLACE = re.compile(r":(?:nth|first|last|only|empty)[a-z-]*|:has\((?!:checked)")


@pytest.fixture
def reader(browser: Browser) -> Iterator[Reader]:
    page = browser.new_page()
    yield Reader(page, "")
    page.close()


def judged(reader: Reader, inside: str) -> list[str]:
    reader.page.set_content(PLAIN.format(inside))
    before = len(reader.faults)
    reader.judge("full", "/")
    return reader.faults[before:]


def test_pale_words_are_found_among_a_hundred_that_were_judged(reader: Reader) -> None:
    assert judged(reader, DARK * 100) == []
    assert len(judged(reader, DARK * 50 + PALE + DARK * 50)) == 1
    assert "color-contrast" in reader.faults[0]


def test_the_same_words_on_another_ground_are_another_look(reader: Reader) -> None:
    words = "<p style='color:#767676'>灰いろの字</p>"
    assert judged(reader, f"<div style='background:#fff'>{words}</div>") == []
    assert len(judged(reader, f"<div style='background:#999'>{words}</div>")) == 1


def test_what_was_folded_is_judged_when_it_is_open(reader: Reader) -> None:
    assert judged(reader, f"<details><summary>ひらく</summary>{PALE}</details>") == []
    assert len(judged(reader, f"<details open><summary>ひらく</summary>{PALE}</details>")) == 1


def test_all_but_contrast_is_looked_for_on_every_page(reader: Reader) -> None:
    for _ in range(2):
        assert len(judged(reader, f"{DARK}<input type='text'>")) == 1
    assert "label" in reader.faults[1]


def test_no_colour_hangs_on_the_place_among_others() -> None:
    """Else two elements of one look could have two colours, and only the first would be judged."""
    sheets = (TOP / "marugoto/web/ui/static/ui/ui.css").read_text(encoding="utf-8")
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", sheets, flags=re.DOTALL))
    coloured = [rule for rule, said in rules if re.search(r"(^|;|\s)(color|background(-color)?|opacity)\s*:", said)]
    assert len(coloured) > 50
    assert [rule.strip() for rule in coloured if BY_PLACE.search(rule)] == []
