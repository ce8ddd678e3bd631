"""Seal the facts written since the last seal."""

from datetime import date, datetime

from django.db.models import Min

from marugoto.ground.transaction import acting
from marugoto.kernel.chain import link
from marugoto.kernel.fiscal import day_number
from marugoto.ledger.actions.fact import Teller
from marugoto.ledger.models import Fact, Seal
from marugoto.ledger.queries.fact import as_line

STRETCH = 5_000


@acting
def seal(*, by: Teller, at: datetime, before: date | None = None) -> Seal | None:
    """Cover at most 5,000 unsealed facts of the body with a new link; nothing to seal answers None.

    `before`: only up to the first fact of that day. While people work this must be a day that is over: a fact takes its number
    when it is written and shows itself when its deed is done, so that a smaller number may still appear after a larger one.
    """
    last = Seal.objects.within(by.body).order_by("-upto").first()
    unsealed = Fact.objects.within(by.body).filter(seq__gt=last.upto if last else 0)
    if before is not None:
        first = unsealed.filter(day__gte=day_number(before)).aggregate(first=Min("seq"))["first"]
        unsealed = unsealed.filter(seq__lt=first) if first is not None else unsealed
    facts = list(unsealed.order_by("seq")[:STRETCH])
    if not facts:
        return None
    digest = last.digest if last else ""
    for fact in facts:
        digest = link(digest, as_line(fact))
    return Seal.objects.create(body=by.body, made_at=at, upto=facts[-1].seq, count=len(facts), digest=digest)
