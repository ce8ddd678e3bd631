"""The picture of the household: kept ties and persons turned into what the genogram draws."""

from dataclasses import dataclass

from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries.case import CasePage
from marugoto.people.queries.household import HouseholdPage


@dataclass(frozen=True)
class Drawing:
    """`svg` is safe markup of our own; `sentences` say the same in words."""

    svg: str
    sentences: list[str]


def drawn(viewer: Viewer, home: HouseholdPage, case: CasePage) -> Drawing | None:
    """None where nobody is visible."""
    return None
