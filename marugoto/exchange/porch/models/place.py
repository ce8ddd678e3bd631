"""What a house published: itself, and its places of the public tier. Replaced whole by the next list."""

from django.db import models

from marugoto.ground.models import Kept
from marugoto.ground.worded import Worded


class PublishedBody(Kept):
    """A municipality whose residents this porch serves; `sequence` is that of the list shown now.

    `digest` of what the list says, and since when it says so: a list that is said again is no news. `hosts_at`: when the list of the
    pages of groups was written that is held now.
    """

    name = models.CharField(max_length=60)
    phone = models.CharField(max_length=30, blank=True)
    prefecture = models.CharField(max_length=60, blank=True)
    training = models.BooleanField(default=False)
    sequence = models.PositiveIntegerField()
    published_at = models.DateTimeField()
    hosts_at = models.DateTimeField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    said_since = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body"], name="one_published_list_for_each_body")]


class PublishedPlace(Worded):
    """`id` is the place's own. `welcome`, `interests` and `traits` are codes between commas: ",aged,anybody,"; "" when unknown.

    `shown` holds the words of the other fields by name, `since` from when on whom is welcome, `opening` the times and the days that
    differ; what the house does not publish is not in it. `precision` says how exact the point is. `open` is what only the list for
    other programs tells, `changed_at` when the house last changed its words, `made_at` since when it is shown here as it is.
    """

    name = models.CharField(max_length=200)
    kana = models.CharField(max_length=400, blank=True)
    kind = models.CharField(max_length=40, blank=True)
    district = models.CharField(max_length=60, blank=True)
    days = models.CharField(max_length=200, blank=True)
    hours = models.CharField(max_length=200, blank=True)
    opening = models.TextField(blank=True)
    welcome = models.CharField(max_length=200, blank=True)
    since = models.JSONField(default=dict)
    interests = models.CharField(max_length=300, blank=True)
    traits = models.CharField(max_length=600, blank=True)
    fee_yen = models.PositiveIntegerField(null=True)
    latitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    precision = models.CharField(max_length=20, blank=True)
    confirmed_on = models.DateField(null=True)
    shown = models.JSONField(default=dict)
    open = models.JSONField(default=dict)
    changed_at = models.DateTimeField(null=True)
