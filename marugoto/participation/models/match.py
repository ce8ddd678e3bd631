"""A link between a need and a place, and the visits."""

from django.db import models

from marugoto.disclosure.models import Filed
from marugoto.participation.codes import MatchState, VisitFeeling, VisitKind


class Match(Filed):
    """`reasons`: the sentences with which the place was proposed, kept as they were shown."""

    need = models.ForeignKey("casework.Need", on_delete=models.PROTECT, related_name="+")
    place = models.ForeignKey("community.Place", on_delete=models.PROTECT, related_name="+")
    reasons = models.JSONField(default=list)
    by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["need", "place"], name="a_place_once_for_a_need")]


class MatchStanding(Filed):
    match = models.ForeignKey("participation.Match", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=[(state.value, state.value) for state in MatchState])
    number = models.PositiveSmallIntegerField()
    day = models.DateField()
    words = models.CharField(max_length=400, blank=True)
    by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["match", "number"], name="standings_of_a_match_follow")]


class Visit(Filed):
    """Going there: with whom, how it went, what the host said."""

    match = models.ForeignKey("participation.Match", on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in VisitKind])
    feeling = models.CharField(max_length=20, choices=[(one.value, one.value) for one in VisitFeeling])
    with_worker = models.BooleanField(default=False)
    words = models.TextField(blank=True)
    host_words = models.TextField(blank=True)
    by = models.UUIDField()
