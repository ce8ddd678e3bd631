"""On whose answer or decision an opening stands: when one of them says otherwise, it ends, whoever else agreed."""

from django.db import models
from django.db.models import Q

from marugoto.ground.models import Kept


class Reliance(Kept):
    """What was opened, or waits to be opened, on the consent of somebody, or because somebody decided that the purpose may be
    left; one row for each answer it stands on."""

    consent = models.ForeignKey("disclosure.Consent", null=True, on_delete=models.PROTECT, related_name="+")
    decision = models.ForeignKey("disclosure.PurposeDecision", null=True, on_delete=models.PROTECT, related_name="+")
    grant = models.ForeignKey("disclosure.Grant", null=True, on_delete=models.PROTECT, related_name="+")
    prepared = models.ForeignKey("disclosure.Prepared", null=True, on_delete=models.CASCADE, related_name="reliances")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(consent=None, decision__isnull=False) | Q(consent__isnull=False, decision=None),
                name="relies_on_an_answer_or_on_a_decision",
            )
        ]
