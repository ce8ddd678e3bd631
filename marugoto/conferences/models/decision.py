"""What was said and decided."""

from django.db import models

from marugoto.conferences.codes import Attendance
from marugoto.disclosure.models import Filed
from marugoto.ground.models import Kept


class Attended(Kept):
    """Who of the seats came."""

    seat = models.OneToOneField("conferences.Seat", on_delete=models.PROTECT, related_name="+")
    attendance = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Attendance])


class Minutes(Filed):
    """The discussion of one item in words; a later version supersedes by number."""

    item = models.ForeignKey("conferences.AgendaItem", on_delete=models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField()
    words = models.TextField()
    by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "version"], name="minutes_versions_of_an_item")]


class Decision(Filed):
    """A role taken at the table: who does what until when. `need` is the need whose ball moved by it."""

    item = models.ForeignKey("conferences.AgendaItem", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=300)
    team = models.ForeignKey("agencies.Team", on_delete=models.PROTECT, related_name="+")
    taken_by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    due = models.DateField()
    need = models.UUIDField()
    by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "number"], name="decisions_of_an_item_are_numbered")]
