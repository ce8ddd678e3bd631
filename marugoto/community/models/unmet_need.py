"""What is missing: a theme and a district, without anybody's name."""

from django.db import models
from django.db.models import Q

from marugoto.community.codes import Lack, UnmetEnd, UnmetSaid
from marugoto.ground.models import Kept


class UnmetNeed(Kept):
    """A task for those who develop places; its ball lies with a team of the community."""

    ball = models.OneToOneField("custody.Ball", on_delete=models.PROTECT, related_name="+")
    lack = models.CharField(max_length=20, default=Lack.PLACE, choices=[(one.value, one.value) for one in Lack])
    theme = models.CharField(max_length=20)
    interest = models.CharField(max_length=20, blank=True)
    area = models.CharField(max_length=20, blank=True)
    by = models.UUIDField()


class UnmetWait(Kept):
    """Whose need waits for it, said by the ball of that need alone; whoever makes the place reads only how many."""

    unmet = models.OneToOneField("community.UnmetNeed", on_delete=models.PROTECT, related_name="+")
    waiting = models.ForeignKey("custody.Ball", on_delete=models.PROTECT, related_name="+")


class UnmetJoining(Kept):
    """Two tasks are one: this one goes on as `into`, which is never itself joined to another."""

    unmet = models.OneToOneField("community.UnmetNeed", on_delete=models.PROTECT, related_name="+")
    into = models.ForeignKey("community.UnmetNeed", on_delete=models.PROTECT, related_name="+")
    by = models.UUIDField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(unmet=models.F("into")), name="no_task_joins_itself")]


class UnmetStep(Kept):
    """What was tried, and the day on which it goes on; the first one has no words: only the day."""

    unmet = models.ForeignKey("community.UnmetNeed", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=400, blank=True)
    next_on = models.DateField()
    by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unmet", "number"], name="steps_of_a_task_follow")]


class UnmetNeedEnding(Kept):
    unmet = models.OneToOneField("community.UnmetNeed", on_delete=models.PROTECT, related_name="+")
    end = models.CharField(max_length=20, choices=[(end.value, end.value) for end in UnmetEnd])
    place = models.ForeignKey("community.Place", null=True, on_delete=models.PROTECT, related_name="+")
    by = models.UUIDField()


class UnmetReply(Kept):
    """The holder of a waiting need took the place up, or said why not; whoever made the place sees how many."""

    wait = models.OneToOneField("community.UnmetWait", on_delete=models.PROTECT, related_name="+")
    said = models.CharField(max_length=20, choices=[(one.value, one.value) for one in UnmetSaid])
    by = models.UUIDField()
