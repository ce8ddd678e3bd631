"""Give a ball back to the team that handed it on, at once, where what was told with it has shut."""

from datetime import datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.custody.access import way_of_offer
from marugoto.custody.actions.ending import what_hung
from marugoto.custody.actions.hand import hand_to, moving, take
from marugoto.custody.actions.listed import first_reader, require_reader
from marugoto.custody.actions.opening import LEFT
from marugoto.custody.actions.standing import standing
from marugoto.custody.actions.tiding import tell
from marugoto.custody.codes import How, MatterKind, TidingKind, Urgency
from marugoto.custody.events import BallHandedBack
from marugoto.custody.models import Ball
from marugoto.custody.queries.shut import came_by, is_shut
from marugoto.custody.rules.ball import may_hand_back
from marugoto.disclosure.actions.grant import end_grants
from marugoto.ledger.actions import announce


@moving
def hand_back(*, by: Viewer, at: datetime, ball: UUID) -> Ball:
    """To the one who offered it, if still there and not shut out meanwhile, else to the first of the team who reads it; nobody here
    can go on with it."""
    came = came_by(by, ball)
    receiving = standing(by, at, came.sender_id) if came else None
    grip = take(by, at, ball)
    shut = came is not None and came.to_id == grip.ball.holder_id and is_shut(by.at_moment(at), came)
    may_hand_back(grip.held, grip.stances, shut=shut, to=receiving.receiver if receiving else None).require()
    assert came is not None  # noqa: S101 — the rule above has just said so
    assert receiving is not None  # noqa: S101 — and so has this
    matter = grip.ball.matter
    require_reader(by, at, matter, receiving.people)
    person = first_reader(by, at, matter, receiving.people, rather=came.by_id)
    assert person is not None  # noqa: S101 — there is a reader, as was just asked
    hanging = hand_to(by, at, grip, team=came.sender_id, in_charge=person.pk, how=How.HANDED_BACK)
    what_hung(by, at, grip, hanging)
    end_grants(by=by, at=at, via=way_of_offer(came.pk), reason=LEFT)
    tell(by, at, ball, TidingKind.HANDED_BACK, team=came.sender_id, about=came.to_id)
    told = BallHandedBack(
        to=came.sender_id,
        sender=came.to_id,
        in_charge=grip.ball.in_charge_id,
        matter_kind=MatterKind(grip.ball.matter_kind),
        urgency=Urgency(grip.ball.urgency),
    )
    announce(told, by=by, at=at, matter=matter, area=grip.ball.area)
    return grip.ball
