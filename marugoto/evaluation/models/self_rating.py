"""自己採点: rounds in which several roles judge blind. Of a resident nothing but the role is kept."""

from django.db import models
from django.db.models import Q

from marugoto.evaluation.rules.second_opinion import RaterRole
from marugoto.ground.models import Kept, Wall


class RatingRound(Kept):
    """`computed`: the stages by the records when the round began, by function; empty where they could not be judged. `wanted`: by function,
    what would have to be recorded for that, in words."""

    number = models.PositiveIntegerField()
    until = models.DateField()
    computed = models.JSONField(default=dict)
    wanted = models.JSONField(default=dict)
    by = models.UUIDField()
    closed = models.OneToOneField("evaluation.RatingClosing", null=True, on_delete=models.PROTECT, related_name="round")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "number"], name="one_round_for_each_number"),
            models.UniqueConstraint(fields=["body"], condition=Q(closed=None), name="one_open_round_at_a_time"),
        ]


class RatingClosing(Kept):
    """`words`: what is done next; a round that is split has to say when it is talked over."""

    wall = Wall.LEDGER

    words = models.CharField(max_length=400, blank=True)
    by = models.UUIDField()


class SelfRating(Kept):
    """`copied`: by the planner from paper, of somebody who has no account; otherwise each duty writes once."""

    wall = Wall.LEDGER

    round = models.ForeignKey("evaluation.RatingRound", on_delete=models.PROTECT, related_name="ratings")
    role = models.CharField(max_length=20, choices=[(one.value, one.value) for one in RaterRole])
    scores = models.JSONField(default=dict)
    words = models.CharField(max_length=400, blank=True)
    copied = models.BooleanField(default=False)
    by = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "by"], condition=Q(copied=False), name="each_duty_rates_once")
        ]
