"""What is spoken of at levels above the case: topics without a name, what was settled about them, and where it went on."""

from django.db import models

from marugoto.conferences.codes import Followed
from marugoto.ground.models import Kept


class Topic(Kept):
    """`conference` is empty while it waits for one of `for_kind`. `sender` and `receiver` are fields: the pattern of which it came;
    `raised_from`: what another table settled and could not settle alone."""

    conference = models.ForeignKey("conferences.Conference", null=True, on_delete=models.PROTECT, related_name="+")
    for_kind = models.CharField(max_length=20)
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    words = models.CharField(max_length=1_000, blank=True)
    sender = models.CharField(max_length=20, blank=True)
    receiver = models.CharField(max_length=20, blank=True)
    raised_from = models.ForeignKey("conferences.Resolution", null=True, on_delete=models.PROTECT, related_name="+")
    by = models.UUIDField()

    class Meta:
        indexes = [
            models.Index(fields=["body", "for_kind"], condition=models.Q(conference=None), name="waiting_topics")
        ]


class Resolution(Kept):
    """What was settled about a topic: who does what until when."""

    topic = models.ForeignKey("conferences.Topic", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=300)
    taken_by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    due = models.DateField()
    by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["topic", "number"], name="resolutions_of_a_topic_are_numbered")]


class ResolutionResult(Kept):
    """What became of it; said again, the later one counts."""

    resolution = models.ForeignKey("conferences.Resolution", on_delete=models.PROTECT, related_name="+")
    result = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Followed])
    day = models.DateField()
    words = models.CharField(max_length=300, blank=True)
    by = models.UUIDField()
