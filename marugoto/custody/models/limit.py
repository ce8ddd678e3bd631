"""The body's own days for each urgency; without a row our defaults hold (`rules.limit`)."""

from django.db import models
from django.db.models import Q

from marugoto.custody.codes import Urgency
from marugoto.ground.models import Kept


class Limit(Kept):
    """From a day on: within how many open days an offer is answered, and how long a ball may lie untouched.

    Rows are never changed: what was set later for the same day comes before it (`made_at`).
    """

    urgency = models.CharField(max_length=10, choices=[(level.value, level.value) for level in Urgency])
    answer_days = models.PositiveSmallIntegerField()
    unattended_days = models.PositiveSmallIntegerField()
    since = models.DateField()
    by = models.UUIDField()
    reason = models.CharField(max_length=200, blank=True)  # empty on rows from before it was asked for

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answer_days__gte=1, unattended_days__gte=1), name="a_limit_is_at_least_a_day"
            ),
        ]
