"""One receipt taken back, as far as the town has not moved on since."""

from django.db import models

from marugoto.ground.models import Kept


class Undo(Kept):
    receipt = models.OneToOneField("exchange.Receipt", on_delete=models.PROTECT, related_name="+")
    by = models.UUIDField()


class UndoneRow(Kept):
    """What became of one row; when it could not be taken back, or not all of it, `sentence` says what and why."""

    of = models.ForeignKey("exchange.Undo", on_delete=models.PROTECT, related_name="+")
    row = models.OneToOneField("exchange.ImportRow", on_delete=models.PROTECT, related_name="+")
    done = models.BooleanField()
    sentence = models.TextField(blank=True)
