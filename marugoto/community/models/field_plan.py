"""What a coordinator means to do, on which day."""

from django.db import models

from marugoto.community.codes import FieldPlanEnd
from marugoto.ground.models import Kept


class FieldPlan(Kept):
    """`by`: the duty that means to go; nobody plans for another."""

    day = models.DateField()
    words = models.CharField(max_length=300)
    place = models.ForeignKey("community.Place", null=True, on_delete=models.PROTECT, related_name="+")
    district = models.ForeignKey("agencies.District", null=True, on_delete=models.PROTECT, related_name="+")
    by = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["body", "by", "day"], name="plans_of_a_walker")]


class FieldPlanEnding(Kept):
    """It was done, and `note` tells what came of it; or it was dropped."""

    plan = models.OneToOneField("community.FieldPlan", on_delete=models.PROTECT, related_name="ending")
    end = models.CharField(max_length=20, choices=[(one.value, one.value) for one in FieldPlanEnd])
    note = models.ForeignKey("community.FieldNote", null=True, on_delete=models.PROTECT, related_name="+")
    by = models.UUIDField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(end="done") | models.Q(note__isnull=False),
                name="a_plan_that_was_done_has_its_note",
            )
        ]
