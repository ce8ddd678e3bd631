"""Same persons: two records found to be of one person. They are never merged; either can be parted from the other again.

Without words and without a folder: a restriction must travel along an alias also where its worker sees only one of the two.
Queries show an alias only where both records are visible.
"""

from django.db import models
from django.db.models import F, Q

from marugoto.ground.models import Kept


class Alias(Kept):
    """A worker confirmed that both are one person. Restrictions travel along it, grants do not."""

    one = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    by = models.UUIDField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(one=F("other")), name="alias_is_of_two_records")]


class AliasEnding(Kept):
    """It was a mistake: the records are of two persons. What was restricted on the way stays restricted."""

    alias = models.OneToOneField("people.Alias", on_delete=models.PROTECT, related_name="ending")
    by = models.UUIDField()
