"""The seal: a link of the hash chain over rows of the books, and the checkpoint of it that was given out of the house."""

from django.db import models

from marugoto.ground.models import Kept, Wall


class Seal(Kept):
    """Covers `count` rows of the body's books, named in `rows` by key, place and digest (`kernel.chain`), and the seal before it.

    `reach`: by book the largest place sealed so far; it only tells the next sealer where to look, and is covered by nothing.
    """

    wall = Wall.LEDGER

    number = models.PositiveIntegerField()
    previous = models.CharField(max_length=64, blank=True)
    count = models.PositiveIntegerField()
    rows = models.BinaryField()
    reach = models.JSONField(default=dict)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "number"], name="one_seal_of_each_number")]
        indexes = [models.Index(fields=["body", "made_at"], name="seals_by_their_time")]


class Checkpoint(Kept):
    """A seal's digest left the house: for the witness outside. The row only reminds; what proves is what the witness holds."""

    wall = Wall.LEDGER

    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    by = models.UUIDField()
