"""What lies on the desk of whoever decides today: a wish to tell for another purpose, which nobody has answered yet."""

from collections.abc import Sequence

from marugoto.demo.live.clock import Steps
from marugoto.demo.live.fields import MINAMO
from marugoto.demo.live.here import Here
from marugoto.demo.live.household import Life
from marugoto.disclosure.actions.purpose import ask_purpose
from marugoto.disclosure.codes import Part
from marugoto.kernel.ref import Ref
from marugoto.people.access import PERSON

ASKED_DAY = 1  # open days before the day on which the town is looked at
RECEIVER = "tax-pay"
WHY = "催告を止め、分けて納める額を決めるのに、いまの暮らしの様子が要るため"


def waits_for_a_decision(here: Here, lives: Sequence[Life]) -> None:
    if here.body == MINAMO:
        here.clock.begin(here.before_today(here.chance("waits"), ASKED_DAY), _asks(here, lives))


def _asks(here: Here, lives: Sequence[Life]) -> Steps:
    """About somebody whose household is supported and is not to be seen in another state today."""
    yield here.now
    life = next((one for one in lives if one.open_needs() and not one.closed and not one.fate.stands), None)
    if life is None:
        return
    person = Ref(PERSON, life.people["head"].id)
    ask_purpose(
        by=life.by,
        at=here.now,
        receiver=here.team(RECEIVER),
        subjects=(person,),
        parts=(Part.BASIC, Part.SUPPORT),
        reason=WHY,
    )
