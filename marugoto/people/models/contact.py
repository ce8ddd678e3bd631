"""How and where a person is reached: in the folder of contacts, or of the protected address."""

from django.db import models

from marugoto.disclosure.models import Filed


class Phone(Filed):
    """`number` as it was told; `digits` for an exact match; `note`: when to call, who answers."""

    lies_in = ("person",)

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=60)
    digits = models.CharField(max_length=40, db_index=True)
    note = models.CharField(max_length=200, blank=True)
    since = models.DateField()
    until = models.DateField(null=True)  # exclusive


class Address(Filed):
    """Where the person lives or stays, from a day until another (exclusive; empty is open).

    `folded` is for comparing, never for showing; None on rows from before, found as they are written until `migrate` has folded them.
    """

    lies_in = ("person",)

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    text = models.CharField(max_length=300)
    folded = models.TextField(null=True)
    postal = models.CharField(max_length=10, blank=True)
    note = models.CharField(max_length=200, blank=True)
    since = models.DateField(null=True)
    until = models.DateField(null=True)
