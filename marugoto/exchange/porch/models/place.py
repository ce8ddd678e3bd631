"""What a house published: itself, and its places of the public tier. Replaced whole by the next list."""

from django.db import models

from marugoto.ground.models import Kept


class PublishedBody(Kept):
    """A municipality whose residents this porch serves; `sequence` is that of the list shown now."""

    name = models.CharField(max_length=60)
    phone = models.CharField(max_length=30, blank=True)
    training = models.BooleanField(default=False)
    sequence = models.PositiveIntegerField()
    published_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body"], name="one_published_list_for_each_body")]


class PublishedPlace(Kept):
    """`id` is the place's own. `welcome` and `interests` are codes between commas: ",aged,anybody,"; "" when unknown.

    `shown` holds the words of the other fields by name; what the house does not publish is not in it.
    """

    name = models.CharField(max_length=200)
    kana = models.CharField(max_length=400, blank=True)
    district = models.CharField(max_length=60, blank=True)
    days = models.CharField(max_length=200, blank=True)
    hours = models.CharField(max_length=200, blank=True)
    welcome = models.CharField(max_length=200, blank=True)
    interests = models.CharField(max_length=300, blank=True)
    confirmed_on = models.DateField(null=True)
    shown = models.JSONField(default=dict)
    folded = models.TextField(blank=True)
