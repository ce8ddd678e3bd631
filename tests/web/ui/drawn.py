"""Draw a piece of template, and read what came out."""

import re
from html.parser import HTMLParser
from typing import Any

from django.template import Context, Template


def draw(source: str, **values: Any) -> str:
    return Template("{% load ui %}" + source).render(Context(values))


class Reader(HTMLParser):
    """Tags with their attributes, and the words between them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]

    def ids(self) -> list[str]:
        return [str(attrs["id"]) for _tag, attrs in self.tags if "id" in attrs]


def words(html: str) -> str:
    return re.sub(r"\s+", " ", Reader(html).words).strip()
