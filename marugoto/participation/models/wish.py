"""What the person would like, in his own words and in interests that can be compared."""

from django.db import models

from marugoto.disclosure.models import Filed
from marugoto.participation.codes import Company


class Wish(Filed):
    """Of one need (a place to be). `days`: weekday numbers 0 Monday to 6 Sunday joined by commas, empty: not asked."""

    need = models.ForeignKey("casework.Need", on_delete=models.PROTECT, related_name="+")
    words = models.TextField(blank=True)
    days = models.CharField(max_length=20, blank=True)
    area = models.CharField(max_length=20, blank=True)
    company = models.CharField(
        max_length=20, default=Company.UNKNOWN, choices=[(one.value, one.value) for one in Company]
    )
    welcome = models.CharField(max_length=20, blank=True)  # as whom the person would come, where that matters
    went_wrong = models.TextField(blank=True)
    by = models.UUIDField()


class WishInterest(Filed):
    wish = models.ForeignKey("participation.Wish", on_delete=models.PROTECT, related_name="+")
    interest = models.CharField(max_length=20)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["wish", "interest"], name="each_interest_once_in_a_wish")]
