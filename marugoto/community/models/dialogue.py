"""Dialogues: hearings with branches, providers, residents, divisions. Bodies and groups by name, residents never."""

from django.db import models

from marugoto.community.codes import NoteTheme, Partner
from marugoto.ground.models import Kept


class Dialogue(Kept):
    """`topic`: the id of a topic on policy, opaque here. `people`: how many sat there, where it was counted."""

    day = models.DateField()
    partner = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Partner])
    partner_name = models.CharField(max_length=120)
    theme = models.CharField(max_length=20, choices=[(one.value, one.value) for one in NoteTheme])
    asked = models.TextField(blank=True)
    said = models.TextField()
    people = models.PositiveSmallIntegerField(null=True)
    minutes = models.PositiveSmallIntegerField(null=True)
    district = models.ForeignKey("agencies.District", null=True, on_delete=models.PROTECT, related_name="+")
    place = models.ForeignKey("community.Place", null=True, on_delete=models.PROTECT, related_name="+")
    unmet = models.ForeignKey("community.UnmetNeed", null=True, on_delete=models.PROTECT, related_name="+")
    topic = models.UUIDField(null=True)
    by = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["body", "day"], name="dialogues_by_day")]
