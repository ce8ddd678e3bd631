"""Addresses of pages that end in ids: how such an address looks is found once, for a list writes a hundred of them."""

from functools import lru_cache
from itertools import chain
from uuid import UUID

from django.template import defaulttags
from django.template.base import Parser, Token
from django.template.context import Context
from django.template.defaulttags import URLNode
from django.urls import get_script_prefix, get_urlconf, reverse

LONGEST, KEPT = 3, 1_024
STAND_INS = [UUID(int=place + 1) for place in range(LONGEST)]


def address(name: str, *ids: UUID) -> str:
    """As `reverse`, for a page whose places are all ids."""
    if not 0 < len(ids) <= LONGEST or not all(isinstance(one, UUID) for one in ids):
        return reverse(name, args=ids)
    between = _between(name, len(ids), get_script_prefix(), get_urlconf())
    return "".join(chain.from_iterable(zip(between, [*map(str, ids), ""], strict=True)))


@lru_cache(maxsize=KEPT)
def _between(name: str, count: int, prefix: str, urls: str | None) -> list[str]:
    """What stands before, between and after the ids."""
    rest, found = reverse(name, urlconf=urls, args=STAND_INS[:count]), []
    for one in STAND_INS[:count]:
        before, rest = rest.split(str(one))
        found.append(before)
    return [*found, rest]


class Address(URLNode):
    """The tag `url`, quick for the pages that end in ids."""

    def render(self, context: Context) -> str:
        ids = [one.resolve(context) for one in self.args]
        if self.kwargs or not ids or not all(isinstance(one, UUID) for one in ids):
            return str(super().render(context))
        found = address(self.view_name.resolve(context), *ids)
        if self.asvar:
            context[self.asvar] = found
            return ""
        return found


def url(parser: Parser, token: Token) -> Address:
    plain = defaulttags.url(parser, token)
    return Address(plain.view_name, plain.args, plain.kwargs, plain.asvar)
