"""A count of a half-year, held fast once when the half-year was over: what leaves the house on paper is made of these alone."""

from django.db import models

from marugoto.ground.models import Kept, Wall


class HeldCount(Kept):
    """How many `name` were counted in the half-year that ends on `last`. It has no second edition: a paper that was given out and one
    that is printed later say the same, so that no fact told late stands between the two."""

    wall = Wall.LEDGER

    last = models.DateField()
    name = models.CharField(max_length=40)
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "last", "name"], name="one_held_count_of_each_half_year")
        ]
