"""A page names only looks that exist: every class of a template stands in the stylesheet."""

import re
from pathlib import Path

import pytest

from marugoto.web.ui import build

WEB = Path(build.__file__).resolve().parents[1]
TEMPLATES = sorted(path for path in WEB.rglob("templates/**/*.html") if path.is_file())
KNOWN = set(re.findall(r"\.(-?[a-z][a-z0-9_-]*)", build.built()))
TAG = re.compile(r"{%.*?%}|{{.*?}}", re.S)
GROWN = re.compile(r"\S*\x00\S*")  # a name that is completed by a value


def names(template: str) -> set[str]:
    plain = [
        TAG.sub(lambda tag: " " if tag.group().startswith("{%") else "\x00", found)
        for found in re.findall(r'class="([^"]*)"', _safe(template))
    ]
    return {name for found in plain for name in GROWN.sub(" ", found).split()}


def _safe(template: str) -> str:
    """Quotes within template tags would end the attribute too early."""
    return TAG.sub(lambda tag: tag.group().replace('"', "'"), template)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(WEB)))
def test_every_class_is_in_the_stylesheet(path: Path) -> None:
    assert names(path.read_text(encoding="utf-8")) - KNOWN == set()


def test_an_unknown_look_is_caught() -> None:
    html = '<p class="note{% if a == "b" %} not-drawn{% endif %} tag--{{ tone }}"></p>'
    assert names(html) == {"note", "not-drawn"}
    assert "not-drawn" not in KNOWN
