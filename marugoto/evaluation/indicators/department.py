"""What the page of one division says of its year: what it is asked and answers, what it hands on, who moves along with whom.

Counted with the indicators, by the team that is asked, hands on, moves along or is moved along with; a page adds up the teams of the division.
All are measures of the ten operators. `VERSION` rises when one of them changes.
"""

from marugoto.custody.events import BallCaught, BallDeclined, BallLapsed, BallOffered, BallTakenOn, CompanionJoined
from marugoto.evaluation.indicators.answered_in_time import ANSWERS, OFFERED
from marugoto.evaluation.measures import Answered, Count, Rows
from marugoto.ledger.events import layout

CODE, VERSION = "department", "1"
TAKEN = Answered(
    first=(BallOffered.kind,),
    then=(BallCaught.kind, BallTakenOn.kind, BallDeclined.kind, BallLapsed.kind, "ball.withdrawn"),
    good=(BallCaught.kind, BallTakenOn.kind),
    key=OFFERED["offer"],
)
ALONG = Count(kinds=(CompanionJoined.kind,))
JOINED = layout(CompanionJoined)

DIVIDED: dict[str, tuple[Rows, tuple[str, ...]]] = {
    "asked": (ANSWERS, (OFFERED["to"],)),
    "handed": (TAKEN, (OFFERED["sender"],)),
    "went": (ALONG, (JOINED["team"],)),
    "company": (ALONG, (JOINED["holder"],)),
}
