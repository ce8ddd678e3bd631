"""What the page of つなぎの型 lays beside each other: of the half-year that was over last, the ways from one field to another, and why
what was handed on was declined.

Counted with the indicators, by the teams that hand on and are asked; a page makes fields of them. All are measures of the ten
operators. `VERSION` rises when one of them changes.
"""

from marugoto.custody.events import BallCaught, BallDeclined, BallLapsed, BallOffered, BallTakenOn, CompanionJoined
from marugoto.evaluation.indicators.answered_in_time import ANSWERS, ROUTE
from marugoto.evaluation.indicators.bounced import MANY
from marugoto.evaluation.measures import Among, Answered, Passed, Rows
from marugoto.ledger.events import layout

CODE, VERSION = "ways", "1"
OFFERED, DECLINED = layout(BallOffered), layout(BallDeclined)
DECLINES = Answered(
    first=(BallOffered.kind,),
    then=(BallCaught.kind, BallTakenOn.kind, BallDeclined.kind, BallLapsed.kind, "ball.withdrawn"),
    good=(BallDeclined.kind,),
    key=OFFERED["offer"],
)
BOUNCES = Passed(kinds=(BallOffered.kind,), times=MANY, unless=(CompanionJoined.kind,))
REASONS = Among(kinds=(BallDeclined.kind,), those=(BallDeclined.kind,))
REASON = (DECLINED["to"], DECLINED["reason"])  # of the team that said no

DIVIDED: dict[str, tuple[Rows, tuple[str, ...]]] = {
    "declined": (DECLINES, ROUTE),
    "bounced": (BOUNCES, ROUTE),
    "answered": (ANSWERS, ROUTE),
    "reasons": (REASONS, REASON),
}
