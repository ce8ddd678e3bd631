"""Same persons: two records found to be of one person. They are never merged; either can be parted from the other again."""

from django.db import models
from django.db.models import F, Q

from marugoto.disclosure.models import Filed


class Alias(Filed):
    """A worker confirmed that both are one. Lies in the folder of `one`; restrictions travel along it, grants do not."""

    one = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=200, blank=True)
    by = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="each_alias_once"),
            models.CheckConstraint(condition=~Q(one=F("other")), name="alias_is_of_two_records"),
        ]


class AliasEnding(Filed):
    """It was a mistake: the records are of two persons. What was restricted on the way stays restricted."""

    alias = models.OneToOneField("people.Alias", on_delete=models.PROTECT, related_name="ending")
    reason = models.CharField(max_length=200)
    by = models.UUIDField()
