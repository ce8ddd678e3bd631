"""A seat from outside at one item of a conference of a house: a sealed extract, until its account ends; then nothing of it is here."""

from django.db import models

from marugoto.ground.models import Kept


class TableSeat(Kept):
    """`id` is the house's own. `shown` is what its holder reads, `said` what he wrote; both go when the account ends.

    `missed`: how often a wrong word was given in a row; too many, and the seat opens no more.
    """

    number = models.CharField(max_length=12, unique=True)
    secret = models.CharField(max_length=200)
    until = models.DateTimeField()
    shown = models.JSONField(default=dict)
    said = models.JSONField(default=dict)
    pledged_at = models.DateTimeField(null=True)
    missed = models.PositiveSmallIntegerField(default=0)


class TableLetter(Kept):
    """What he said, on its way to the house; gone as soon as the house has it. `id` is the package's. No key to the seat: it
    outlives it where the house is late."""

    seat_ref = models.UUIDField()
    sequence = models.PositiveIntegerField()
    payload = models.JSONField()
    written_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "sequence"], name="each_sequence_names_one_table_letter")
        ]
