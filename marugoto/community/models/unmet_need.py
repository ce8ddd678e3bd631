"""What is missing: a theme and a district, without anybody's name."""

from django.db import models

from marugoto.community.codes import UnmetEnd
from marugoto.ground.models import Kept


class UnmetNeed(Kept):
    """A task for those who develop places; its ball lies with a team of the community."""

    ball = models.OneToOneField("custody.Ball", on_delete=models.PROTECT, related_name="+")
    theme = models.CharField(max_length=20)
    interest = models.CharField(max_length=20, blank=True)
    area = models.CharField(max_length=20, blank=True)
    by = models.UUIDField()


class UnmetNeedEnding(Kept):
    unmet = models.OneToOneField("community.UnmetNeed", on_delete=models.PROTECT, related_name="+")
    end = models.CharField(max_length=20, choices=[(end.value, end.value) for end in UnmetEnd])
    place = models.ForeignKey("community.Place", null=True, on_delete=models.PROTECT, related_name="+")
    by = models.UUIDField()
