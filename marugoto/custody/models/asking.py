"""The control tower asks whoever holds a ball how it stands, or directs what is to be done; the ball stays where it is."""

from django.db import models
from django.db.models import Q

from marugoto.custody.codes import AskingEndingKind
from marugoto.disclosure.models import Filed
from marugoto.ground.models import Kept


class Asking(Kept):
    """One press; nothing is said of the person. `to` is who held it then; whoever holds it now answers."""

    ball = models.ForeignKey("custody.Ball", on_delete=models.PROTECT, related_name="askings")
    team = models.ForeignKey("agencies.Team", on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey("agencies.Team", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    due = models.DateField(
        null=True
    )  # a direction: until then it is to be done; empty where it is only asked how things stand
    ended = models.OneToOneField("custody.AskingEnding", null=True, on_delete=models.PROTECT, related_name="asking")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ball"], condition=Q(ended=None), name="one_asking_at_a_time")]


class AskingEnding(Kept):
    """Answered, taken back, or over with its ball."""

    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in AskingEndingKind])
    at = models.DateTimeField()
    by = models.UUIDField()


class AskingWords(Filed):
    """The holder's line: open to the holder and to the team that asked, to nobody else."""

    asking = models.OneToOneField("custody.Asking", on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    by = models.UUIDField()


class Direction(Filed):
    """指示: what the holder is to do until the day of its asking, in words; open to the two teams, to nobody else."""

    asking = models.OneToOneField("custody.Asking", on_delete=models.PROTECT, related_name="direction")
    words = models.TextField()
    by = models.UUIDField()
