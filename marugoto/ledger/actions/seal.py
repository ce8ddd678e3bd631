"""Seal the facts written since the last seal."""

from datetime import datetime

from marugoto.ground.transaction import acting
from marugoto.kernel.chain import link
from marugoto.ledger.actions.fact import Teller
from marugoto.ledger.models import Fact, Seal
from marugoto.ledger.queries.fact import as_line

STRETCH = 5_000


@acting
def seal(*, by: Teller, at: datetime) -> Seal | None:
    """Cover at most 5,000 unsealed facts of the body with a new link; nothing to seal answers None."""
    last = Seal.objects.within(by.body).order_by("-upto").first()
    facts = list(Fact.objects.within(by.body).filter(seq__gt=last.upto if last else 0).order_by("seq")[:STRETCH])
    if not facts:
        return None
    digest = last.digest if last else ""
    for fact in facts:
        digest = link(digest, as_line(fact))
    return Seal.objects.create(body=by.body, made_at=at, upto=facts[-1].seq, count=len(facts), digest=digest)
