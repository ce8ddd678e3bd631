"""What the person would like, in his own words and in codes that can be compared. Blank means nobody asked, never no."""

from django.db import models

from marugoto.disclosure.models import Filed


class Wish(Filed):
    """Of one need (a place to be). Several codes are joined by commas; `topics`, `not_topics`, `must_words` stand one on each line.

    `times`: weekdays 0 Monday to 6 Sunday, "3" the whole day, "3pm" the afternoon. `minutes` one way at most, `stay` at one time, `after`
    and `until` minutes of the day; `fee_limit` yen each time.
    """

    need = models.ForeignKey("casework.Need", on_delete=models.PROTECT, related_name="+")
    words = models.TextField(blank=True)
    times = models.CharField(max_length=200, blank=True)
    area = models.CharField(max_length=20, blank=True)
    ways = models.CharField(max_length=60, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True)
    company = models.CharField(max_length=60, blank=True)
    fears = models.CharField(max_length=200, blank=True)
    tongues = models.CharField(max_length=60, blank=True)
    support = models.CharField(max_length=200, blank=True)
    fee_limit = models.PositiveIntegerField(null=True)
    after = models.PositiveSmallIntegerField(null=True)
    until = models.PositiveSmallIntegerField(null=True)
    stay = models.PositiveSmallIntegerField(null=True)
    as_whom = models.CharField(max_length=120, blank=True)
    age = models.PositiveSmallIntegerField(null=True)
    sex = models.CharField(max_length=10, blank=True)  # only where a place is for women or for men alone
    went_wrong = models.TextField(blank=True)
    topics = models.TextField(blank=True)
    only_topics = models.BooleanField(default=False)  # nothing else will do
    not_topics = models.TextField(blank=True)
    must_words = models.TextField(blank=True)
    doings = models.CharField(max_length=60, blank=True)
    likes = models.CharField(max_length=400, blank=True)
    must = models.CharField(max_length=400, blank=True)
    never = models.CharField(max_length=400, blank=True)
    weeks = models.CharField(max_length=10, blank=True)
    not_areas = models.TextField(blank=True)
    steps = models.PositiveSmallIntegerField(null=True)
    fee_month = models.PositiveIntegerField(null=True)
    fee_year = models.PositiveIntegerField(null=True)
    by = models.UUIDField()


class WishInterest(Filed):
    wish = models.ForeignKey("participation.Wish", on_delete=models.PROTECT, related_name="+")
    interest = models.CharField(max_length=20)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["wish", "interest"], name="each_interest_once_in_a_wish")]
