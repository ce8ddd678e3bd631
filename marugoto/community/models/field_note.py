"""The field diary: what a coordinator saw and heard outside; about places and themes, not about persons."""

from django.db import models

from marugoto.community.codes import NoteKind
from marugoto.ground.models import Kept


class FieldNote(Kept):
    """`minutes`: time spent in the community. Names of residents do not belong here; the page says so."""

    day = models.DateField()
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in NoteKind])
    place = models.ForeignKey("community.Place", null=True, on_delete=models.PROTECT, related_name="+")
    district = models.ForeignKey("agencies.District", null=True, on_delete=models.PROTECT, related_name="+")
    minutes = models.PositiveSmallIntegerField(null=True)
    words = models.TextField()
    by = models.UUIDField()
