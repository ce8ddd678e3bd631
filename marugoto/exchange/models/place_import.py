"""A file that was brought in, what it would do row by row, and the receipt once somebody said yes.

Public facts about places only, so no folder; still nothing of one body is seen by another.
"""

from django.db import models

from marugoto.exchange.rules.plan import Verdict
from marugoto.ground.models import Kept


class Import(Kept):
    """Prepared when it exists, confirmed when a `Receipt` does; a preview nobody confirms has done nothing."""

    by = models.UUIDField()  # the duty that brought the file
    file_name = models.CharField(max_length=200)
    layout = models.CharField(max_length=30)
    encoding = models.CharField(max_length=20)
    row_count = models.PositiveIntegerField()  # records of the file, not places
    notes = models.JSONField(default=list)  # sentences about the file as a whole
    absent = models.JSONField(default=list)  # ids of known places of this layout that the file no longer has

    class Meta:
        indexes = [models.Index(fields=["body", "made_at"])]


class Upload(Kept):
    """The bytes as they came, kept apart so that a list of imports stays light."""

    of = models.OneToOneField("exchange.Import", on_delete=models.PROTECT, related_name="+")
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)


class ImportRow(Kept):
    """What is to be done about one place. `before` is what the import before this one had written, for the undo.

    `left`: why it was not done after all, though somebody said yes to the list."""

    of = models.ForeignKey("exchange.Import", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    lines = models.JSONField(default=list)
    verdict = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Verdict])
    name = models.CharField(max_length=200)
    keys = models.JSONField(default=list)
    place = models.UUIDField(null=True)  # known before, or made when confirmed
    values = models.JSONField(default=dict)
    changes = models.JSONField(default=list)  # [field, was, becomes]
    before = models.JSONField(default=dict)
    notes = models.JSONField(default=list)  # [field, sentence]
    reason = models.TextField(blank=True)
    left = models.TextField(blank=True)
    source = models.JSONField(default=list)  # the cells as they were

    class Meta:
        constraints = [models.UniqueConstraint(fields=["of", "number"], name="each_number_names_one_row")]
        indexes = [models.Index(fields=["of", "verdict"])]


class Receipt(Kept):
    """Somebody said yes, and it was done. `left`: rows of a long list that were not done after all; a short one is done whole or not."""

    of = models.OneToOneField("exchange.Import", on_delete=models.PROTECT, related_name="+")
    by = models.UUIDField()
    made = models.PositiveIntegerField()
    changed = models.PositiveIntegerField()
    unchanged = models.PositiveIntegerField()
    refused = models.PositiveIntegerField()
    left = models.PositiveIntegerField(default=0)
