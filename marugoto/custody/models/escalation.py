"""Who hears of a ball that does not move, and after how many open days: the body's own data for each route, never changed."""

from django.db import models
from django.db.models import Q

from marugoto.custody.codes import Alarm, MatterKind, Urgency, Whom
from marugoto.ground.models import Kept


class Escalation(Kept):
    """For one route from a day on. With `muted_until` nobody is told until that day (exclusive); otherwise the open days after which
    each is told, empty for never. A route is an alarm, narrowed by kind, urgency and agency (asked, or holding)."""

    alarm = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Alarm])
    matter_kind = models.CharField(max_length=20, blank=True, choices=[(one.value, one.value) for one in MatterKind])
    urgency = models.CharField(max_length=10, blank=True, choices=[(one.value, one.value) for one in Urgency])
    agency = models.ForeignKey("agencies.Agency", null=True, on_delete=models.PROTECT, related_name="+")
    sender_after = models.PositiveSmallIntegerField(null=True)
    tower_after = models.PositiveSmallIntegerField(null=True)
    chief_after = models.PositiveSmallIntegerField(null=True)
    muted_until = models.DateField(null=True)
    since = models.DateField()
    by = models.UUIDField()
    reason = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="an_escalation_says_why"),
            models.CheckConstraint(
                condition=Q(muted_until=None)
                | Q(sender_after__isnull=True, tower_after__isnull=True, chief_after__isnull=True),
                name="who_is_muted_sets_no_days",
            ),
        ]


class EscalationTold(Kept):
    """Somebody was told of a ball that does not move: once for each occasion, however often the round goes."""

    ball = models.ForeignKey("custody.Ball", on_delete=models.PROTECT, related_name="+")
    alarm = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Alarm])
    occasion = models.CharField(max_length=60)
    whom = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Whom])
    day = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ball", "occasion", "whom"], name="each_is_told_once_of_an_occasion")
        ]
