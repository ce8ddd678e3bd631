"""Those outside welfare who make the town together: standing members, what each does of its own, and what they ask of us."""

from django.db import models
from django.db.models import F, Q

from marugoto.community.codes import CooperationSaid, GroundKind, Lack, MemberKind, SystemFunction
from marugoto.ground.models import Kept


class StandingMember(Kept):
    """A division outside welfare or a group: on a stated ground, since a day. `team`: where it has one in the directory."""

    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=20, choices=[(one.value, one.value) for one in MemberKind])
    team = models.ForeignKey("agencies.Team", null=True, on_delete=models.PROTECT, related_name="+")
    ground = models.CharField(max_length=20, choices=[(one.value, one.value) for one in GroundKind])
    ground_words = models.CharField(max_length=200)
    contact = models.CharField(max_length=200, blank=True)
    since = models.DateField()
    by = models.UUIDField()
    ended = models.OneToOneField(
        "community.StandingMemberEnding", null=True, on_delete=models.PROTECT, related_name="member"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "name"], condition=Q(ended=None), name="one_standing_member_for_each_name"
            )
        ]


class StandingMemberEnding(Kept):
    day = models.DateField()
    reason = models.CharField(max_length=200)
    by = models.UUIDField()


class Undertaking(Kept):
    """施策: what a member does of its own, to what end, for which lack and which of the three functions, since when, whom to ask,
    and what it needs from us. `goal` and `serves` are empty where they were not said."""

    member = models.ForeignKey("community.StandingMember", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    does = models.TextField()
    goal = models.CharField(max_length=200, blank=True)
    serves = models.CharField(max_length=20, blank=True, choices=[(one.value, one.value) for one in SystemFunction])
    lack = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Lack])
    area = models.CharField(max_length=20, blank=True)
    since = models.DateField()
    until = models.DateField(null=True)  # exclusive
    contact = models.CharField(max_length=200, blank=True)
    needs = models.CharField(max_length=400, blank=True)
    by = models.UUIDField()
    ended_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="an_undertaking_ends_after_it_begins"
            )
        ]


class Cooperation(Kept):
    """A member's own request: exactly one team holds its ball, and an answer is due on a day."""

    ball = models.OneToOneField("custody.Ball", on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey("community.StandingMember", on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=120)
    words = models.TextField(blank=True)
    answer_by = models.DateField()
    by = models.UUIDField()


class CooperationAnswer(Kept):
    cooperation = models.OneToOneField("community.Cooperation", on_delete=models.PROTECT, related_name="answer")
    said = models.CharField(max_length=20, choices=[(one.value, one.value) for one in CooperationSaid])
    words = models.CharField(max_length=400)
    by = models.UUIDField()
