"""Place a hold on records, and let another say when it is over."""

from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce
from marugoto.retention.codes import HeldKind, HoldReason
from marugoto.retention.events import HoldLifted, HoldPlaced
from marugoto.retention.models import Hold, HoldEnding
from marugoto.retention.queries.behind import of_number
from marugoto.retention.queries.disposal import leads
from marugoto.retention.rules.hold import held_until, may_hold, may_lift


@acting
def place_hold(*, by: Viewer, at: datetime, number: str, reason: HoldReason, words: str, since: date) -> Hold:
    """On what this number stands for: a household with whoever lived there, a consultation, a notice; or, by the address of his
    page, one person: so whoever sees nobody can hold somebody too."""
    may_hold(leads=leads(by), words=words, since=since, today=local_day(at)).require()
    found = of_number(by, number)
    if found is None:
        no(
            "この番号の記録がありません。",
            "世帯の支援・相談・気づきの番号を、画面にあるとおりに入れてください。人は、人の画面のアドレスで指します。",
        ).require()
        raise AssertionError("unreachable: it was refused")
    on, subject = found
    said = "" if on is HeldKind.PERSON else number.strip()
    return _place(by, at, on, subject, number=said, reason=reason, words=words, since=since)


@acting
def hold_person(*, by: Viewer, at: datetime, person: UUID, reason: HoldReason, words: str, since: date) -> Hold:
    """On one person, wherever he lives or lived."""
    may_hold(leads=leads(by), words=words, since=since, today=local_day(at)).require()
    return _place(by, at, HeldKind.PERSON, person, reason=reason, words=words, since=since)


@acting
def lift_hold(*, by: Viewer, at: datetime, hold: UUID, over_on: date, words: str = "") -> HoldEnding:
    """By another than who placed it; after a dispute it goes on for three years. Raises Hold.DoesNotExist."""
    row = Hold.objects.within(by.body).get(pk=hold)
    ended = HoldEnding.objects.within(by.body).filter(hold=row).exists()
    may_lift(
        leads=leads(by),
        worker=by.worker,
        placed_by=row.worker_id,
        ended=ended,
        over_on=over_on,
        since=row.since,
        today=local_day(at),
    ).require()
    until = held_until(HoldReason(row.reason), over_on)
    made = HoldEnding.objects.create(
        body=by.body,
        made_at=at,
        hold=row,
        over_on=over_on,
        until=until,
        words=clean(words, limit=200).strip(),
        worker_id=by.worker,
        duty_id=by.duty,
    )
    announce(HoldLifted(hold=row.pk, until=until), by=by, at=at)
    return made


def _place(
    by: Viewer,
    at: datetime,
    on: HeldKind,
    subject: UUID,
    *,
    reason: HoldReason,
    words: str,
    since: date,
    number: str = "",
) -> Hold:
    row = Hold.objects.create(
        body=by.body,
        made_at=at,
        on=on,
        subject=subject,
        number=number,
        reason=reason,
        words=clean(words, limit=200).strip(),
        since=since,
        worker_id=by.worker,
        duty_id=by.duty,
    )
    announce(HoldPlaced(hold=row.pk, on=on, reason=reason), by=by, at=at)
    return row
