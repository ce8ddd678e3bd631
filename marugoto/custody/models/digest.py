"""今朝のまとめ: how one duty's day stood in the morning, in numbers alone."""

from django.db import models

from marugoto.ground.models import Kept


class Digest(Kept):
    """Composed once for a duty and a day; it stays as it was, so that yesterday's can be read. No matter and nobody stands in it."""

    duty = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    due_today = models.PositiveIntegerField()  # answers, and what was directed to be done until today
    late = models.PositiveIntegerField()
    stuck = models.PositiveIntegerField()
    offers = models.PositiveIntegerField()  # waiting for our answer
    looks = models.PositiveIntegerField()  # on whom we look in today
    promises = models.PositiveIntegerField(default=0)  # for today, or late
    calls = models.PositiveIntegerField(default=0)  # of others for help, to whoever answers them

    class Meta:
        constraints = [models.UniqueConstraint(fields=["duty", "day"], name="one_digest_for_a_duty_and_a_day")]
