"""A checkpoint leaves the house: the last seal, for a witness outside."""

from datetime import datetime

from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.ledger.actions.fact import Teller
from marugoto.ledger.models import Checkpoint, Seal


@acting
def give_checkpoint(*, by: Teller, at: datetime) -> Checkpoint:
    """Keep that the last seal was given out. Raises Refused while nothing is sealed."""
    last = Seal.objects.within(by.body).defer("rows").order_by("-number").first()
    if last is None:
        no("まだ封印がありません。", "1分ほど待ってから、もう一度どうぞ。").require()
        raise AssertionError("unreachable: it was refused")
    return Checkpoint.objects.create(body=by.body, made_at=at, number=last.number, digest=last.digest, by=by.duty)
