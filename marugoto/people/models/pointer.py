"""Questions whether a record exists somewhere in the house."""

from django.db import models

from marugoto.ground.models import Kept, Wall


class PointerAsk(Kept):
    """One question of one worker; what was asked is only in the audit, as a digest. `number` counts within the day."""

    wall = Wall.LEDGER

    worker = models.UUIDField()
    duty = models.UUIDField()
    day = models.DateField()
    number = models.PositiveSmallIntegerField()
    found = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["worker", "day", "number"], name="questions_of_a_day_in_order")]
