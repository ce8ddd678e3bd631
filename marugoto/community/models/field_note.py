"""The field diary: what a coordinator saw and heard outside; about places and themes, not about persons."""

from django.db import models

from marugoto.community.codes import HostedBy, NoteKind, NoteTheme, WordsGone
from marugoto.ground.models import Kept


class FieldNote(Kept):
    """`minutes`: time spent in the community. Names of residents do not belong here; the page says so. `hosted`: of a gathering,
    who held it. `asks`: an answer from above is wished for."""

    day = models.DateField()
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in NoteKind])
    place = models.ForeignKey("community.Place", null=True, on_delete=models.PROTECT, related_name="+")
    district = models.ForeignKey("agencies.District", null=True, on_delete=models.PROTECT, related_name="+")
    minutes = models.PositiveSmallIntegerField(null=True)
    words = models.TextField()
    hosted = models.CharField(max_length=20, blank=True, choices=[(one.value, one.value) for one in HostedBy])
    asks = models.BooleanField(default=False)
    by = models.UUIDField()

    class Meta:
        indexes = [
            models.Index(fields=["body", "day"], name="notes_by_day"),
            models.Index(fields=["body", "by", "day"], name="notes_of_a_writer"),
        ]


class FieldNoteBlank(Kept):
    """The words, findings and photos of a note were taken out, because they did not belong here. That somebody was outside stays."""

    note = models.OneToOneField("community.FieldNote", on_delete=models.PROTECT, related_name="blank")
    reason = models.CharField(max_length=20, choices=[(one.value, one.value) for one in WordsGone])
    by = models.UUIDField()


class FieldFinding(Kept):
    """What was noticed on the way, by theme: of a place or a district, never of somebody."""

    note = models.ForeignKey("community.FieldNote", on_delete=models.PROTECT, related_name="findings")
    theme = models.CharField(max_length=20, choices=[(one.value, one.value) for one in NoteTheme])
    words = models.CharField(max_length=1_000)
    by = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["body", "theme"], name="findings_by_theme")]
