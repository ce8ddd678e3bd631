"""What is at hand where a plan is made: places its needs were brought to or that fit the wish, places found by words, and what the
prefecture provides."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries.need import Running
from marugoto.community.codes import Lack
from marugoto.community.queries import place as places
from marugoto.community.queries.place import Named
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.participation.labels import MATCH_STATES
from marugoto.participation.queries.suited import Suited, suited
from marugoto.web.desk.forms.plan import Choices
from marugoto.web.shell.provisions import ProvisionFace, provisions_for

# Which of what the prefecture provides comes first for a trouble; the others follow.
LACKS_OF: dict[str, str] = {
    TroubleCode.HOUSING: Lack.HOUSING,
    TroubleCode.RENT: Lack.HOUSING,
    TroubleCode.JOB_SEARCH: Lack.WORK,
    TroubleCode.JOB_TROUBLE: Lack.WORK,
    TroubleCode.WITHDRAWAL: Lack.PLACE,
}
FOR_A_NEED, ALL, FOUND, SHOWN = 3, 50, 20, 4


@dataclass(frozen=True)
class AtHand:
    """`words`: what was looked for; `more`: the words find places that are not among `found`."""

    suited: list[dict[str, Any]]
    found: list[Named]
    more: bool
    words: str
    provisions: list[ProvisionFace]
    choices: Choices

    @property
    def first_provisions(self) -> list[ProvisionFace]:
        return self.provisions[:SHOWN]

    @property
    def other_provisions(self) -> list[ProvisionFace]:
        return self.provisions[SHOWN:]

    def taken(self, key: str) -> tuple[str, str] | None:
        """What becomes a step: its words, and the place where it is one."""
        named = {str(row["line"].place): row["line"].name for row in self.suited}
        named |= {str(row.place): row.name for row in self.found}
        if key in named:
            return _("%(name)sにつなぐ") % {"name": named[key]}, key
        menu = next((one for one in self.provisions if str(one.id) == key), None)
        return (_("%(name)sを使う(電話 %(phone)s)") % {"name": menu.name, "phone": menu.contact}, "") if menu else None


def at_hand(viewer: Viewer, needs: Sequence[Running], *, words: str = "", chosen: Collection[UUID] = ()) -> AtHand:
    """For the needs that are open. `chosen`: places already in a step, which stay there whatever is looked for."""
    found, more = places.found_by(viewer, words, most=FOUND) if words.strip() else ([], False)
    fits = suited(viewer, [need.need for need in needs], most=FOR_A_NEED) if needs else []
    titles = {need.need: need.title for need in needs}
    few = _few(viewer)
    kept = places.by_ids(viewer, set(chosen)) if chosen and not few else {}
    groups: list[tuple[str, list[tuple[str, str]]]] = [
        (_("もうえらんだ場所"), [(str(key), row.name) for key, row in kept.items()]),
        (_("この世帯に合いそうな場所"), [(str(one.place), one.name) for one in fits]),
        (_("さがした場所"), [(str(one.place), one.label) for one in found]),
        (_("地域の場所"), few),
    ]
    return AtHand(
        suited=[_row(one, titles) for one in fits],
        found=found,
        more=more,
        words=words,
        provisions=provisions_for(viewer, first=[LACKS_OF.get(need.theme, "") for need in needs]),
        choices=_once(groups),
    )


def _row(one: Suited, titles: dict[UUID, str]) -> dict[str, Any]:
    return {"line": one, "need": titles.get(one.need, ""), "state": MATCH_STATES[one.state] if one.state else ""}


def _few(viewer: Viewer) -> list[tuple[str, str]]:
    """All places where they are few enough to choose from; where they are many none, for those by chance first are no choice."""
    known = places.name_choices(viewer, most=ALL + 1)
    return known if len(known) <= ALL else []


def _once(groups: list[tuple[str, list[tuple[str, str]]]]) -> Choices:
    """Every place in the first group it belongs to; a group of none is not there."""
    seen: set[str] = set()
    said: list[tuple[str, str | list[tuple[str, str]]]] = []
    for name, rows in groups:
        fresh = [(key, label) for key, label in dict(rows).items() if key not in seen]
        seen |= {key for key, _label in fresh}
        said += [(name, fresh)] if fresh else []
    return said
