"""How soon a newcomer must be seen to, from the four urgent checks and the source."""

from collections.abc import Mapping

from marugoto.custody.codes import Urgency
from marugoto.intake.codes import UrgentAnswer, UrgentCheck


def urgency_of(checks: Mapping[UrgentCheck, UrgentAnswer]) -> Urgency:
    """One yes on violence or life is "now"; on food or bed "soon" (today); nothing known is not "no danger": it is usual."""
    said = {check for check, answer in checks.items() if answer is UrgentAnswer.YES}
    if said & {UrgentCheck.VIOLENCE, UrgentCheck.LIFE}:
        return Urgency.NOW
    if said & {UrgentCheck.FOOD, UrgentCheck.BED}:
        return Urgency.SOON
    return Urgency.USUAL
