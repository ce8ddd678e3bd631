"""What is known of a place in codes: how one gets in and around, what the host asks for, whom the host has welcomed."""

from django.db import models

from marugoto.community.codes import Access, Answer, Experience, Family, HostCondition
from marugoto.ground.models import Kept

TRAITS = [*Access, *HostCondition, *Experience]


class PlaceTrait(Kept):
    """Yes or no, as it was heard; no row means unknown. Changed as a whole row: the history keeps what it was."""

    place = models.ForeignKey("community.Place", on_delete=models.PROTECT, related_name="+")
    family = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Family])
    trait = models.CharField(max_length=20, choices=[(one.value, one.value) for one in TRAITS])
    answer = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Answer])
    by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["place", "trait"], name="each_trait_once_at_a_place")]
