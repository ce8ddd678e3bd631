"""Figures as they were counted last, for pages, and how far the ledger was read for them. All of it can be thrown away and counted anew."""

from django.db import models

from marugoto.ground.models import Kept


class Counting(Kept):
    """One row of each body. `number` rises with every round: whoever counted from an older one does not write.

    `as_of`: what was told until then is counted; empty: nothing was counted yet. `top` is the last fact that was read and `lately`
    those shortly before it, since a fact that took its number earlier may show itself later. `opening` is up to which opening day
    follow-ups were over. `asked_at` later than `as_of`: somebody waits. `needed`: what was weighed last of 要否, as it is said first
    (`queries.necessity.Needed`); empty before the first time.
    """

    number = models.PositiveIntegerField(default=0)
    anchor = models.DateField(null=True)
    as_of = models.DateTimeField(null=True)
    top = models.BigIntegerField(default=0)
    lately = models.JSONField(default=list)
    opening = models.PositiveIntegerField(default=0)
    again = models.PositiveIntegerField(default=0)  # how many figures were counted in that round
    milliseconds = models.PositiveIntegerField(default=0)
    asked_at = models.DateTimeField(null=True)
    asked_by = models.UUIDField(null=True)
    needed = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body"], name="one_counting_of_each_body")]


class CountedFigure(Kept):
    """What was counted last of an indicator, or of a piece of a criterion's evidence, from `since_day` up to `anchor`.

    `part`: which of its tables this is, `form` of what shape (`queries.tally`). `text` tells the measure it was counted by: a definition
    that changed without a new version is counted anew. `rows`: of a table that is no share, its numbers by key, as JSON that no question
    looks into: so the database does not take it apart. `made_at`: when.
    """

    code = models.CharField(max_length=10)
    part = models.CharField(max_length=60, blank=True)
    version = models.CharField(max_length=10)
    anchor = models.DateField()
    since_day = models.PositiveIntegerField()
    form = models.CharField(max_length=10)
    text = models.CharField(max_length=16)
    n = models.IntegerField(default=0)
    k = models.IntegerField(default=0)
    running = models.IntegerField(default=0)
    rows = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "code", "part", "version", "anchor"], name="one_latest_value_of_each_figure"
            )
        ]
