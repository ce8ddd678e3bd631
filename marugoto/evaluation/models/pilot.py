"""試し: something small, with a rule by which it stops, so that it can be put right quickly."""

from django.db import models

from marugoto.evaluation.codes import PilotEnd
from marugoto.ground.models import Kept


class Pilot(Kept):
    """`stop_rule`: at what it is given up. `code` or `indicator`: the figure it watches, where there is one. Its ball says who holds it."""

    means = models.ForeignKey("evaluation.PlanMeans", on_delete=models.PROTECT, related_name="pilots")
    words = models.CharField(max_length=300)
    stop_rule = models.CharField(max_length=300)
    since = models.DateField()
    until = models.DateField()
    ref = models.UUIDField(null=True)
    watched = models.CharField(max_length=120, blank=True)
    ball = models.OneToOneField("custody.Ball", on_delete=models.PROTECT, related_name="+")
    by = models.UUIDField()


class PilotEnding(Kept):
    """What was found is written down, whichever way it went."""

    pilot = models.OneToOneField("evaluation.Pilot", on_delete=models.PROTECT, related_name="ending")
    end = models.CharField(max_length=10, choices=[(one.value, one.value) for one in PilotEnd])
    finding = models.CharField(max_length=1000)
    by = models.UUIDField()
