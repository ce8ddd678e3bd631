"""Who answered about which team, without the answer: of two records of one person the later answer counts, wherever it lies."""

from django.db import models

from marugoto.ground.models import Kept


class ConsentAnswer(Kept):
    """Beside each consent about a receiver. Seen in the whole body, so that a no counts also for those to whom it is not open."""

    consent = models.OneToOneField("disclosure.Consent", on_delete=models.PROTECT, related_name="+")
    person = models.UUIDField()
    receiver = models.ForeignKey("agencies.Team", on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["person", "receiver"])]
