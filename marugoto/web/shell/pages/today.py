"""きょう: what we hold, what waits for our answer, what we wait for."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.custody.codes import BallState, MatterKind
from marugoto.custody.queries.ball import on_our_table
from marugoto.custody.queries.face import BallFace
from marugoto.kernel.era import say_era
from marugoto.kernel.jst import local_day
from marugoto.web.shell.balls import chip_of, clock_of, how_many
from marugoto.web.shell.doors import Page, see
from marugoto.web.shell.matters import MatterLine, matters_of
from marugoto.web.ui.parts import BallChip, ClockFace

SHOWN = 30
WAITING_SHOWN = 8  # of those we wait for; the others are folded
FAR = 10_000  # open days: what has no day comes last
FIRST = (BallState.STUCK, BallState.LATE)
WINDOW_ROLES = frozenset({Role.CLERK})


@dataclass(frozen=True)
class Row:
    """A ball in a list of the day."""

    ball: UUID
    offer: UUID | None
    clock: ClockFace | None
    chip: BallChip
    line: MatterLine
    sender: str
    stuck: bool
    waiting: bool


@see()
def today(request: HttpRequest, viewer: Viewer) -> Page:
    table = on_our_table(viewer)
    held = sorted(
        (face for face in table.held if face.matter_kind is not MatterKind.CASE or face.unattended), key=_pressing
    )
    lines = matters_of(viewer, [*held[:SHOWN], *table.asked])
    rows = [_row(face, lines) for face in held[:SHOWN]]
    asked = [_row(face, lines) for face in table.asked]
    waiting = [row for row in rows if row.waiting]
    values = {
        "day_words": say_era(local_day(viewer.at)),
        "sentence": sentence_of(held, len(asked)),
        "rows": [row for row in rows if not row.waiting],
        "asked": asked,
        "waiting": waiting[:WAITING_SHOWN],
        "waiting_rest": waiting[WAITING_SHOWN:],
        "more": max(len(held) - SHOWN, 0),
        "takes_in": viewer.has(Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF),
        "looks_after": viewer.has(Role.PREFECTURE),
        "at_a_window": viewer.roles <= WINDOW_ROLES,
    }
    return Page("shell/today.html", values)


def _pressing(face: BallFace) -> tuple[bool, int]:
    """What is stuck or late first, then by how many open days are left."""
    return face.state not in FIRST, FAR if face.open_days_left is None else face.open_days_left


def sentence_of(held: list[BallFace], asked: int) -> str:
    """How things stand and what is wanted, in one sentence."""
    late = sum(face.state is BallState.LATE for face in held)
    due = sum(face.state is not BallState.LATE and face.open_days_left == 0 for face in held)
    if late and due:
        return _("期限を過ぎたボールが%(late)s、きょうまでのボールが%(due)sあります。") % {
            "late": how_many(late),
            "due": how_many(due),
        }
    if late:
        return _("期限を過ぎたボールが%(late)sあります。") % {"late": how_many(late)}
    if due:
        return _("きょうまでのボールが%(due)sあります。") % {"due": how_many(due)}
    if asked:
        return _("受け取ってほしいボールが%(asked)s届いています。") % {"asked": how_many(asked)}
    if held:
        return _("期限を過ぎたボールはありません。手元に%(held)sあります。") % {"held": how_many(len(held))}
    return _("いま、手元にボールはありません。")


def _row(face: BallFace, lines: dict[UUID, MatterLine]) -> Row:
    return Row(
        ball=face.ball,
        offer=face.offer,
        clock=clock_of(face),
        chip=chip_of(face),
        line=lines[face.matter],
        sender=face.holder.said,
        stuck=face.stuck is not None,
        waiting=face.state is BallState.OFFERED,
    )
