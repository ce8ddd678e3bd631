"""Many balls of a team to another person of it, each with a note: 引きつぎ, at a reshuffle or before a leave."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.hand import moving
from marugoto.custody.actions.people import assign
from marugoto.custody.actions.words import note_for_the_next
from marugoto.custody.models import Ball, HandOver
from marugoto.custody.rules.succession import may_succeed


@dataclass(frozen=True)
class Handed:
    """One ball and what the next should know of it; the note may be empty."""

    ball: UUID
    note: str = ""


@moving
def succeed(*, by: Viewer, at: datetime, balls: Iterable[Handed], to: UUID) -> int:
    """All of them or none; answers how many. The balls stay with the team; only the person in charge changes."""
    handed = list(balls)
    may_succeed(len(handed)).require()
    for one in handed:
        row = Ball.objects.within(by.body).get(pk=one.ball)
        left = _left(by, row)
        changed = assign(by=by, at=at, ball=one.ball, in_charge=to)
        note_for_the_next(by, at, changed, left, to, one.note)
    return len(handed)


def _left(by: Viewer, ball: Ball) -> UUID:
    """Who knows the matter: where it waits to be handed over, the one who left; otherwise the one in charge."""
    waiting = HandOver.objects.within(by.body).filter(ball=ball, until=None).values_list("left", flat=True).first()
    return waiting or ball.in_charge_id
