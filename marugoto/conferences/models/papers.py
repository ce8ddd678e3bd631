"""The papers of an item: the pictures as they were when the papers were put together, and a numbered copy for each who sits."""

from django.db import models

from marugoto.disclosure.models import Filed
from marugoto.ground.models import Kept


class Papers(Filed):
    """The genogram and who is around, as they were drawn that day: at the next table they stand beside those of then. `on_paper`:
    whether they may be printed; not, unless the host says so. `drawn_from`: every folder that whoever had them drawn saw in them; who
    may not read one of these is shown the picture neither."""

    item = models.ForeignKey("conferences.AgendaItem", on_delete=models.PROTECT, related_name="+")
    family = models.TextField(blank=True)
    around = models.TextField(blank=True)
    drawn_from = models.JSONField(default=list)
    on_paper = models.BooleanField(default=False)
    by = models.UUIDField()


class PapersCopy(Kept):
    """A copy on paper, by its number: handed to a seat, and back again."""

    papers = models.ForeignKey("conferences.Papers", on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey("conferences.Seat", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["papers", "number"], name="copies_of_papers_are_numbered"),
            models.UniqueConstraint(fields=["papers", "seat"], name="one_copy_for_a_seat"),
        ]


class CopyReturn(Kept):
    """A copy came back, or was destroyed before somebody's eyes."""

    copy = models.OneToOneField("conferences.PapersCopy", on_delete=models.PROTECT, related_name="+")
    by = models.UUIDField()
