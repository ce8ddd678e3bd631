"""A list of what is due to be destroyed: proposed by one, decided by another. All but the target is never changed."""

from django.db import models
from django.db.models import F, Q

from marugoto.ground.models import Kept, Wall
from marugoto.retention.codes import Obstacle, RecordKind

RECORDS = [(one.value, one.value) for one in RecordKind]


class Disposal(Kept):
    """The list; `worker` proposed it. PostgreSQL lets nobody write another's worker here (`retention.walls`)."""

    wall = Wall.LEDGER

    number = models.PositiveIntegerField()
    worker = models.ForeignKey("agencies.Worker", on_delete=models.PROTECT, related_name="+")
    duty = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "number"], name="lists_of_disposal_are_numbered")]


class DisposalItem(Kept):
    """One thing on it. `number` is what is said of it on the telephone; this line stays when what it names is gone."""

    wall = Wall.LEDGER

    disposal = models.ForeignKey("retention.Disposal", on_delete=models.PROTECT, related_name="items")
    turn = models.PositiveSmallIntegerField()
    record = models.CharField(max_length=20, choices=RECORDS)
    number = models.CharField(max_length=12, blank=True)
    schedule = models.ForeignKey("retention.Schedule", on_delete=models.PROTECT, related_name="+")
    closed_on = models.DateField()
    over_on = models.DateField()  # the first day on which the period is over
    rows = models.PositiveIntegerField()  # as counted then
    persons = models.PositiveSmallIntegerField()  # whose record goes with it
    staying = models.PositiveSmallIntegerField()  # who belongs elsewhere too: their own record stays

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["disposal", "turn"], name="items_of_a_list_in_order"),
            models.CheckConstraint(condition=Q(over_on__gt=F("closed_on")), name="a_period_is_over_after_the_closing"),
        ]


class DisposalTarget(Kept):
    """What the item points at, and the salt of its commitment. Gone when no backup can bring the record back."""

    item = models.OneToOneField("retention.DisposalItem", on_delete=models.PROTECT, related_name="target")
    subject = models.UUIDField()
    salt = models.CharField(max_length=64)


class PassedOver(Kept):
    """Its period is over, and it did not come onto the list: why not. `obstacles` are codes joined by commas."""

    wall = Wall.LEDGER

    disposal = models.ForeignKey("retention.Disposal", on_delete=models.PROTECT, related_name="passed")
    record = models.CharField(max_length=20, choices=RECORDS)
    number = models.CharField(max_length=12, blank=True)
    obstacles = models.CharField(max_length=120)


class ItemRemoval(Kept):
    """Taken from the list before it was executed, and why."""

    wall = Wall.LEDGER

    item = models.OneToOneField("retention.DisposalItem", on_delete=models.PROTECT, related_name="removal")
    reason = models.CharField(max_length=200)
    worker = models.ForeignKey("agencies.Worker", on_delete=models.PROTECT, related_name="+")
    duty = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")


class DisposalDecision(Kept):
    """The second person's yes or no; nothing is destroyed before `ready_at`."""

    wall = Wall.LEDGER

    disposal = models.OneToOneField("retention.Disposal", on_delete=models.PROTECT, related_name="decision")
    agreed = models.BooleanField()
    words = models.CharField(max_length=200, blank=True)
    ready_at = models.DateTimeField()
    worker = models.ForeignKey("agencies.Worker", on_delete=models.PROTECT, related_name="+")
    duty = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")


class DisposalUndo(Kept):
    """The decision was taken back while nothing was destroyed yet."""

    wall = Wall.LEDGER

    disposal = models.OneToOneField("retention.Disposal", on_delete=models.PROTECT, related_name="undo")
    reason = models.CharField(max_length=200)
    worker = models.ForeignKey("agencies.Worker", on_delete=models.PROTECT, related_name="+")
    duty = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")


class ItemObstacle(Kept):
    """When its hour came the item could not be destroyed any more: it stays whole, and comes onto a later list."""

    wall = Wall.LEDGER

    item = models.OneToOneField("retention.DisposalItem", on_delete=models.PROTECT, related_name="stayed")
    obstacles = models.CharField(max_length=120, default=Obstacle.GONE.value)
