"""A link between a need and a place, the visits, and whether it lasted."""

from django.db import models

from marugoto.disclosure.models import Filed
from marugoto.ground.models import Kept
from marugoto.participation.codes import (
    GoodEnd,
    HostSays,
    MatchState,
    PlaceNews,
    StillThere,
    Travel,
    VisitFeeling,
    VisitKind,
    WhyNot,
)


class Match(Filed):
    """`reasons`: the sentences with which the place was proposed, kept as they were shown."""

    need = models.ForeignKey("casework.Need", on_delete=models.PROTECT, related_name="+")
    place = models.ForeignKey("community.Place", on_delete=models.PROTECT, related_name="+")
    reasons = models.JSONField(default=list)
    by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["need", "place"], name="a_place_once_for_a_need")]


class MatchStanding(Filed):
    """`why`: why nothing came of it; `good`: how it ended well. At most one of the two."""

    match = models.ForeignKey("participation.Match", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=[(state.value, state.value) for state in MatchState])
    why = models.CharField(max_length=20, blank=True, choices=[(one.value, one.value) for one in WhyNot])
    good = models.CharField(max_length=20, blank=True, choices=[(one.value, one.value) for one in GoodEnd])
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


class StayLook(Filed):
    """Whether somebody who settled still goes there, `after` 90 or 180 days, and how it is for the host."""

    match = models.ForeignKey("participation.Match", on_delete=models.PROTECT, related_name="+")
    after = models.PositiveSmallIntegerField()
    day = models.DateField()
    result = models.CharField(max_length=20, choices=[(one.value, one.value) for one in StillThere])
    host = models.CharField(max_length=20, choices=[(one.value, one.value) for one in HostSays])
    words = models.TextField(blank=True)
    host_words = models.TextField(blank=True)
    by = models.UUIDField()


class ShownPlace(Filed):
    """A place was shown to the holder of a need as one that fits: on the page, or, with `news`, told because of what became of it while the
    need waited; then `reasons` are kept as they were said. Told once."""

    need = models.ForeignKey("casework.Need", on_delete=models.PROTECT, related_name="+")
    place = models.ForeignKey("community.Place", on_delete=models.PROTECT, related_name="+")
    news = models.CharField(max_length=20, blank=True, choices=[(one.value, one.value) for one in PlaceNews])
    reasons = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["need", "place"], name="a_place_is_news_once_for_a_need")]


class DistrictRoad(Kept):
    """From one district to another: minutes by one way, and when it runs (as the times of a wish; empty: always). `last`: the minute of
    the day at which the last one leaves."""

    start = models.CharField(max_length=20)
    end = models.CharField(max_length=20)
    way = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Travel])
    minutes = models.PositiveSmallIntegerField()
    times = models.CharField(max_length=200, blank=True)
    last = models.PositiveSmallIntegerField(null=True)
    by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "start", "end", "way"], name="each_road_once")]
