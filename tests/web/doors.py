"""Every door of the house, read from the urlconf: its name, its address for the story, its kind and its audience."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from marugoto.agencies.codes import Role
from tests.story import Story

ROOMS = {"shell", "desk", "meeting", "town", "office", "pref"}
# Values of a path that are no id of the story.
WORDS = {
    "kind": "criteria",
    "code": "F2.2",
    "indicator": "I06",
    "part": "what",
    "promised": "not_listed",
    "paper": "half-year",
}
# Where one word means different things: the story's noun for the parameter of that route.
NOUNS = {
    ("desk:case_new", "consultation"): "fresh_consultation",
    ("desk:case_begin", "consultation"): "fresh_consultation",
}


@dataclass(frozen=True)
class Door:
    """`kind`: see, act, or plain (a page before anybody's right is known)."""

    name: str
    kind: str
    audience: tuple[Role, ...]
    places: tuple[str, ...]

    def address(self, story: Story) -> str:
        return reverse(self.name, kwargs={place: self._value(place, story) for place in self.places})

    def _value(self, place: str, story: Story) -> Any:
        return WORDS.get(place) or getattr(story, NOUNS.get((self.name, place), place))


def doors() -> list[Door]:
    return sorted(_walk(get_resolver().url_patterns, ""), key=lambda door: door.name)


def names(urlconf: str) -> set[str]:
    """Every name of an urlconf, with its room, whether or not a room of ours."""
    return set(_names(get_resolver(urlconf).url_patterns, ""))


def _names(patterns: list[Any], room: str) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _names(pattern.url_patterns, f"{pattern.namespace}:" if pattern.namespace else room)
        elif pattern.name:
            yield f"{room}{pattern.name}"


def _walk(patterns: list[Any], room: str) -> Iterator[Door]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, pattern.namespace or room)
        elif isinstance(pattern, URLPattern) and pattern.name and room in ROOMS:
            view = pattern.callback
            places = tuple(pattern.pattern.converters)
            yield Door(f"{room}:{pattern.name}", getattr(view, "door", "plain"), getattr(view, "audience", ()), places)
