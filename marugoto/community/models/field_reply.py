"""What somebody answers to a note: mostly whoever leads the writer, so that what was brought home moves on."""

from django.db import models

from marugoto.community.codes import ReplyKind
from marugoto.ground.models import Kept


class FieldReply(Kept):
    note = models.ForeignKey("community.FieldNote", on_delete=models.PROTECT, related_name="replies")
    kind = models.CharField(max_length=20, choices=[(one.value, one.value) for one in ReplyKind])
    words = models.CharField(max_length=2_000)
    by = models.UUIDField()
