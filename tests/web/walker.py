"""Somebody who only reads pages: follows links by their words, sends forms by their button and labels, and knows no address.

Every page that was looked at is counted by its name, every deed by its door; a form that comes back with an error is an error here.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import resolve
from django.utils.http import urlencode

VOID = {"input"}
PARTS = {"li", "tr", "section", "fieldset", "details", "form", "nav", "main", "header"}  # in which one looks for a link
UNREAD = re.compile(r"<(head|svg|script)\b.*?</\1>|<!.*?>", re.DOTALL)  # nothing to press, and long
CONTROLS = {"input", "select", "textarea"}
KEPT = {*PARTS, *CONTROLS, "a", "button", "option", "label", "legend", "span", "div", "summary"}
TOKEN = re.compile(r"<(/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)>|([^<]+)")
ATTRIBUTE = re.compile(r'([-a-z]+)(?:="([^"]*)")?')


@dataclass
class Node:
    """An element; `children` are nodes and strings."""

    tag: str
    attrs: dict[str, str]
    parent: "Node | None" = None
    children: list["Node | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self._strings()).split())

    def _strings(self) -> list[str]:
        found: list[str] = []
        for child in self.children:
            found += child._strings() if isinstance(child, Node) else [child]
        return found

    def all(self, *tags: str) -> list["Node"]:
        found = [self] if self.tag in tags else []
        for child in self.children:
            found += child.all(*tags) if isinstance(child, Node) else []
        return found

    def above(self) -> list["Node"]:
        """From the parent up to the page."""
        return [self.parent, *self.parent.above()] if self.parent else []

    def has(self, name: str) -> bool:
        return name in self.attrs


Labels = dict[str, Node]


class _Browser(Client):
    """Without the copies of every template's words that Django's own client keeps for assertions."""

    def request(self, **request: Any) -> HttpResponse:
        answer = self.handler(self._base_environ(**request))
        self.cookies.update(answer.cookies)
        return answer


def read(words: str) -> Node:
    """The page as far as somebody presses, fills in or reads it; other elements are their words."""
    page = here = Node("page", {})
    for found in TOKEN.finditer(UNREAD.sub("", words)):
        closing, tag, attrs, said = found.groups()
        if said is not None:
            here.children.append(unescape(said))
        elif tag not in KEPT:
            here.children.append(" ")
        elif closing:
            there = next((node for node in [here, *here.above()] if node.tag == tag), None)
            here = there.parent if there is not None and there.parent is not None else here
        else:
            node = Node(tag, {name: unescape(value) for name, value in ATTRIBUTE.findall(attrs)}, here)
            here.children.append(node)
            here = here if tag in VOID else node
    return page


class Walker:
    """At a browser without pictures. `pages` and `deeds` count what was looked at and done; `passed` the redirects between."""

    def __init__(self, before_a_deed: Callable[[], object] = lambda: None) -> None:
        self.before_a_deed = before_a_deed
        self.client = _Browser(enforce_csrf_checks=True)
        self.pages: Counter[str] = Counter()
        self.deeds: Counter[str] = Counter()
        self.passed: Counter[str] = Counter()
        self.page = Node("page", {})
        self.at = ""

    # ------------------------------------------------------------ going

    def come(self) -> None:
        """The one address that is known by heart: the house's own."""
        self._open("/")

    def follow(self, words: str, *, within: str = "") -> None:
        self._open(self._only("a", words, within).attrs["href"])

    def send(self, button: str, said: dict[str, Any] | None = None, *, within: str = "") -> None:
        """Fill the form of that button by its labels and press it; what is not said stays as it is shown."""
        pressed = self._only("button", button, within)
        form = next(node for node in pressed.above() if node.tag == "form")
        values = filled(form, said or {})
        if pressed.attrs.get("name"):
            values[pressed.attrs["name"]] = [pressed.attrs.get("value", "")]
        action = form.attrs.get("action") or self.at
        if form.attrs.get("method", "get").lower() == "get":
            self._open(f"{action}?{urlencode(values, doseq=True)}")
            return
        self.before_a_deed()
        self.deeds[_name(action)] += 1
        answer = self.client.post(action, values)
        assert answer.status_code == 302, f"{button}: {answer.status_code} {_complaint(read(answer.content.decode()))}"
        self._open(answer.headers["Location"])

    def _open(self, address: str) -> None:
        address = address.partition("#")[0] or self.at
        address = f"{self.at.partition('?')[0]}{address}" if address.startswith("?") else address
        answer = self.client.get(address)
        while answer.status_code == 302:
            self.passed[_name(address)] += 1
            address = answer.headers["Location"]
            answer = self.client.get(address)
        assert answer.status_code == 200, f"{address}: {answer.status_code}"
        self.pages[_name(address)] += 1
        self.at, self.page = address, read(answer.content.decode())

    # ------------------------------------------------------------ reading

    @property
    def text(self) -> str:
        return self.page.text

    def sees(self, *words: str) -> None:
        for one in words:
            assert one in self.text, f"「{one}」 is not on {self.at}: {_main(self.page).text[:600]}"

    def offers(self, button: str, *, within: str = "") -> bool:
        return bool(self._found("button", button, within))

    def links(self, words: str, *, within: str = "") -> bool:
        return bool(self._found("a", words, within))

    def _only(self, tag: str, words: str, within: str) -> Node:
        found = self._found(tag, words, within)
        assert found, f"no {tag} 「{words}」 within 「{within}」 on {self.at}: {_main(self.page).text[:800]}"
        return found[0]

    def _found(self, tag: str, words: str, within: str) -> list[Node]:
        """Those with exactly these words; of several, in the smallest part of the page that says `within`."""
        nodes = [one for one in self.page.all(tag) if words in {one.text, one.attrs.get("aria-label", "")}]
        if not within:
            return nodes
        placed = [(part, one) for one in nodes if (part := _part_saying(one, within)) is not None]
        return [one for _part, one in sorted(placed, key=lambda pair: len(pair[0].text))]


# ---------------------------------------------------------------- forms


def filled(form: Node, said: dict[str, Any]) -> dict[str, list[str]]:
    """What a browser would send; raises when a label or an option is not there."""
    values: dict[str, list[str]] = {}
    rest = dict(said)
    labels = {one.attrs["for"]: one for one in form.all("label") if one.has("for")}
    for node in form.all(*CONTROLS):
        kind = node.attrs.get("type", "text") if node.tag == "input" else node.tag
        if not node.attrs.get("name") or kind in {"submit", "file"} or node.has("disabled"):
            continue
        key = next((key for key in rest if _is_called(labels, node, kind, key)), None)
        sent = _sent(node, kind, None if key is None else rest[key])
        if key is not None and kind not in {"radio", "checkbox"}:
            del rest[key]
        if sent is not None:
            values.setdefault(node.attrs["name"], []).append(sent)
    for key in [key for key in rest if _is_group(form, labels, key, rest[key])]:
        del rest[key]
    assert not rest, f"not in the form: {sorted(map(str, rest))} among {sorted(_own(one) for one in labels.values())}"
    return values


def _sent(node: Node, kind: str, wanted: Any) -> str | None:
    """None where nothing is sent."""
    if kind == "select":
        return _option(node, wanted)
    if kind in {"radio", "checkbox"}:
        chosen = node.has("checked") if wanted is None else wanted is True or _is_among(_words(node), wanted)
        return node.attrs.get("value", "on") if chosen else None
    if kind == "textarea":
        return str(wanted) if wanted is not None else "".join(str(one) for one in node.children).strip()
    return str(wanted) if wanted is not None else node.attrs.get("value", "")


def _option(node: Node, wanted: Any) -> str | None:
    options = node.all("option")
    if wanted is None:
        chosen = next((one for one in options if one.has("selected")), options[0] if options else None)
        return chosen.attrs.get("value", chosen.text) if chosen else None
    for one in options:
        if one.text == wanted or (str(wanted).endswith("…") and one.text.startswith(str(wanted)[:-1])):
            return one.attrs.get("value", one.text)
    raise AssertionError(f"no 「{wanted}」 among {[one.text for one in options]}")


def _is_called(labels: Labels, node: Node, kind: str, key: Any) -> bool:
    """By its label; with a pair, by the legend around it and its label."""
    part, label = key if isinstance(key, tuple) else ("", key)
    legends = [_own(one.all("legend")[0]) for one in node.above() if one.tag == "fieldset" and one.all("legend")]
    if part and part not in legends:
        return False
    if kind in {"radio", "checkbox"} and label in legends:
        return True
    return _label(labels, node) == label


def _is_group(form: Node, labels: Labels, key: Any, wanted: Any) -> bool:
    """Every word that was to be marked stands in the form."""
    boxes = [one for one in form.all("input") if one.attrs.get("type") in {"radio", "checkbox"}]
    named = [one for one in boxes if _is_called(labels, one, one.attrs["type"], key)]
    there = [_words(one) for one in named]
    return bool(named) and (
        wanted is True or all(any(_is_among(one, word) for one in there) for word in _listed(wanted))
    )


def _label(labels: Labels, node: Node) -> str:
    wrapped = next((one for one in node.above() if one.tag == "label"), None)
    own = labels.get(node.attrs.get("id", ""), wrapped)
    return _own(own) if own else node.attrs.get("aria-label", "")


def _words(node: Node) -> str:
    """What stands beside a box: its label is around it."""
    label = next((one for one in node.above() if one.tag == "label"), None)
    return label.text if label else ""


def _own(label: Node) -> str:
    """Without the note that it may stay empty."""
    free = " ".join(one.text for one in label.all("span") if "field__free" in one.attrs.get("class", ""))
    return label.text.removesuffix(free).strip() if free else label.text


def _is_among(words: str, wanted: Any) -> bool:
    """「佐藤さん世帯…」 is what begins so."""
    return any(words == one or (one.endswith("…") and words.startswith(one[:-1])) for one in _listed(wanted))


def _listed(wanted: Any) -> list[str]:
    return list(wanted) if isinstance(wanted, list | tuple) else [str(wanted)]


# ---------------------------------------------------------------- words about pages


def _part_saying(node: Node, words: str) -> Node | None:
    return next((one for one in node.above() if one.tag in PARTS and words in one.text), None)


def _name(address: str) -> str:
    return resolve(address.partition("?")[0].partition("#")[0]).view_name


def _main(page: Node) -> Node:
    return next(iter(page.all("main")), page)


def _complaint(page: Node) -> str:
    said = [one.text for one in page.all("div", "p", "section") if "bad" in one.attrs.get("class", "")]
    return " ".join(said)[:400] or _main(page).text[:600]
