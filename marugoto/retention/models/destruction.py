"""What remains of what was destroyed: one opaque line, written by the hand that destroyed it, in the same transaction."""

from django.db import models

from marugoto.ground.models import Kept, Wall


class Destruction(Kept):
    """`counts`: rows by table. `commitment`: over the salt and the ids of every row (`rules.proof`)."""

    wall = Wall.LEDGER

    item = models.OneToOneField("retention.DisposalItem", on_delete=models.PROTECT, related_name="destruction")
    rows = models.PositiveIntegerField()
    counts = models.JSONField(default=dict)
    commitment = models.CharField(max_length=64)


class Reapplication(Kept):
    """A backup had brought it back, and it was destroyed again. `same`: the rows were the very same."""

    wall = Wall.LEDGER

    item = models.ForeignKey("retention.DisposalItem", on_delete=models.PROTECT, related_name="again")
    rows = models.PositiveIntegerField()
    same = models.BooleanField()
