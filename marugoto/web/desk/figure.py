"""The picture of the household: what is kept of persons and ties, drawn by the server; never a separate drawing."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from marugoto.casework.queries.case import CasePage
from marugoto.people.queries.genogram import as_family
from marugoto.people.queries.home import Home
from marugoto.people.rules.genogram import Notation, describe, draw, lay_out


@dataclass(frozen=True)
class Drawing:
    """`svg` escapes every name itself; `sentences` say the same in words."""

    svg: SafeString
    sentences: list[str]


def drawn(home: Home, case: CasePage) -> Drawing:
    """Square numbers tie a person to the first of his needs on the left."""
    return pictured(home, {line.person: line.number for line in reversed(case.needs) if line.person})


def pictured(home: Home, numbers: Mapping[UUID, int]) -> Drawing:
    family = as_family(home.figures, numbers)
    laid = lay_out(family.figures, family.unions, family.descents)
    title = _("%(name)sの家族図") % {"name": home.page.name}
    svg = draw(laid, notation=Notation.WELFARE, title=title)
    return Drawing(
        svg=mark_safe(svg),  # noqa: S308 — our own drawing, every word in it escaped by rules.drawing
        sentences=describe(family.figures, family.unions, family.descents),
    )
