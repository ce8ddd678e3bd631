"""When a place is open, in figures beside the words of its source: what can be reckoned with, and the days that differ."""

from django.db import models

from marugoto.ground.models import Kept


class PlaceTime(Kept):
    """One weekday (0 Monday). `nth` 1 to 5 of the month, -1 the last, empty every week; months 1 to 12 of a season, both or none,
    over the turn of the year where the first is greater. A time that was not said is empty."""

    place = models.ForeignKey("community.Place", on_delete=models.PROTECT, related_name="+")
    weekday = models.PositiveSmallIntegerField()
    nth = models.SmallIntegerField(null=True)
    opens = models.TimeField(null=True)
    closes = models.TimeField(null=True)
    first_month = models.PositiveSmallIntegerField(null=True)
    last_month = models.PositiveSmallIntegerField(null=True)
    by = models.UUIDField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(weekday__lte=6), name="a_weekday_is_one_of_seven"),
            models.CheckConstraint(
                condition=models.Q(first_month=None, last_month=None)
                | models.Q(first_month__range=(1, 12), last_month__range=(1, 12)),
                name="a_season_has_both_months",
            ),
        ]


class PlaceDay(Kept):
    """One day that differs: closed, or open at other times. `words` say why."""

    place = models.ForeignKey("community.Place", on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    is_open = models.BooleanField(default=False)
    opens = models.TimeField(null=True)
    closes = models.TimeField(null=True)
    words = models.CharField(max_length=120, blank=True)
    by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["place", "day"], name="one_word_about_each_day_of_a_place")]
