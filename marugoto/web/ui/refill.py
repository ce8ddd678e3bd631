"""Put what somebody had written back into a form of a page that is about to be shown: on the server, so that it needs no script."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

from django.http import HttpResponse

Attrs = list[tuple[str, str | None]]
CHOSEN = {"checkbox", "radio"}
NOT_WRITTEN = {"hidden", "file", "submit", "button", "image", "reset", "password"}


@dataclass
class Control:
    """A field as it stands in the page: where its tag begins and ends, and, with words inside, where these end."""

    tag: str
    attrs: Attrs
    begins: int
    ends: int
    closes: int = 0
    name: str = ""

    @property
    def kind(self) -> str:
        return (dict(self.attrs).get("type") or "text") if self.tag == "input" else self.tag

    @property
    def value(self) -> str:
        return dict(self.attrs).get("value") or ("on" if self.kind in CHOSEN else "")


@dataclass
class Form:
    action: str
    begins: int
    ends: int
    attrs: Attrs
    controls: list[Control] = field(default_factory=list)


class _Reader(HTMLParser):
    """The forms of a page, with their fields, by their places in the text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.forms: list[Form] = []
        self._here: Form | None = None
        self._chooser = ""
        self._lines = [0]
        for line in page.split("\n"):  # the parser counts these alone, and no other sign that ends a line somewhere
            self._lines.append(self._lines[-1] + len(line) + 1)
        self.feed(page)

    def _place(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: Attrs) -> None:
        begins = self._place()
        ends = begins + len(self.get_starttag_text() or "")
        said = dict(attrs)
        if tag == "form":
            self._here = Form(said.get("action") or "", begins, ends, attrs)
            self.forms.append(self._here)
        elif self._here is not None and tag in {"input", "textarea", "select", "option"}:
            name = self._chooser if tag == "option" else said.get("name") or ""
            self._chooser = name if tag == "select" else self._chooser
            self._here.controls.append(Control(tag, attrs, begins, ends, name=name))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._here = None
        elif tag == "textarea" and self._here is not None:
            self._here.controls[-1].closes = self._place()


def refilled(page: str, action: str, written: Sequence[tuple[str, str]]) -> tuple[str, list[str]] | None:
    """The page with its form as it was written, and the values that have no place in it; None where there is no such form."""
    names = {name for name, _value in written}
    forms = [form for form in _Reader(page).forms if form.action == action]
    if not forms:
        return None
    form = max(forms, key=lambda one: len(names & {control.name for control in one.controls}))
    rest: dict[str, list[str]] = {}
    for name, value in written:
        rest.setdefault(name, []).append(value)
    edits = [(form.begins, form.ends, _tag("form", [*form.attrs, ("data-written", None)]))]
    for control in form.controls:
        edits += _edits(control, rest)
    for begins, ends, new in sorted(edits, reverse=True):
        page = page[:begins] + new + page[ends:]
    return page, [value for values in rest.values() for value in values]


def _edits(control: Control, rest: dict[str, list[str]]) -> list[tuple[int, int, str]]:
    waiting = rest.get(control.name, [])
    if control.kind in CHOSEN or control.tag == "option":
        mark, there = ("selected" if control.tag == "option" else "checked"), control.value in waiting
        if there:
            waiting.remove(control.value)
        attrs = [*_without(control.attrs, mark), *([(mark, None)] if there else [])]
        return [(control.begins, control.ends, _tag(control.tag, attrs))]
    if control.kind in NOT_WRITTEN:
        rest.pop(control.name, None)
        return []
    if control.tag == "select":
        return []
    said = waiting.pop(0) if waiting else ""
    if control.tag == "textarea":
        return [(control.ends, control.closes, "\n" + escape(said))]
    return [(control.begins, control.ends, _tag("input", [*_without(control.attrs, "value"), ("value", said)]))]


def _without(attrs: Attrs, name: str) -> Attrs:
    return [one for one in attrs if one[0] != name]


def _tag(tag: str, attrs: Attrs) -> str:
    said = "".join(f" {name}" if value is None else f' {name}="{escape(value)}"' for name, value in attrs)
    return f"<{tag}{said}>"


FORMS = re.compile(rb"<form [^>]*data-draft[^>]*>")
WAY_OUT = b'form="leave"'


def with_way_out(answer: HttpResponse) -> HttpResponse:
    """The button that leaves the screen takes along the page's form, without a script too: one in which words are written first."""
    page = answer.content
    if WAY_OUT not in page:
        return answer
    forms = list(FORMS.finditer(page))
    chosen = next((one for one in forms if b"<textarea" in page[one.end() : page.find(b"</form>", one.end())]), None)
    form = chosen or next(iter(forms), None)
    if form is None:
        return answer
    said = re.search(rb'action="([^"]*)"', form[0])
    way = b'form="written" formnovalidate name="of" value="' + (said[1] if said else b"") + b'"'
    answer.content = page[: form.end() - 1].replace(WAY_OUT, way, 1) + b' id="written">' + page[form.end() :]
    return answer
