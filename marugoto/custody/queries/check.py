"""The checker of the night: every ball of a body against its holdings and against its facts."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.custody import events
from marugoto.custody.codes import How
from marugoto.custody.models import Ball, Holding, Offer
from marugoto.custody.rules.story import Broken, State, Stretch, Told, fold, unbroken
from marugoto.ground.transaction import looking_from_the_tower
from marugoto.kernel.decision import YES, Decision, no
from marugoto.ledger.events import Event, layout
from marugoto.ledger.models import Fact

TOLD: tuple[type[Event], ...] = (
    events.BallPlaced,
    events.BallOffered,
    events.BallCaught,
    events.BallDeclined,
    events.BallWithdrawn,
    events.BallLapsed,
    events.BallTakenOn,
    events.BallTakenIn,
    events.BallHandedBack,
    events.BallSettled,
    events.BallReopened,
)
# kind → column → the field's own name
REFS = {
    event.kind: {column: name for name, column in layout(event).items() if column.startswith("ref_")} for event in TOLD
}


@looking_from_the_tower
def faults(viewer: Viewer, balls: Iterable[UUID] | None = None) -> list[str]:
    """Sentences, each naming a ball whose tables, holdings and facts disagree; empty when all is well."""
    chosen = Ball.objects.within(viewer.body)
    rows = {row.pk: row for row in (chosen if balls is None else chosen.filter(pk__in=set(balls)))}
    holdings, offers, facts = defaultdict(list), defaultdict(list), defaultdict(list)
    for holding in Holding.objects.within(viewer.body).filter(ball__in=list(rows)):
        holdings[holding.ball_id].append(holding)
    for offer in Offer.objects.within(viewer.body).filter(ball__in=list(rows), ended=None):
        offers[offer.ball_id].append(offer)
    told = Fact.objects.within(viewer.body).filter(
        kind__in=list(REFS), matter__in=[row.matter for row in rows.values()]
    )
    for fact in told.order_by("seq"):
        facts[fact.matter].append(_told(fact))
    found = []
    for row in rows.values():
        verdict = _verdict(row, holdings[row.pk], offers[row.pk], facts[row.matter])
        if not verdict:
            found.append(f"{row.number}: {verdict.reason}")
    return found


def _told(fact: Fact) -> Told:
    names = REFS[fact.kind]
    return Told(fact.kind, {name: getattr(fact, column) for column, name in names.items() if getattr(fact, column)})


def _verdict(row: Ball, holdings: list[Holding], offers: list[Offer], facts: list[Told]) -> Decision:
    settled = row.settlement_id is not None
    stretches = [Stretch(one.turn, one.team_id, one.since, one.until, one.how == How.REOPENED) for one in holdings]
    history = unbroken(stretches, settled=settled)
    if not history:
        return history
    last = max(holdings, key=lambda one: one.turn)
    if (last.team_id, last.in_charge_id) != (row.holder_id, row.in_charge_id):
        return no("持ち手と、手元の記録の最後が合いません。")
    if len(offers) > 1 or (offers and settled):
        return no("開いている渡しが、あってはならない数あります。")
    try:
        story = fold(facts)
    except Broken as trouble:
        return no(f"事実の順番が成り立ちません({trouble})。")
    tables = State(holder=row.holder_id, offer=offers[0].pk if offers else None, settled=settled)
    return YES if story == tables else no("事実をたどった先と、いまの表が合いません。")
