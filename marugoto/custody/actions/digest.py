"""Compose the digests of a morning: one for everybody who has an account and a duty here, each in a transaction of its own."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError

from marugoto.agencies.codes import Role
from marugoto.agencies.models import Duty
from marugoto.agencies.queries.viewer import as_viewer, duties_in_force
from marugoto.agencies.viewer import Viewer
from marugoto.custody.models import Digest, Stuck
from marugoto.custody.queries.ball import of_the_day, on_our_table
from marugoto.custody.queries.face import Lying
from marugoto.custody.rules.digest import MORNING, Counts, Standing, counted
from marugoto.ground.transaction import acting
from marugoto.kernel.jst import JST, local_day

log = logging.getLogger(__name__)


Promised = Callable[[Viewer], int]


def compose_all(*, by: Viewer, at: datetime, promised: Promised = lambda eyes: 0) -> int:
    """On an open day, from the morning on; run again it composes nothing more. Trouble with one keeps none of the others waiting.
    `promised`: how many promises have their day, counted by those who keep the journal."""
    today = local_day(at)
    if at.astimezone(JST).time() < MORNING or not by.calendar.is_open(today):
        return 0
    return sum(_tried(by, at, duty, promised) for duty in _waiting(by=by, at=at))


@acting
def _waiting(*, by: Viewer, at: datetime) -> list[Duty]:
    today = local_day(at)
    done = Digest.objects.within(by.body).filter(day=today).values("duty")
    duties = duties_in_force(today).filter(body=by.body, worker__user__is_active=True).exclude(pk__in=done)
    return list(duties.select_related("worker__user"))


@acting
def compose(*, by: Viewer, at: datetime, duty: Duty, promised: Promised) -> Digest:
    """As this duty's own day shows it; said once and kept."""
    eyes = as_viewer(duty, at)
    counts = replace(_counts(eyes), promises=promised(eyes), calls=_calls(eyes))
    return Digest.objects.create(body=by.body, made_at=at, duty=duty, day=local_day(at), **vars(counts))


def _tried(by: Viewer, at: datetime, duty: Duty, promised: Promised) -> bool:
    try:
        compose(by=by, at=at, duty=duty, promised=promised)
    except IntegrityError:  # another courier was first: it is composed
        return False
    except Exception:
        log.exception("digest of %s", duty.pk)
        return False
    return True


def _calls(eyes: Viewer) -> int:
    """For whoever answers them."""
    if not eyes.has(Role.COORDINATOR):
        return 0
    return Stuck.objects.within(eyes.body).filter(answer=None, ball__settlement=None).count()


def _counts(eyes: Viewer) -> Counts:
    table = on_our_table(eyes)
    mine = [face for face in of_the_day(table.held) if face.in_charge == eyes.duty or face.stood_in_until is not None]
    rows = [_standing(face, eyes.team) for face in [*mine, *table.asked, *table.looks]]
    return counted(rows, today=local_day(eyes.at))


def _standing(face: Lying, team: UUID) -> Standing:
    return Standing(
        state=face.state,
        asked=face.settled_at is None and face.offered_to == team,
        look=face.settled_at is not None,
        due=face.due,
        directed=face.asked_until,
    )
