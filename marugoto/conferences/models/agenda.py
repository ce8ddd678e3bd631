"""Agenda items, each on its own basis, and the seats chosen for each."""

from django.db import models

from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.models import Filed
from marugoto.ground.models import Kept


class AgendaItem(Kept):
    """`case` is opaque here: who may not open the case sees an item with its theme only."""

    conference = models.ForeignKey("conferences.Conference", on_delete=models.PROTECT, related_name="+")
    case = models.UUIDField()
    folder = models.UUIDField()  # the ring-fenced folder in which everything said under this item lies
    number = models.PositiveSmallIntegerField()
    basis = models.CharField(max_length=30, choices=[(code.value, code.value) for code in BasisCode])
    theme = models.CharField(max_length=20)
    by = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conference", "number"], name="items_of_an_agenda_are_numbered"),
            models.UniqueConstraint(fields=["conference", "case", "basis"], name="a_case_once_on_an_agenda_on_a_basis"),
        ]


class Seat(Kept):
    """A duty at the table for one item, and why it was asked."""

    item = models.ForeignKey("conferences.AgendaItem", on_delete=models.PROTECT, related_name="+")
    duty = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=120, blank=True)
    by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "duty"], name="a_duty_sits_once_at_an_item")]


class SeatPledge(Kept):
    """The secrecy pledge was read and confirmed; before it the papers do not open."""

    seat = models.OneToOneField("conferences.Seat", on_delete=models.PROTECT, related_name="+")
    words = models.CharField(max_length=200)


class View(Filed):
    """What a seat knows, does, can do and asks: written before the day on the one shared sheet."""

    seat = models.ForeignKey("conferences.Seat", on_delete=models.PROTECT, related_name="+")
    knows = models.TextField(blank=True)
    does = models.TextField(blank=True)
    can = models.TextField(blank=True)
    asks = models.TextField(blank=True)
