"""The body's own days for each urgency; without a row our defaults hold (`rules.limit`)."""

from django.db import models
from django.db.models import Q

from marugoto.custody.codes import MatterKind, Urgency
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


class AnswerLimit(Kept):
    """On one route from a day on: within how many open days an offer is answered; without days it is as its urgency says again.

    A route is narrowed by the agency that is asked, by kind, or by both, and further by urgency. Rows are never changed.
    """

    agency = models.ForeignKey("agencies.Agency", null=True, on_delete=models.PROTECT, related_name="+")
    matter_kind = models.CharField(max_length=20, blank=True, choices=[(one.value, one.value) for one in MatterKind])
    urgency = models.CharField(max_length=10, blank=True, choices=[(level.value, level.value) for level in Urgency])
    days = models.PositiveSmallIntegerField(null=True)
    since = models.DateField()
    by = models.UUIDField()
    reason = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(days=None) | Q(days__gte=1), name="an_answer_has_at_least_a_day"),
            models.CheckConstraint(
                condition=~Q(agency=None, matter_kind=""), name="a_route_is_narrower_than_an_urgency"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="an_answer_limit_says_why"),
        ]
