"""A form within a paragraph ends it for the browser: its button then stands alone, wherever the page's grid puts it."""

import re
from pathlib import Path

import pytest

from marugoto.web.ui import build

WEB = Path(build.__file__).resolve().parents[1]
TEMPLATES = sorted(path for path in WEB.rglob("templates/**/*.html") if path.is_file())
PARAGRAPH = re.compile(r"<p\b[^>]*>((?:(?!</p>).)*)", re.S)
FORM = re.compile(r"{% act_(?:button|form)\b|<form\b")


def torn(template: str) -> list[str]:
    return [found for found in PARAGRAPH.findall(template) if FORM.search(found)]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(WEB)))
def test_no_form_stands_in_a_paragraph(path: Path) -> None:
    assert torn(path.read_text(encoding="utf-8")) == []


def test_one_that_does_is_caught() -> None:
    assert torn('<p class="note">訪問の前に {% act_button _("外す") url %}</p>') != []
    assert torn('<p>訪問の前に</p>{% act_button _("外す") url %}') == []
