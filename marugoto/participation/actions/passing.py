"""Hand an approach or a watch on, with everything written about it: who does not read it can neither go nor look in."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.offer import Opening, offer
from marugoto.custody.codes import OfferReason
from marugoto.custody.models import Ball, Offer
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.ground.transaction import acting
from marugoto.intake.actions.passing import passing_to
from marugoto.intake.rules.passing import may_pass


@acting
def offer_outreach(
    *,
    by: Viewer,
    at: datetime,
    ball: UUID,
    to: UUID,
    reason: OfferReason,
    basis: BasisCode | None,
    words: str = "",
    due: date | None = None,
    parts: Iterable[Part] = (),
    basis_reason: str = "",
) -> Offer:
    """Nobody has agreed yet, so consent is no ground here. Raises Ball.DoesNotExist."""
    row = Ball.objects.within(by.body).get(pk=ball)
    may_pass(basis, passing_to(by, at, to, named=False)).require()
    openings = [Opening(row.matter, Part.SUPPORT, basis, basis_reason)] if basis else []
    return offer(by=by, at=at, ball=ball, to=to, reason=reason, words=words, due=due, openings=openings)
