"""A staff list that was brought in, what each row would do, and the receipt. Of workers only, so no folder."""

from django.db import models

from marugoto.exchange.rules.staff_plan import StaffVerdict
from marugoto.ground.models import Kept


class StaffList(Kept):
    """Looked at when it exists, carried out when a `StaffReceipt` does. The bytes are kept, so that what is done is what was read;
    after their time they, the file's name and the rows are emptied (`actions/retention.py`), and the receipt stays."""

    by = models.UUIDField()  # the duty that brought the file
    file_name = models.CharField(max_length=200)
    encoding = models.CharField(max_length=20)
    row_count = models.PositiveIntegerField()
    notes = models.JSONField(default=list)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["body", "made_at"])]


class StaffRow(Kept):
    """What is to be done about one row; `ends` are the duties that end from `day` on."""

    of = models.ForeignKey("exchange.StaffList", on_delete=models.PROTECT, related_name="+")
    line = models.PositiveIntegerField()
    verdict = models.CharField(max_length=10, choices=[(one.value, one.value) for one in StaffVerdict])
    number = models.CharField(max_length=20, blank=True)
    name = models.CharField(max_length=60, blank=True)
    place = models.CharField(max_length=130, blank=True)  # agency and team as the file writes them
    said = models.CharField(max_length=300)
    notes = models.JSONField(default=list)
    worker = models.UUIDField(null=True)
    team = models.UUIDField(null=True)
    ends = models.JSONField(default=list)
    day = models.DateField(null=True)
    suspends = models.BooleanField(default=False)


class StaffReceipt(Kept):
    """Somebody said yes: how many were asked for, and how many leave."""

    of = models.OneToOneField("exchange.StaffList", on_delete=models.PROTECT, related_name="receipt")
    by = models.UUIDField()
    asked = models.PositiveIntegerField()
    left = models.PositiveIntegerField()
    same = models.PositiveIntegerField()
    unread = models.PositiveIntegerField()
