"""保存の停止 (legal hold): as long as it is in force nothing it lies on comes onto a list, or is destroyed from one."""

from django.db import models

from marugoto.ground.models import Kept, Wall
from marugoto.retention.codes import HeldKind, HoldReason


class Hold(Kept):
    """`number` is what was typed: of a support, a consultation or a notice; of a person it is empty. No name stands here."""

    wall = Wall.LEDGER

    on = models.CharField(max_length=10, choices=[(one.value, one.value) for one in HeldKind])
    subject = models.UUIDField(db_index=True)
    number = models.CharField(max_length=12, blank=True)
    reason = models.CharField(max_length=10, choices=[(one.value, one.value) for one in HoldReason])
    words = models.CharField(max_length=200)
    since = models.DateField()
    worker = models.ForeignKey("agencies.Worker", on_delete=models.PROTECT, related_name="+")
    duty = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")


class HoldEnding(Kept):
    """Said by another than who placed it: the matter was over on that day, and the hold goes on until `until` (exclusive)."""

    wall = Wall.LEDGER

    hold = models.OneToOneField("retention.Hold", on_delete=models.PROTECT, related_name="ending")
    over_on = models.DateField()
    until = models.DateField()
    words = models.CharField(max_length=200)
    worker = models.ForeignKey("agencies.Worker", on_delete=models.PROTECT, related_name="+")
    duty = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
