"""Look at one offer: what is asked of us, in whose words, and what would open."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from marugoto.agencies.viewer import Viewer
from marugoto.custody.access import way_of_offer
from marugoto.custody.codes import EndingKind, OfferReason, Said
from marugoto.custody.models import Offer, OfferWords
from marugoto.custody.queries.face import TeamName, team_name
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.disclosure.models import Prepared
from marugoto.ground.transaction import looking


@dataclass(frozen=True)
class OfferPage:
    """`opens`: what would be open to the receiver, as pairs of basis and part; `ended` None while it waits for an answer."""

    offer: UUID
    ball: UUID
    matter: UUID
    sender: TeamName
    to: TeamName
    by_name: str
    reason: OfferReason
    due: date
    offered_at: datetime
    words: str
    answer_words: str
    opens: tuple[tuple[BasisCode, Part], ...]
    ended: EndingKind | None


@looking
def get(viewer: Viewer, offer: UUID) -> OfferPage | None:
    """For the two teams concerned; to others it is not there."""
    row = (
        Offer.objects.within(viewer.body)
        .select_related("ball", "sender__agency", "to__agency", "by__worker", "ended")
        .filter(Q(sender=viewer.team) | Q(to=viewer.team), pk=offer)
        .first()
    )
    if row is None:
        return None
    words = {one.said: one for one in OfferWords.objects.open_to(viewer).filter(offer=row)}
    for one in words.values():
        viewer.sight.shows(one.folder_id, Part.SUPPORT)
    prepared = Prepared.objects.within(viewer.body).filter(via=way_of_offer(row.pk)).select_related("folder")
    opens = sorted({(BasisCode(one.basis), Part(one.folder.part)) for one in prepared})
    return OfferPage(
        offer=row.pk,
        ball=row.ball_id,
        matter=row.ball.matter,
        sender=team_name(row.sender),
        to=team_name(row.to),
        by_name=row.by.worker.name,
        reason=OfferReason(row.reason),
        due=row.due,
        offered_at=row.made_at,
        words=words[Said.OFFER].words if Said.OFFER in words else "",
        answer_words=words[Said.ANSWER].words if Said.ANSWER in words else "",
        opens=tuple(opens),
        ended=EndingKind(row.ended.kind) if row.ended else None,
    )
