"""要否: what the body says of itself, and the decision with everything it rested on, as it stood that day."""

from django.db import models

from marugoto.evaluation.rules.necessity import Answer
from marugoto.evaluation.rules.thinking import LawSays
from marugoto.ground.models import Kept, Wall


class TownFacts(Kept):
    """Said anew it replaces what was said before, which stays. Staff in tenths of a full post, bookkeeping in hundredths.

    `said`: gap signal → whether it is there and how that is known, where records cannot tell.
    """

    wall = Wall.LEDGER

    desks = models.PositiveSmallIntegerField(null=True)
    staff = models.PositiveIntegerField(null=True)
    headquarters = models.PositiveIntegerField(null=True)
    depopulated = models.BooleanField(default=False)
    bookkeeping = models.PositiveIntegerField(null=True)
    refused_post = models.BooleanField(default=False)
    sponsor = models.CharField(max_length=120, blank=True)
    sunset = models.BooleanField(default=False)
    law = models.CharField(max_length=10, choices=[(one.value, one.value) for one in LawSays])
    law_source = models.CharField(max_length=200, blank=True)
    said = models.JSONField(default=dict)
    source = models.CharField(max_length=400)
    by = models.UUIDField()


class NecessityDecision(Kept):
    """`answer` is what the procedure says, `decided` what the body does, with or against it. `stood`: what was printed, in words;
    `counted`: the numbers behind it, counted at `as_of` from the records up to `counted_until`, which is no later than `day`; `talks`: who was
    heard. None of it is counted again."""

    wall = Wall.LEDGER

    number = models.PositiveIntegerField()
    answer = models.CharField(max_length=2, choices=[(one.value, one.value) for one in Answer])
    version = models.CharField(max_length=10)
    as_of = models.DateTimeField()
    counted_until = models.DateField(null=True)  # empty: kept before this was written down
    stood = models.JSONField(default=list)
    counted = models.JSONField(default=dict)
    talks = models.JSONField(default=list)
    follows = models.BooleanField()
    decided = models.TextField()
    decider = models.CharField(max_length=120)
    day = models.DateField()
    survey = models.CharField(max_length=400)
    evidence = models.CharField(max_length=400, blank=True)
    gap = models.CharField(max_length=200, blank=True)
    expects = models.CharField(max_length=400, blank=True)
    shrinks = models.CharField(max_length=400, blank=True)
    again_on = models.DateField()
    by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "number"], name="one_decision_for_each_number")]
