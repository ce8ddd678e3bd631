"""A figure held fast at the end of a half-year, in whole numbers, for the body itself."""

from django.db import models

from marugoto.ground.models import Kept, Wall


class MeasureValue(Kept):
    """n, k and running of an indicator or criterion over the twelve months to `anchor`.

    A later computation that differs (a fact told late, a calendar corrected) is another edition; nothing is written over.
    """

    wall = Wall.LEDGER

    code = models.CharField(max_length=10)
    version = models.CharField(max_length=10)
    anchor = models.DateField()
    edition = models.PositiveSmallIntegerField(default=1)
    n = models.PositiveIntegerField()
    k = models.PositiveIntegerField()
    running = models.PositiveIntegerField()
    level = models.PositiveSmallIntegerField(
        null=True
    )  # of a criterion; empty is 判定不能, and of an indicator there is none

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "code", "version", "anchor", "edition"], name="one_value_for_each_edition"
            )
        ]
