"""Ties that were written down by mistake: they stay in the book and are shown no more."""

from django.db import models
from django.db.models import Q

from marugoto.disclosure.models import Filed

ONE_OF = (
    Q(descent__isnull=False, union__isnull=True, turn__isnull=True)
    | Q(descent__isnull=True, union__isnull=False, turn__isnull=True)
    | Q(descent__isnull=True, union__isnull=True, turn__isnull=False)
)


class TieMistake(Filed):
    """A parent and child, a couple, or the latest turn of a couple that never was. Lies where the tie lies."""

    descent = models.OneToOneField("people.Descent", null=True, on_delete=models.PROTECT, related_name="mistake")
    union = models.OneToOneField("people.Union", null=True, on_delete=models.PROTECT, related_name="mistake")
    turn = models.OneToOneField("people.UnionTurn", null=True, on_delete=models.PROTECT, related_name="mistake")
    by = models.UUIDField()

    class Meta:
        constraints = [models.CheckConstraint(condition=ONE_OF, name="a_mistake_is_of_one_tie")]
