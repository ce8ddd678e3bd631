"""Who is around a household beside the offices: neighbours, friends, 民生委員, relatives who live elsewhere."""

from django.db import models

from marugoto.casework.codes import AcquaintanceKind, Closeness
from marugoto.disclosure.models import Filed


class Acquaintance(Filed):
    """As somebody told it, from a day until another (exclusive). No record of a person: `name` is what the household calls him.

    Lies in the folder of the case; who stands to one member alone (`person`) is shown only where that member is. `closeness` empty:
    nobody said it. How it stands now is a row of its own, and what was before stays.
    """

    lies_in = ("case",)

    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=[(one.value, one.value) for one in AcquaintanceKind])
    name = models.CharField(max_length=60)
    closeness = models.CharField(max_length=10, blank=True, choices=[(one.value, one.value) for one in Closeness])
    words = models.CharField(max_length=200, blank=True)
    since = models.DateField()
    until = models.DateField(null=True)
    by = models.UUIDField()
