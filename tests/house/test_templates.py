"""Templates are calm: no inline style or script, no handler in an attribute (STYLE 13); the content security policy refuses them."""

import re

import pytest

from tests.house.tree import python_files, templates, text_of

INLINE = re.compile(
    r"<style\b|<script\b(?![^>]*\bsrc=)(?![^>]*type=\"(?:application/json|importmap)\")|\sstyle=[\"']|\son[a-z]+=[\"']|javascript:",
    re.I,
)
TRANSLATED = re.compile(
    r"{%\s*blocktrans.*?{%\s*endblocktrans\w*\s*%}|{%\s*comment.*?endcomment\s*%}|{#.*?#}|{%.*?%}|{{.*?}}|<!--.*?-->",
    re.S,
)
SPECIMENS = {"gallery"}  # the design system's own page shows invented sentences as specimens
JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠々][ぁ-んァ-ヶ一-龠々ー、。]*")


def inline(text: str) -> list[str]:
    return [match.group(0).strip() for match in INLINE.finditer(text)]


def unwrapped(text: str) -> list[str]:
    """Visible Japanese words that no catalogue could ever translate."""
    return JAPANESE.findall(TRANSLATED.sub("", text))


def test_no_template_has_inline_style_or_script() -> None:
    assert {path: found for path in templates() if (found := inline(text_of(path)))} == {}


def test_no_page_made_in_python_has_inline_style_or_script() -> None:
    ours = [path for path in python_files() if path.parts[0] == "marugoto"]
    found = {
        path: [one for one in inline(text_of(path)) if one != "javascript:"] for path in ours
    }  # a rule may refuse it
    assert {path: said for path, said in found.items() if said} == {}


@pytest.mark.parametrize(
    "text",
    [
        '<p style="color:red">',
        "<style>p{}</style>",
        "<script>go()</script>",
        '<a onclick="go()">',
        '<a href="javascript:go()">',
    ],
)
def test_inline_style_and_script_are_caught(text: str) -> None:
    assert inline(text)


@pytest.mark.parametrize(
    "text", ['<script src="a.js" type="module"></script>', "<p class=style>", "{% if person.style %}"]
)
def test_what_is_allowed_is_not_caught(text: str) -> None:
    assert inline(text) == []


def test_every_visible_word_is_wrapped() -> None:
    bare = {
        path: found[:5] for path in templates() if path.stem not in SPECIMENS and (found := unwrapped(text_of(path)))
    }
    assert bare == {}


@pytest.mark.parametrize("text", ["<p>渡す</p>", '<a aria-label="閉じる">', "{% if a %}渡す{% endif %}"])
def test_a_bare_word_is_caught(text: str) -> None:
    assert unwrapped(text)


@pytest.mark.parametrize(
    "text",
    [
        '{% translate "渡す" %}',
        "{% blocktranslate %}{{ n }}件{% endblocktranslate %}",
        "{# 見出し #}",
        "{{ a|default:_('なし') }}",
    ],
)
def test_a_wrapped_word_is_not_caught(text: str) -> None:
    assert unwrapped(text) == []


@pytest.mark.parametrize("frame", ["ui/base.html", "ui/porch_base.html"])
def test_a_frame_takes_no_name_from_the_page_in_it(frame: str) -> None:
    """What a frame sets before the page is drawn hides a word of the page that has the same name: it is called frame_…"""
    [path] = [path for path in templates() if path.as_posix().endswith(frame)]
    taken = set(re.findall(r" (?:as|asvar) (\w+)(?: trimmed)? %}", text_of(path)))
    assert taken
    assert {name for name in taken if not name.startswith("frame_")} == set()
