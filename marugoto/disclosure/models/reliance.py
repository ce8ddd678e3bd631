"""On whose answers an opening stands: when one of them says otherwise, it ends, whoever else agreed."""

from django.db import models

from marugoto.ground.models import Kept


class Reliance(Kept):
    """What was opened, or waits to be opened, on the consent of somebody; one row for each answer it stands on."""

    consent = models.ForeignKey("disclosure.Consent", on_delete=models.PROTECT, related_name="+")
    grant = models.ForeignKey("disclosure.Grant", null=True, on_delete=models.PROTECT, related_name="+")
    prepared = models.ForeignKey("disclosure.Prepared", null=True, on_delete=models.CASCADE, related_name="reliances")
