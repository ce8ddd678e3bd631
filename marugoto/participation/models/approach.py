"""Coming nearer to somebody who has not asked for help: the plan, every attempt, refusals, and how it went on."""

from django.db import models

from marugoto.disclosure.models import Filed
from marugoto.intake.codes import NoticeSource
from marugoto.participation.codes import (
    ApproachEnd,
    LiftReason,
    OutreachGround,
    Reaction,
    RestLifter,
    Sign,
    Way,
)


class Approach(Filed):
    """`called` is empty while nobody knows the name; `person` while no record of him is joined. Who told stays with the notice."""

    lies_in = ("approach",)

    ball = models.OneToOneField("custody.Ball", on_delete=models.PROTECT, related_name="+")
    called = models.CharField(max_length=120, blank=True)
    where = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=20, choices=[(one.value, one.value) for one in NoticeSource])
    ground = models.CharField(max_length=20, choices=[(one.value, one.value) for one in OutreachGround])
    why = models.TextField()
    notice = models.OneToOneField("intake.Notice", null=True, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    by = models.UUIDField()


class ApproachPlan(Filed):
    """The plan as it was made or changed; the last one holds."""

    approach = models.ForeignKey("participation.Approach", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    aim = models.CharField(max_length=400, blank=True)
    safe = models.CharField(max_length=400, blank=True)  # when and how one may come
    unsafe = models.CharField(max_length=400, blank=True)  # when one must not, and what to beware of
    every_days = models.PositiveSmallIntegerField()
    by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["approach", "number"], name="plans_of_an_approach_follow")]


class ApproachTry(Filed):
    """One attempt, whatever came of it. `beside`: who went along, or through whom; `moved`: nearer than any before."""

    approach = models.ForeignKey("participation.Approach", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    day = models.DateField()
    way = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Way])
    reaction = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Reaction])
    moved = models.BooleanField(default=False)
    beside = models.CharField(max_length=120, blank=True)
    words = models.TextField(blank=True)
    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["approach", "number"], name="attempts_of_an_approach_follow")]


class ApproachSign(Filed):
    """Something seen or heard at an attempt."""

    attempt = models.ForeignKey("participation.ApproachTry", on_delete=models.PROTECT, related_name="+")
    sign = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Sign])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["attempt", "sign"], name="each_sign_once_at_an_attempt")]


class ApproachRest(Filed):
    """A refusal: nobody goes before `until`. `words`: as the person said it."""

    approach = models.ForeignKey("participation.Approach", on_delete=models.PROTECT, related_name="+")
    until = models.DateField()
    lifter = models.CharField(max_length=20, choices=[(one.value, one.value) for one in RestLifter])
    words = models.TextField()
    by = models.UUIDField()


class ApproachLift(Filed):
    """The refusal holds no more: why, and who said so."""

    rest = models.OneToOneField("participation.ApproachRest", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=20, choices=[(one.value, one.value) for one in LiftReason])
    words = models.CharField(max_length=400)
    by = models.UUIDField()


class ApproachEnding(Filed):
    """How it ended; where the person agreed, as which consultation it goes on."""

    approach = models.OneToOneField("participation.Approach", on_delete=models.PROTECT, related_name="+")
    end = models.CharField(max_length=20, choices=[(one.value, one.value) for one in ApproachEnd])
    consultation = models.OneToOneField("intake.Consultation", null=True, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(blank=True)
    by = models.UUIDField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end=ApproachEnd.AGREED.value, consultation__isnull=False)
                | (~models.Q(end=ApproachEnd.AGREED.value) & models.Q(consultation=None)),
                name="who_agreed_has_a_consultation",
            )
        ]
