"""相手方: from whom somebody is protected, as those who go on seeing wrote it down."""

from django.db import models

from marugoto.disclosure.models import Filed
from marugoto.ground.models import Kept


class OtherParty(Filed):
    """Lies in the folder of the protected address, which every measure shuts: whoever is not listed does not read it.

    A name, and no key to any record: whether there is one, is looked for anew each time, with the eyes of whoever is listed.
    """

    lies_in = ("person",)

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=300)
    name_folded = models.TextField()
    birth = models.DateField(null=True)
    tie = models.CharField(max_length=60, blank=True)  # in the words of the measure
    by = models.UUIDField()


class OtherPartyEnding(Kept):
    """It was a mistake, or holds no more."""

    party = models.OneToOneField("people.OtherParty", on_delete=models.PROTECT, related_name="ended")
    by = models.UUIDField()
