"""Unions: marriages and other couples, and how they stand over time."""

from django.db import models
from django.db.models import F, Q

from marugoto.disclosure.models import Filed
from marugoto.people.codes import UnionKind, UnionState


class Union(Filed):
    """Two persons. Lies in the folder of `one`; shown only where both are visible."""

    one = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in UnionKind])

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(one=F("other")), name="a_union_is_of_two_persons")]


class UnionTurn(Filed):
    """How the union stands from a day on (empty: day unknown); the latest row holds. The first is always "together"."""

    union = models.ForeignKey("people.Union", on_delete=models.PROTECT, related_name="turns")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=20, choices=[(state.value, state.value) for state in UnionState])
    day = models.DateField(null=True)
    by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["union", "number"], name="turns_of_a_union_in_order")]
