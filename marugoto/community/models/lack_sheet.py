"""足りないものの一枚: what was lacking on the day on which a division was asked, and what it answered; whoever sits there later reads both."""

from django.db import models

from marugoto.community.codes import Lack
from marugoto.ground.models import Kept


class LackSheet(Kept):
    """The request that came with it holds the ball, the day and the answer. `number`: which one it is for this member; `team`: who
    brought it, and hears the answer."""

    cooperation = models.OneToOneField("community.Cooperation", on_delete=models.PROTECT, related_name="sheet")
    number = models.PositiveSmallIntegerField()
    team = models.UUIDField()


class LackLine(Kept):
    """How many needs of this sort were open in this district on that day. `count` empty: too few to be told; `area` empty: anywhere."""

    sheet = models.ForeignKey("community.LackSheet", on_delete=models.PROTECT, related_name="lines")
    lack = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Lack])
    area = models.CharField(max_length=20, blank=True)
    count = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sheet", "lack", "area"], name="each_lack_and_district_once_a_sheet")
        ]
