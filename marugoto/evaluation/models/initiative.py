"""What a body has begun and wants to look back at: since when, by whom, about what, where. What was there before is counted beside it."""

from django.db import models
from django.db.models import Q

from marugoto.community.codes import NoteTheme
from marugoto.ground.models import Kept


class Initiative(Kept):
    """`theme` empty: about no one theme."""

    name = models.CharField(max_length=120)
    runner = models.CharField(max_length=120)
    since = models.DateField()
    theme = models.CharField(max_length=20, blank=True, choices=[(one.value, one.value) for one in NoteTheme])
    words = models.TextField(blank=True)
    by = models.UUIDField()
    ended = models.OneToOneField(
        "evaluation.InitiativeEnding", null=True, on_delete=models.PROTECT, related_name="initiative"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "name"], condition=Q(ended=None), name="one_running_initiative_of_a_name"
            )
        ]


class InitiativePart(Kept):
    """What belongs to it: a district, a place or activity, or what a standing member does of its own."""

    initiative = models.ForeignKey("evaluation.Initiative", on_delete=models.PROTECT, related_name="parts")
    district = models.ForeignKey("agencies.District", null=True, on_delete=models.PROTECT, related_name="+")
    place = models.ForeignKey("community.Place", null=True, on_delete=models.PROTECT, related_name="+")
    undertaking = models.ForeignKey("community.Undertaking", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(district__isnull=False, place=None, undertaking=None)
                    | Q(district=None, place__isnull=False, undertaking=None)
                    | Q(district=None, place=None, undertaking__isnull=False)
                ),
                name="a_part_is_one_thing",
            ),
            models.UniqueConstraint(
                fields=["initiative", "district"], condition=~Q(district=None), name="each_district_once_an_initiative"
            ),
            models.UniqueConstraint(
                fields=["initiative", "place"], condition=~Q(place=None), name="each_place_once_an_initiative"
            ),
            models.UniqueConstraint(
                fields=["initiative", "undertaking"],
                condition=~Q(undertaking=None),
                name="each_undertaking_once_an_initiative",
            ),
        ]


class InitiativeChange(Kept):
    """What was put right afterwards, why and by whom: a day that is moved moves the figures, and whoever reads them must see it."""

    initiative = models.ForeignKey("evaluation.Initiative", on_delete=models.PROTECT, related_name="changes")
    was = models.CharField(max_length=1000)
    becomes = models.CharField(max_length=1000)
    reason = models.CharField(max_length=200)
    by = models.UUIDField()


class InitiativeEnding(Kept):
    """It is done no more, from that day on; its figures stay."""

    day = models.DateField()
    reason = models.CharField(max_length=200)
    by = models.UUIDField()
