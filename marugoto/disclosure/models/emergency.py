"""Emergency openings: rows that are added and never changed. Words here name nobody; whom it was about are ids."""

from django.db import models

from marugoto.disclosure.codes import EmergencyReason, EmergencyVerdict
from marugoto.ground.models import Kept, Wall


class Emergency(Kept):
    """A worker opened one household to one duty. Written also when nobody was found: who tried is not forgotten."""

    wall = Wall.LEDGER

    worker = models.ForeignKey("agencies.Worker", on_delete=models.PROTECT, related_name="+")
    duty = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=20, choices=[(code.value, code.value) for code in EmergencyReason])
    words = models.CharField(max_length=400)
    since = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["body", "since"])]


class EmergencySubject(Kept):
    """Whom it was about: the person asked for, and the household."""

    wall = Wall.LEDGER

    emergency = models.ForeignKey("disclosure.Emergency", on_delete=models.PROTECT, related_name="subjects")
    kind = models.CharField(max_length=20)
    subject = models.UUIDField(db_index=True)


class EmergencySecond(Kept):
    """What is guarded is needed too: a second person is asked."""

    wall = Wall.LEDGER

    emergency = models.OneToOneField("disclosure.Emergency", on_delete=models.PROTECT, related_name="second")
    words = models.CharField(max_length=400)


class EmergencySecondAnswer(Kept):
    """The second person's yes or no."""

    wall = Wall.LEDGER

    second = models.OneToOneField("disclosure.EmergencySecond", on_delete=models.PROTECT, related_name="answer")
    worker = models.ForeignKey("agencies.Worker", on_delete=models.PROTECT, related_name="+")
    duty = models.UUIDField()
    agreed = models.BooleanField()
    words = models.CharField(max_length=400, blank=True)


class EmergencyEnding(Kept):
    """Closed before the hour was over."""

    wall = Wall.LEDGER

    emergency = models.OneToOneField("disclosure.Emergency", on_delete=models.PROTECT, related_name="ending")
    ended_at = models.DateTimeField()
    by = models.UUIDField()


class EmergencyAccount(Kept):
    """事後の説明: whoever opened it says what for."""

    wall = Wall.LEDGER

    emergency = models.OneToOneField("disclosure.Emergency", on_delete=models.PROTECT, related_name="account")
    words = models.TextField()


class EmergencyTold(Kept):
    """Somebody who was told of it, and is to answer."""

    wall = Wall.LEDGER

    emergency = models.ForeignKey("disclosure.Emergency", on_delete=models.PROTECT, related_name="told")
    worker = models.ForeignKey("agencies.Worker", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["emergency", "worker"], name="each_is_told_once")]


class EmergencyAnswer(Kept):
    wall = Wall.LEDGER

    told = models.OneToOneField("disclosure.EmergencyTold", on_delete=models.PROTECT, related_name="answer")
    verdict = models.CharField(max_length=20, choices=[(code.value, code.value) for code in EmergencyVerdict])
    words = models.CharField(max_length=400, blank=True)


class EmergencyEscalation(Kept):
    """A day went by in silence: everybody else who could be told was told."""

    wall = Wall.LEDGER

    emergency = models.OneToOneField("disclosure.Emergency", on_delete=models.PROTECT, related_name="escalation")
