"""Aims, means and what measures them: the outline of a plan, tended by whoever plans."""

from django.db import models
from django.db.models import Q

from marugoto.ground.models import Kept


class Aim(Kept):
    """目指す姿: how it is to be for people who live here."""

    name = models.CharField(max_length=200)
    by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "name"], name="one_aim_of_a_name")]


class PlanMeans(Kept):
    """手段: what the plan does about it. Empty `ended`: it runs."""

    name = models.CharField(max_length=120)
    runner = models.CharField(max_length=120)
    does = models.CharField(max_length=400, blank=True)
    since = models.DateField()
    ended = models.DateField(null=True)
    by = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "name"], condition=Q(ended=None), name="one_running_means_of_a_name"
            )
        ]


class AimMeans(Kept):
    """A line from a means to an aim. `assumption`: why the one is to bring about the other."""

    aim = models.ForeignKey("evaluation.Aim", on_delete=models.PROTECT, related_name="lines")
    means = models.ForeignKey("evaluation.PlanMeans", on_delete=models.PROTECT, related_name="lines")
    assumption = models.CharField(max_length=300, blank=True)
    by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["aim", "means"], name="one_line_between_aim_and_means")]


class AimIndicator(Kept):
    """A line from an aim to what measures it."""

    aim = models.ForeignKey("evaluation.Aim", on_delete=models.PROTECT, related_name="measured")
    indicator = models.ForeignKey("evaluation.PlanIndicator", on_delete=models.PROTECT, related_name="aims")
    by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["aim", "indicator"], name="one_line_between_aim_and_indicator")]
