"""What is done around the ball without moving it: companions, rescue, touches, the call for help."""

from django.db import models
from django.db.models import Q

from marugoto.custody.codes import LearntCode, MatterKind, Stance, StuckOutcome, TouchKind
from marugoto.disclosure.models import Filed
from marugoto.ground.models import Kept


class Companion(Kept):
    """A team that touches along without holding (伴走・後方支援)."""

    ball = models.ForeignKey("custody.Ball", on_delete=models.PROTECT, related_name="companions")
    team = models.ForeignKey("agencies.Team", on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    by = models.UUIDField()
    ended_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ball", "team"], condition=Q(until=None), name="a_team_is_a_companion_once")
        ]


class Rescue(Kept):
    """The control tower acts beside the holder; from the day `until` on acting is over by itself."""

    ball = models.ForeignKey("custody.Ball", on_delete=models.PROTECT, related_name="rescues")
    team = models.ForeignKey("agencies.Team", on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()
    until = models.DateField()  # exclusive
    ended = models.OneToOneField("custody.RescueEnding", null=True, on_delete=models.PROTECT, related_name="rescue")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ball"], condition=Q(ended=None), name="one_rescue_at_a_time")]


class RescueEnding(Kept):
    """The acting is over: by hand with what was learnt, or by its date (then `learnt` is empty and still asked for)."""

    at = models.DateTimeField()
    by = models.UUIDField()
    by_itself = models.BooleanField(default=False)
    learnt = models.CharField(max_length=20, blank=True, choices=[(code.value, code.value) for code in LearntCode])


class Learnt(Filed):
    """What we can do ourselves the next time, in words for the holder and the control tower alone."""

    rescue = models.OneToOneField("custody.Rescue", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=20, choices=[(code.value, code.value) for code in LearntCode])
    words = models.TextField()
    by = models.UUIDField()


class Lesson(Kept):
    """What an agency can do itself the next time, for whoever asks next in any agency. No matter and nobody stands in it: `words`
    name none, and are empty where only the code was said."""

    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    theme = models.CharField(max_length=40)
    matter_kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in MatterKind])
    code = models.CharField(max_length=20, choices=[(code.value, code.value) for code in LearntCode])
    words = models.CharField(max_length=400, blank=True)

    class Meta:
        indexes = [models.Index(fields=["body", "theme", "made_at"], name="lessons_of_a_theme")]


class Touch(Kept):
    """A recorded step. Only a touch by those who carry the ball (holder, companion, rescuer) ends being unattended."""

    ball = models.ForeignKey("custody.Ball", on_delete=models.PROTECT, related_name="touches")
    kind = models.CharField(max_length=12, choices=[(kind.value, kind.value) for kind in TouchKind])
    stance = models.CharField(max_length=12, choices=[(stance.value, stance.value) for stance in Stance])
    team = models.UUIDField()
    by = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["ball", "at"])]


class Stuck(Kept):
    """困った: one press, no criteria asked."""

    ball = models.ForeignKey("custody.Ball", on_delete=models.PROTECT, related_name="stucks")
    team = models.ForeignKey("agencies.Team", on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    answer = models.OneToOneField("custody.StuckAnswer", null=True, on_delete=models.PROTECT, related_name="stuck")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ball"], condition=Q(answer=None), name="one_call_for_help_at_a_time")
        ]


class StuckWords(Filed):
    """何に困っているか, one line or several: open to whoever called, to whoever holds the ball now and to the control tower."""

    stuck = models.ForeignKey("custody.Stuck", on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    by = models.UUIDField()


class StuckAnswer(Kept):
    """What became of the call, and who answered."""

    outcome = models.CharField(max_length=10, choices=[(one.value, one.value) for one in StuckOutcome])
    at = models.DateTimeField()
    by = models.UUIDField()
