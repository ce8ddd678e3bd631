"""What a prefecture provides for all its municipalities, and which of them use it: offices only, no resident stands in it."""

from django.db import models
from django.db.models import F, Q

from marugoto.community.codes import GroundKind, Lack, UptakeKind
from marugoto.ground.models import Kept, Wall


class Provision(Kept):
    """`body` is the prefecture. For whom it is, until when (exclusive), whom to call, and on what ground."""

    wall = Wall.DIRECTORY

    name = models.CharField(max_length=120)
    does = models.TextField()
    audience = models.CharField(max_length=200)
    lack = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Lack])
    since = models.DateField()
    until = models.DateField(null=True)  # exclusive
    contact = models.CharField(max_length=200)
    ground = models.CharField(max_length=20, choices=[(one.value, one.value) for one in GroundKind])
    ground_words = models.CharField(max_length=200)
    by = models.UUIDField()
    ended = models.OneToOneField(
        "community.ProvisionEnding", null=True, on_delete=models.PROTECT, related_name="provision"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "name"], condition=Q(ended=None), name="one_provision_for_each_name"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("since")), name="a_provision_ends_after_it_begins"
            ),
        ]


class ProvisionEnding(Kept):
    wall = Wall.DIRECTORY

    day = models.DateField()
    reason = models.CharField(max_length=200)
    by = models.UUIDField()


class ProvisionUptake(Kept):
    """`body` is the municipality. As a town it is one at a time, until it says no more; for somebody it is a number and nothing else:
    neither for whom nor who pressed stands here."""

    wall = Wall.DIRECTORY

    provision = models.ForeignKey("community.Provision", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=[(one.value, one.value) for one in UptakeKind])
    day = models.DateField()
    until = models.DateField(null=True)  # exclusive

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "provision"],
                condition=Q(kind=UptakeKind.TOWN.value, until=None),
                name="a_town_takes_a_provision_up_once_at_a_time",
            )
        ]
