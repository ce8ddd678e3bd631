"""A ball as a page says it: the chip and the clock, from its face."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from marugoto.custody.codes import BallState
from marugoto.custody.queries.face import BallFace
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.web.ui.parts import BallChip, ClockFace
from marugoto.web.ui.parts import BallState as ChipState

SOON_DAYS = 2
CHIP_STATES: dict[BallState, ChipState] = {
    BallState.HELD: "held",
    BallState.OFFERED: "offered",
    BallState.DECLINED: "declined",
    BallState.LATE: "late",
    BallState.STUCK: "stuck",
    BallState.KEPT: "kept",
    BallState.SETTLED: "settled",
}


def clock_of(face: BallFace) -> ClockFace | None:
    """Always words, always opening days of this body; None when nothing is due. While help is called for it is the clock of whoever
    answers, unless another team's answer is awaited or somebody acts until a day."""
    if face.call is not None and face.offer is None and face.rescue is None:
        return call_clock_of(face)
    if face.open_days_left is None or face.state is BallState.SETTLED:
        return None
    title = _("期限 %(day)s") % {"day": say_day(face.due)} if face.due else ""
    return _clock(face.open_days_left, face.due, title, late=face.state is BallState.LATE)


def call_clock_of(face: BallFace) -> ClockFace | None:
    """Of the answer to the call for help."""
    if face.call is None:
        return None
    title = _("司令塔の返事の期限 %(day)s") % {"day": say_day(face.call.due)}
    said = _clock(face.call.left, face.call.due, title, late=face.call.late)
    return ClockFace(_("返事 %(clock)s") % {"clock": said.words}, said.level, title)


def _clock(left: int, due: date | None, title: str, *, late: bool) -> ClockFace:
    if left < 0:
        return ClockFace(_("%(days)d開庁日超過") % {"days": -left}, "late", title)
    if left == 0 and late:
        return ClockFace(_("%(day)sが期限でした") % {"day": say_day(due)} if due else "", "late", title)
    if left == 0:
        return ClockFace(_("きょうまで"), "today", title)
    return ClockFace(_("あと%(days)d開庁日") % {"days": left}, "soon" if left <= SOON_DAYS else "plain", title)


def chip_of(face: BallFace, *, own: UUID | None = None) -> BallChip:
    """Who holds it, and for how long; the one asked stands behind the arrow. In a list of the `own` team's balls its name is
    not said again in every row."""
    state: ChipState = CHIP_STATES[face.state]
    if state == "held" and face.open_days_left is not None and 0 <= face.open_days_left <= SOON_DAYS:
        state = "due_soon"
    return BallChip(
        state=state,
        holder_team="" if face.holder.id == own else face.holder.said,
        holder_person=face.in_charge_name,
        age_words=_age(face),
        to_team=face.offered_to.said if face.offered_to else "",
    )


def _age(face: BallFace) -> str:
    if face.state is BallState.OFFERED and face.open_days_left is not None:
        return _("返事待ち")
    if face.state is BallState.DECLINED:
        return _("断り%(times)d回") % {"times": face.declined}
    if face.state is BallState.STUCK:
        return _("困った")
    if face.state is BallState.SETTLED:
        return _("おわり %(day)s") % {"day": say_day(local_day(face.settled_at))} if face.settled_at else _("おわり")
    if face.state is BallState.KEPT:
        return _("預かって%(days)d開庁日") % {"days": face.kept_open_days}
    return _("手元に%(days)d開庁日") % {"days": face.held_open_days}


def how_many(number: int) -> str:
    """1つ … 9つ, 10個 …: as it is said."""
    return _("%(number)dつ") % {"number": number} if number < 10 else _("%(number)d個") % {"number": number}
