"""The ball and the unbroken history of who held it."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce, Greatest

from marugoto.custody.codes import How, MatterKind, Urgency
from marugoto.ground.models import Kept


class Ball(Kept):
    """Who holds a matter now. Every move is a compare-and-set on `version`, so of two hands only one closes (works on both databases)."""

    matter_kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in MatterKind])
    matter = models.UUIDField(unique=True)
    number = models.CharField(max_length=12)  # opaque, said on the telephone
    theme = models.CharField(max_length=40)
    urgency = models.CharField(max_length=10, choices=[(level.value, level.value) for level in Urgency])
    area = models.CharField(max_length=20, blank=True)
    holder = models.ForeignKey("agencies.Team", on_delete=models.PROTECT, related_name="+")
    in_charge = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()  # since when this team holds it
    version = models.PositiveIntegerField(default=1)
    passes = models.PositiveSmallIntegerField(default=0)  # how often somebody offered it to another team
    touched_at = models.DateTimeField(null=True)  # the last touch by those who carry it; the rows are `Touch`
    due_on = models.DateField(
        null=True
    )  # by that day the matter itself asks for something; it comes before the days of its urgency
    look_on = models.DateField(null=True)  # settled, and somebody looks in on that day
    settlement = models.OneToOneField("custody.Settlement", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "number"], name="each_number_names_one_ball"),
            models.CheckConstraint(condition=Q(version__gte=1), name="a_version_counts_from_one"),
        ]
        indexes = [
            models.Index(fields=["holder"], condition=Q(settlement=None), name="open_balls_of_a_holder"),
            models.Index(fields=["holder", "look_on"], condition=~Q(look_on=None), name="looks_of_a_holder"),
            models.Index(fields=["in_charge"], condition=Q(settlement=None), name="open_balls_of_a_duty"),
            models.Index(
                "body",
                "urgency",
                Greatest(F("since"), Coalesce(F("touched_at"), F("since"))),
                "number",
                condition=Q(settlement=None),
                name="open_balls_by_rest",
            ),
        ]


class Holding(Kept):
    """One stretch in one pair of hands; `until` is exclusive and is where the next one begins. A settled ball has no open one."""

    ball = models.ForeignKey("custody.Ball", on_delete=models.PROTECT, related_name="holdings")
    turn = models.PositiveIntegerField()  # 1, 2, 3 … without a gap
    team = models.ForeignKey("agencies.Team", on_delete=models.PROTECT, related_name="+")
    in_charge = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    how = models.CharField(max_length=12, choices=[(how.value, how.value) for how in How])
    by = models.UUIDField()  # the duty that made it so

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ball"], condition=Q(until=None), name="one_holder_at_a_time"),
            models.UniqueConstraint(fields=["ball", "turn"], name="one_holding_for_each_turn"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="a_holding_ends_after_it_begins"
            ),
        ]


class HandOver(Kept):
    """The person in charge left; until somebody of the team is named, the ball waits with the head, marked to be handed over."""

    ball = models.ForeignKey("custody.Ball", on_delete=models.PROTECT, related_name="hand_overs")
    left = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ball"], condition=Q(until=None), name="one_hand_over_at_a_time")
        ]
