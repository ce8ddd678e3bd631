"""The picture of the household: what is kept of persons and ties, drawn by the server; never a separate drawing."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marugoto.casework.queries.case import CasePage
from marugoto.people.queries.genogram import as_family
from marugoto.people.queries.home import Home
from marugoto.people.rules.genogram import Notation, describe, draw, lay_out

NOTATIONS = {Notation.WELFARE: gettext_lazy("福祉の書き方"), Notation.MEDICAL: gettext_lazy("医療の書き方")}


@dataclass(frozen=True)
class Drawing:
    """`svg` escapes every name itself; `sentences` say the same in words."""

    svg: SafeString
    sentences: list[str]


def drawn(home: Home, case: CasePage, notation: Notation = Notation.WELFARE) -> Drawing:
    """Square numbers tie a person to the first of his needs on the left."""
    return pictured(home, {line.person: line.number for line in reversed(case.needs) if line.person}, notation)


def read_notation(text: str) -> Notation:
    """As it is chosen on a page; the one used in welfare where nothing, or nonsense, is."""
    return Notation(text) if text in set(Notation) else Notation.WELFARE


def pictured(home: Home, numbers: Mapping[UUID, int], notation: Notation = Notation.WELFARE) -> Drawing:
    family = as_family(home.figures, numbers)
    laid = lay_out(family.figures, family.unions, family.descents, family.feelings)
    title = _("%(name)sの家族図") % {"name": home.page.name}
    svg = draw(laid, notation=notation, title=title)
    return Drawing(
        svg=mark_safe(svg),  # noqa: S308 — our own drawing, every word in it escaped by rules.drawing
        sentences=describe(family.figures, family.unions, family.descents, family.feelings),
    )
