"""Mail: whether somebody wants the morning's digest as mail, and what became of each."""

from django.db import models

from marugoto.exchange.rules.mail import MailState
from marugoto.ground.models import Kept


class MailWish(Kept):
    """The latest of a duty stands; an empty address means no mail."""

    duty = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    address = models.CharField(max_length=254, blank=True)

    class Meta:
        indexes = [models.Index(fields=["duty", "made_at"])]


class DigestMail(Kept):
    """One for a digest at most, so that no morning comes twice. Before it is handed to the server it is marked as being sent:
    where the courier dies or the line breaks in between, nobody knows whether it arrived, and it is not sent again (at most once);
    the digest is in the house. The address is emptied after its time (`actions/retention.py`)."""

    digest = models.OneToOneField("custody.Digest", on_delete=models.PROTECT, related_name="+")
    address = models.CharField(max_length=254)
    state = models.CharField(max_length=10, choices=[(state.value, state.value) for state in MailState])
    tries = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=200, blank=True)  # what the server said last

    class Meta:
        indexes = [models.Index(fields=["body", "state", "next_at"])]
