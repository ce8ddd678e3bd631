"""Choosing a household among hundreds: found by a name, a reading, a telephone or a number, and told apart by who lives there."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries import case as cases
from marugoto.kernel.decision import Refused
from marugoto.people.queries import household as households
from marugoto.people.queries.person import search

MOST = 20
NAMED = 3  # members said by name; the others are counted
NUMBER = re.compile(r"[A-Z]\d+-\d*")  # of a case: R8-0052, or its beginning


@dataclass(frozen=True)
class Home:
    """A household to choose. `case` is its running support, None where there is none or it is not open to the viewer."""

    household: UUID
    label: str
    case: UUID | None


@dataclass(frozen=True)
class Homes:
    """`more`: the words fit others too, which are not shown here."""

    rows: tuple[Home, ...] = ()
    more: bool = False


def look_up(viewer: Viewer, words: str, *, running: bool = True, supported: bool = False) -> Homes:
    """Twenty at most, in the order in which the search finds their members; empty words find none.

    `running`: a number is looked for among the cases that have not ended. `supported`: only households with a running case.
    """
    words = unicodedata.normalize("NFKC", words).strip()
    if not words:
        return Homes()
    found, more = _found(viewer, words, running)
    if supported:
        known = cases.running_of_households(viewer, found)
        found = [one for one in found if one in known]
    return Homes(tuple(homes_of(viewer, found)), more or len(found) > MOST)


def homes_of(viewer: Viewer, wanted: Iterable[UUID]) -> list[Home]:
    """Three queries, for one household or twenty; what is not open to the viewer is left out."""
    chosen = list(dict.fromkeys(wanted))[:MOST]
    if not chosen:
        return []
    known = households.by_ids(viewer, chosen)
    living = households.who_lives_there(viewer, known)
    running = cases.running_of_households(viewer, known)
    return [_home(known[one], living.get(one, []), running.get(one)) for one in chosen if one in known]


def home_of_case(viewer: Viewer, case: UUID) -> list[Home]:
    return homes_of(viewer, cases.households_of(viewer, cases=[case]))


def _found(viewer: Viewer, words: str, running: bool) -> tuple[list[UUID], bool]:
    """Households by the number of their case or by whoever lives there, and whether the search went on beyond them."""
    if NUMBER.fullmatch(words.upper()):
        numbered = cases.households_of(viewer, number=words.upper(), running=running)
        return list(dict.fromkeys(numbered)), len(numbered) == cases.PAGE
    try:
        found = search(viewer, words)
    except Refused:
        return [], False
    living = dict.fromkeys(home.household for line in found.rows for home in line.households)
    return list(living), found.pages > 1


def say_living(living: list[str]) -> str:
    """佐藤 キヨ、佐藤 誠、石井 陽子 ほか1人"""
    said = "、".join(living[:NAMED])
    return said + _(" ほか%(n)d人") % {"n": len(living) - NAMED} if len(living) > NAMED else said


def _home(line: households.HouseholdLine, living: list[str], running: tuple[UUID, str] | None) -> Home:
    said = say_living(living)
    label = " ".join(part for part in (line.name, f"({said})" if said else "", running[1] if running else "") if part)
    return Home(line.household, label, running[0] if running else None)
