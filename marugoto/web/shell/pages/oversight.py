"""What the control tower's day begins with: who called for help, where no answer came, where we move along, who meets this week."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.conferences.queries.conference import coming_until
from marugoto.custody.labels import MATTER_KINDS
from marugoto.custody.queries import stuck
from marugoto.custody.queries.ball import TowerTable
from marugoto.custody.queries.face import BallFace, Lying
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import JST, local_day
from marugoto.web.shell.balls import call_clock_of, chip_of, clock_of, how_many
from marugoto.web.shell.matters import MatterLine, theme_words

SHOWN, MOST = 5, 30  # of each list; the others are folded, and beyond them the control tower's table has them all
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Listed:
    """One of the lists: what is shown at once, what is folded, how many there are, and how many stand only in the table."""

    rows: list[dict[str, Any]]
    folded: list[dict[str, Any]]
    count: int

    @property
    def beyond(self) -> int:
        return self.count - len(self.rows) - len(self.folded)


def in_the_lists(table: TowerTable) -> list[Lying]:
    """Whose faces and matters are to be looked up, with all others of the day at once."""
    return [*table.stuck[:MOST], *table.lapsed[:MOST], *table.kept[:MOST], *table.beside[:MOST]]


def oversight(
    viewer: Viewer,
    table: TowerTable,
    faces: Mapping[UUID, BallFace],
    lines: Mapping[UUID, MatterLine],
    own: Collection[UUID] = (),
) -> dict[str, Any]:
    """`faces` by ball, `lines` by matter; `own`: the viewer's hats, for nobody moves along with herself.

    A name stands only where this reader may open it, as in the control tower's table.
    """
    return {
        "called": _listed(table.stuck, faces, lines, own, stuck.said(viewer, _calls(table))),
        "lapsed": _listed(table.lapsed, faces, lines, own),
        "kept": _listed(table.kept, faces, lines, own),
        "beside": _listed(table.beside, faces, lines, own),
        "meetings": [
            {
                "id": one.pk,
                "name": one.name,
                "when": _when(one.begins_at.astimezone(JST)),
                "where": one.where,
            }
            for one in coming_until(viewer, viewer.at + WEEK)
        ],
    }


def called_first(table: TowerTable) -> str:
    """What only the control tower can do stands first."""
    said = []
    if table.stuck:
        late = sum(one.call is not None and one.call.late for one in table.stuck)
        past = _("(返事の期限をすぎたもの%(late)s)") % {"late": how_many(late)} if late else ""
        said.append(_("「困った」が%(balls)s%(past)s") % {"balls": how_many(len(table.stuck)), "past": past})
    if table.lapsed:
        said.append(_("返事のないまま戻ったものが%(balls)s") % {"balls": how_many(len(table.lapsed))})
    return _("%(what)sあります。") % {"what": "、".join(said)} if said else ""


def _listed(
    lying: list[Lying],
    faces: Mapping[UUID, BallFace],
    lines: Mapping[UUID, MatterLine],
    own: Collection[UUID],
    words: Mapping[UUID, str] | None = None,
) -> Listed:
    """`words`: with what one is stuck, by the call."""
    known = words or {}
    rows = [
        _row(faces[one.ball], lines[one.matter], own) | {"stuck_with": known.get(one.stuck, "") if one.stuck else ""}
        for one in lying[:MOST]
    ]
    return Listed(rows[:SHOWN], rows[SHOWN:], len(lying))


def _calls(table: TowerTable) -> set[UUID]:
    return {one.stuck for one in table.stuck[:MOST] if one.stuck}


def _row(face: BallFace, line: MatterLine, own: Collection[UUID]) -> dict[str, Any]:
    return {
        "face": face,
        "line": line,
        "own": face.in_charge in own,
        "kind": MATTER_KINDS[face.matter_kind],
        "theme": theme_words(face.theme),
        "chip": chip_of(face),
        "clock": clock_of(face),
        "call": call_clock_of(face),
    }


def _when(begins: Any) -> str:
    return f"{say_day(local_day(begins))} {begins:%H:%M}"
