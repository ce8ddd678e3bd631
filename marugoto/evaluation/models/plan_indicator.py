"""The indicators a body's own plan counts with, what each could decide, and what was typed of it."""

from django.db import models
from django.db.models import Q

from marugoto.evaluation.codes import Filling, IndicatorSort, Standing, Way
from marugoto.ground.models import Kept


class PlanIndicator(Kept):
    """`code`: of one of the house's own, which is computed from facts. `minutes`: how long a month it takes by hand. `duty`: a law or
    a grant asks for it (義務), so that it is never parked and not counted as live. `decision` and `turning`: what it could
    change, and at which value; without both it stays a seed."""

    code = models.CharField(max_length=10, blank=True)
    name = models.CharField(max_length=120)
    unit = models.CharField(max_length=20, blank=True)
    target = models.CharField(max_length=80, blank=True)
    owner = models.CharField(max_length=80, blank=True)
    numerator = models.CharField(max_length=200, blank=True)
    denominator = models.CharField(max_length=200, blank=True)
    sort = models.CharField(max_length=20, choices=[(one.value, one.value) for one in IndicatorSort])
    filling = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Filling])
    way = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Way])
    minutes = models.PositiveSmallIntegerField(default=0)
    duty = models.BooleanField(default=False)
    guard = models.ForeignKey("evaluation.PlanIndicator", null=True, on_delete=models.PROTECT, related_name="guards")
    decision = models.CharField(max_length=300, blank=True)
    turning = models.CharField(max_length=120, blank=True)
    standing = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Standing])
    since = models.DateField()  # it stands so
    by = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "name"], condition=~Q(standing="retired"), name="one_indicator_of_a_name"
            ),
            models.UniqueConstraint(
                fields=["body", "code"],
                condition=~Q(code="") & ~Q(standing="retired"),
                name="each_of_the_houses_indicators_once",
            ),
        ]
        indexes = [models.Index(fields=["body", "standing"], name="indicators_as_they_stand")]


class IndicatorStep(Kept):
    """How it came to stand so, and why."""

    indicator = models.ForeignKey("evaluation.PlanIndicator", on_delete=models.PROTECT, related_name="steps")
    standing = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Standing])
    reason = models.CharField(max_length=300, blank=True)
    by = models.UUIDField()


class IndicatorValue(Kept):
    """A value that was typed, with what was aimed at then. `n`: how many it stands on, where that is known."""

    indicator = models.ForeignKey("evaluation.PlanIndicator", on_delete=models.PROTECT, related_name="values")
    day = models.DateField()
    value = models.DecimalField(max_digits=12, decimal_places=2)
    target = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    n = models.PositiveIntegerField(null=True)
    by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["indicator", "day"], name="one_value_for_each_day")]
