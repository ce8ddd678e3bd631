"""What the control tower's day begins with: who called for help, where no answer came, where we move along, who meets this week."""

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.conferences.queries.conference import coming_until
from marugoto.custody.labels import MATTER_KINDS
from marugoto.custody.queries.ball import TowerTable
from marugoto.custody.queries.face import BallFace
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import JST, local_day
from marugoto.web.shell.balls import chip_of, clock_of, how_many
from marugoto.web.shell.matters import theme_words

SHOWN = 8
WEEK = timedelta(days=7)


def oversight(viewer: Viewer, table: TowerTable) -> dict[str, Any]:
    """By faces alone: kind, theme, holder. Whose matter it is stands on its own page, for whom it is open."""
    return {
        "called": [_row(face) for face in table.stuck[:SHOWN]],
        "called_more": max(len(table.stuck) - SHOWN, 0),
        "lapsed": [_row(face) for face in table.lapsed[:SHOWN]],
        "lapsed_more": max(len(table.lapsed) - SHOWN, 0),
        "beside": [_row(face) for face in table.beside[:SHOWN]],
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
        said.append(_("「困った」が%(balls)s") % {"balls": how_many(len(table.stuck))})
    if table.lapsed:
        said.append(_("返事のないまま戻ったものが%(balls)s") % {"balls": how_many(len(table.lapsed))})
    return _("%(what)sあります。") % {"what": "、".join(said)} if said else ""


def _row(face: BallFace) -> dict[str, Any]:
    return {
        "face": face,
        "kind": MATTER_KINDS[face.matter_kind],
        "theme": theme_words(face.theme),
        "chip": chip_of(face),
        "clock": clock_of(face),
    }


def _when(begins: Any) -> str:
    return f"{say_day(local_day(begins))} {begins:%H:%M}"
