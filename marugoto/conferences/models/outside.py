"""Somebody from outside (a school, a clinic, the police, a neighbour) at the table for one item, through the porch."""

from django.db import models

from marugoto.conferences.codes import Attendance, OutsideKind
from marugoto.disclosure.models import Filed
from marugoto.ground.models import Kept


class OutsideSeat(Kept):
    """The seat itself names nobody: who it is and what he may read lies in the item's folder.

    `number` and the word for it are told to him; of the word only what it hashes to is kept. `told` is what the porch last heard
    of day and end, `opens_until` the moment at which the account ends by itself.
    """

    item = models.ForeignKey("conferences.AgendaItem", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=[(one.value, one.value) for one in OutsideKind])
    number = models.CharField(max_length=12, unique=True)
    secret = models.CharField(max_length=200)
    opens_until = models.DateTimeField()
    told = models.CharField(max_length=64, blank=True)
    told_in = models.UUIDField(null=True)  # the letter in which that was said
    letter = models.UUIDField(null=True)  # the one that brought it to the porch, or was to
    by = models.UUIDField()


class OutsideWords(Filed):
    """Who sits there, why he was chosen, and the extract that he reads: what goes out is written for him and for nobody else."""

    seat = models.OneToOneField("conferences.OutsideSeat", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=60)
    from_where = models.CharField(max_length=60, blank=True)
    reason = models.CharField(max_length=120)
    extract = models.TextField()
    agreed_on = models.DateField(null=True)  # on consent: when those concerned agreed that he sits there


class OutsidePledge(Kept):
    """He confirmed the secrecy on the porch; before it the extract did not open. `said_at` is the porch's clock."""

    seat = models.OneToOneField("conferences.OutsideSeat", on_delete=models.PROTECT, related_name="+")
    words = models.CharField(max_length=200)
    said_at = models.DateTimeField()


class OutsideView(Filed):
    """What he knows, does, can do and asks; written again, the later one counts. Stands on page one beside the others'."""

    seat = models.ForeignKey("conferences.OutsideSeat", on_delete=models.PROTECT, related_name="+")
    knows = models.TextField(blank=True)
    does = models.TextField(blank=True)
    can = models.TextField(blank=True)
    asks = models.TextField(blank=True)


class OutsideLate(Kept):
    """Something he sent came when his seat was over, and was not taken in: what sort it was and when he wrote it, never his words.
    Whoever asked him sees it, and can call."""

    seat = models.ForeignKey("conferences.OutsideSeat", on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=10)
    said_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seat", "what", "said_at"], name="a_late_letter_is_noted_once")]


class OutsideAttended(Kept):
    """Whether he came."""

    seat = models.OneToOneField("conferences.OutsideSeat", on_delete=models.PROTECT, related_name="+")
    attendance = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Attendance])


class OutsideEnding(Kept):
    """The seat ended before its time."""

    seat = models.OneToOneField("conferences.OutsideSeat", on_delete=models.PROTECT, related_name="+")
    by = models.UUIDField()
