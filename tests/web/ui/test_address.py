"""Addresses of pages that end in ids, found the quick way, are those that Django finds."""

from uuid import UUID, uuid4

import pytest
from django.template import Context, Template
from django.test.utils import override_script_prefix
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from marugoto.web.ui.address import LONGEST, address


def pages() -> list[tuple[str, int]]:
    """Every named page whose places are all ids, and how many it has."""
    found = []

    def walk(patterns: list[URLPattern | URLResolver], room: str) -> None:
        for one in patterns:
            if isinstance(one, URLResolver):
                walk(one.url_patterns, f"{room}{one.namespace}:" if one.namespace else room)
            elif one.name:
                kinds = [type(kind).__name__ for kind in one.pattern.converters.values()]
                if kinds and set(kinds) == {"UUIDConverter"}:
                    found.append((f"{room}{one.name}", len(kinds)))

    walk(get_resolver().url_patterns, "")
    return found


def test_every_address_is_the_one_of_django() -> None:
    assert len(pages()) > 50
    for name, count in pages():
        assert count <= LONGEST
        ids = [uuid4() for _ in range(count)]
        for _ in range(2):
            assert address(name, *ids) == reverse(name, args=ids)
            with override_script_prefix("/under/"):
                assert address(name, *ids) == reverse(name, args=ids)


@pytest.mark.parametrize("asked", ['"desk:ball" one', '"desk:ball" ball=one', '"desk:tower"', '"desk:ball" words'])
def test_the_tag_says_what_the_tag_of_django_says(asked: str) -> None:
    values = Context({"one": UUID(int=7), "words": str(UUID(int=8))})
    for source in (f"{{% url {asked} %}}", f"{{% url {asked} as said %}}<{{{{ said }}}}>"):
        assert Template("{% load ui %}" + source).render(values) == Template(source).render(values)
