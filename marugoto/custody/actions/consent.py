"""Keep the answer of a person about a team, and tell both teams where it shuts what was handed over with a ball."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from marugoto.agencies.viewer import Viewer
from marugoto.custody.access import ball_and_team, offer_of
from marugoto.custody.actions.tiding import tell
from marugoto.custody.codes import EndingKind, MatterKind, TidingKind
from marugoto.custody.models import Ball, Offer
from marugoto.custody.queries.team import tower
from marugoto.custody.rules.ball import NEEDS_ITS_RECORD
from marugoto.disclosure.actions.attachment import Paper, attach
from marugoto.disclosure.actions.consent import Heard, record_consent
from marugoto.disclosure.codes import ConsentForm, ConsentState, ConsentText, Part
from marugoto.disclosure.models import Folder
from marugoto.ground.transaction import acting
from marugoto.kernel.jst import local_day
from marugoto.people.actions.about import same_records


@acting
def hear_answer(
    *,
    by: Viewer,
    at: datetime,
    folder: Folder,
    person: UUID,
    state: ConsentState,
    receiver: UUID | None = None,
    parts: Iterable[Part] = (),
    form: ConsentForm | None = None,
    purpose: str = "",
    answered_on: date | None = None,
    until: date | None = None,
    note: str = "",
    shown: ConsentText | None = None,
    papers: Iterable[Paper] = (),
) -> Heard:
    """One answer about one receiver, for all records of this person. `shown`: the wording he was shown; `papers`: what he signed."""
    heard = record_consent(
        by=by,
        at=at,
        folder=folder,
        person=person,
        records=same_records(by, person),
        state=state,
        receiver=receiver,
        parts=parts,
        form=form,
        purpose=purpose,
        answered_on=answered_on,
        until=until,
        note=note,
        shown=shown,
    )
    attach(by=by, at=at, matter=heard.consent.pk, folder=folder.pk, papers=papers)
    tell_of_closed(by, at, heard.closed)
    return heard


def tell_of_closed(by: Viewer, at: datetime, ways: Iterable[str]) -> None:
    """Those who handed on and those who got it, or are asked to; the control tower too, where the holder is left with what he
    cannot read."""
    ways = list(ways)
    asked = [offer for way in ways if (offer := offer_of(way)) is not None]
    waits_or_came = Q(ended=None) | Q(ended__kind=EndingKind.CAUGHT)
    rows = Offer.objects.within(by.body).filter(waits_or_came, pk__in=asked, ball__settlement=None)
    for row in rows.select_related("ball").order_by("pk"):
        if row.ended_id is None or row.ball.holder_id == row.to_id:
            _told(by, at, row.ball, to=row.to_id, sender=row.sender_id, held=row.ended_id is not None)
    for ball, team in (pair for way in ways if (pair := ball_and_team(way)) is not None):
        held = Ball.objects.within(by.body).filter(pk=ball, holder=team, settlement=None).first()
        if held is not None:
            tell(by, at, ball, TidingKind.SHUT, team=team)


def _told(by: Viewer, at: datetime, ball: Ball, *, to: UUID, sender: UUID, held: bool) -> None:
    tell(by, at, ball.pk, TidingKind.SHUT, team=to, about=sender)
    tell(by, at, ball.pk, TidingKind.SHUT, team=sender, about=to)
    there = tower(by.body, local_day(at)) if held and MatterKind(ball.matter_kind) in NEEDS_ITS_RECORD else None
    if there is not None and there.pk not in {to, sender}:
        tell(by, at, ball.pk, TidingKind.SHUT, team=there.pk, about=to)
