"""Tell a team or a duty what happened to a ball, and note that it was read."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from marugoto.agencies.codes import Role
from marugoto.agencies.models import Duty
from marugoto.agencies.queries.viewer import duties_in_force
from marugoto.agencies.viewer import Viewer
from marugoto.custody.codes import Outcome, TidingKind
from marugoto.custody.models import Tiding, TidingReading
from marugoto.custody.queries.team import tower
from marugoto.ground.transaction import acting
from marugoto.kernel.jst import local_day


def tell(
    by: Viewer,
    at: datetime,
    ball: UUID,
    kind: TidingKind,
    *,
    team: UUID | None = None,
    duty: UUID | None = None,
    about: UUID | None = None,
    outcome: Outcome | None = None,
) -> None:
    """To a team, or to one duty. Nobody is told what he did himself. `outcome`: of an ending."""
    if duty == by.duty or (duty is None and team == by.team):
        return
    Tiding.objects.create(
        body=by.body,
        made_at=at,
        ball_id=ball,
        kind=kind,
        team_id=team if duty is None else None,
        duty_id=duty,
        about_id=about,
        outcome=outcome or "",
    )


def tell_tower(by: Viewer, at: datetime, ball: UUID, kind: TidingKind, *, about: UUID | None = None) -> None:
    there = tower(by.body, local_day(at))
    if there is not None:
        tell(by, at, ball, kind, team=there.pk, about=about)


def tell_chiefs(
    by: Viewer, at: datetime, ball: UUID, kind: TidingKind, *, agency: UUID, about: UUID | None = None
) -> None:
    """The section chiefs of an agency (課長)."""
    for duty in chiefs_of(agency, by.body, at):
        tell(by, at, ball, kind, duty=duty.pk, about=about)


def _under_another_hat(by: Viewer, at: datetime, row: Tiding) -> bool:
    """It was told to the same worker in another duty of the body."""
    own = duties_in_force(local_day(at)).filter(worker=by.worker, body=by.body)
    return any(row.duty_id == duty.pk or row.team_id == duty.team_id for duty in own)


def chiefs_of(agency: UUID, body: str, at: datetime) -> list[Duty]:
    present = duties_in_force(local_day(at)).filter(team__agency=agency, body=body)
    return [duty for duty in present if Role.CHIEF in duty.role_set()]


@acting
def read_all(*, by: Viewer, at: datetime) -> int:
    """Everything that is to the viewer's team or duty by now; answers how many."""
    to_us = Q(team=by.team) | Q(duty=by.duty)
    waiting = Tiding.objects.within(by.body).filter(to_us, read=None, made_at__lte=at)
    unread = list(waiting.select_for_update(of=("self",)).order_by("pk"))
    for row in unread:
        row.read = TidingReading(body=by.body, made_at=at, at=at, by=by.duty)
    TidingReading.objects.bulk_create([row.read for row in unread if row.read is not None])
    Tiding.objects.within(by.body).bulk_update(unread, ["read"], batch_size=500)
    return len(unread)


@acting
def read(*, by: Viewer, at: datetime, tiding: UUID) -> Tiding:
    """Raises Tiding.DoesNotExist when it is not to the viewer. Reading twice changes nothing."""
    row = Tiding.objects.within(by.body).get(pk=tiding)
    if row.duty_id != by.duty and row.team_id != by.team and not _under_another_hat(by, at, row):
        raise Tiding.DoesNotExist
    if row.read_id is None:
        _noted(by, at, row)
    return row


def _noted(by: Viewer, at: datetime, row: Tiding) -> None:
    reading = TidingReading.objects.create(body=by.body, made_at=at, at=at, by=by.duty)
    Tiding.objects.within(by.body).filter(pk=row.pk, read=None).update(read=reading)
    row.read = reading
