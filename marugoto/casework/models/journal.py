"""The journal: what workers saw and heard, in words. A correction is another entry; nothing is overwritten."""

from django.db import models

from marugoto.casework.codes import Method, PromiseEnd
from marugoto.disclosure.models import Filed
from marugoto.ground.models import Kept


class JournalEntry(Filed):
    """`happened_at` is when it was, `made_at` when it was written."""

    lies_in = ("case", "need")

    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="+")
    need = models.ForeignKey("casework.Need", null=True, on_delete=models.PROTECT, related_name="+")
    method = models.CharField(max_length=20, choices=[(method.value, method.value) for method in Method])
    happened_at = models.DateTimeField()
    counterpart = models.CharField(max_length=120, blank=True)
    words = models.TextField()
    promise = models.CharField(max_length=200, blank=True)
    promise_on = models.DateField(null=True)
    supersedes = models.OneToOneField("casework.JournalEntry", null=True, on_delete=models.PROTECT, related_name="+")
    by = models.UUIDField()

    class Meta:
        indexes = [  # a list of households looks up the latest of each
            models.Index(fields=["case", "happened_at"], include=["folder", "body"], name="entries_of_a_case"),
            models.Index(fields=["promise_on"], condition=models.Q(promise_on__isnull=False), name="promises_by_day"),
        ]


class PromiseEnding(Filed):
    """What became of what was promised, and why it was not kept. In the folder of the entry."""

    entry = models.OneToOneField("casework.JournalEntry", on_delete=models.PROTECT, related_name="promise_ended")
    end = models.CharField(max_length=10, choices=[(end.value, end.value) for end in PromiseEnd])
    why = models.CharField(max_length=200, blank=True)
    by = models.UUIDField()


class Caution(Filed):
    """What whoever visits must know before, until a day: an entry of the journal, shown above it. In the folder of the entry."""

    entry = models.OneToOneField("casework.JournalEntry", on_delete=models.PROTECT, related_name="caution")
    until = models.DateField()  # the last day on which it is shown
    by = models.UUIDField()


class CautionEnding(Filed):
    """It is not needed any more."""

    caution = models.OneToOneField("casework.Caution", on_delete=models.PROTECT, related_name="ended")
    by = models.UUIDField()


class Misfiled(Kept):
    """A tombstone: the entry with this id was written into the wrong file and has left it."""

    case_ref = models.UUIDField(db_index=True)
    entry_ref = models.UUIDField(unique=True)
    written_at = models.DateTimeField()
    by = models.UUIDField()
