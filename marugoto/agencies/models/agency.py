"""Agencies and their teams: only a team can hold a ball."""

from django.db import models
from django.db.models import Q

from marugoto.agencies.codes import Field
from marugoto.ground.models import Kept, Wall


class Agency(Kept):
    """A division or agency taking part in support; `field` says in which field, `sensitive` that its being asked is itself a secret."""

    wall = Wall.DIRECTORY

    name = models.CharField(max_length=60)
    short = models.CharField(max_length=20)
    field = models.CharField(max_length=20, choices=[(field.value, field.value) for field in Field])
    contracted = models.BooleanField(default=False)  # 委託
    sensitive = models.BooleanField(default=False)
    has_accounts = models.BooleanField(default=True)  # a hospital or school without accounts never holds

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "name"], name="one_agency_for_each_name")]


class Team(Kept):
    """A team of an agency. Its head (a duty) is the person in charge where nobody else is named."""

    wall = Wall.DIRECTORY

    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=60)
    phone = models.CharField(max_length=30, blank=True)
    hours = models.CharField(max_length=80, blank=True)  # when somebody answers there
    district = models.ForeignKey("agencies.District", null=True, on_delete=models.PROTECT, related_name="+")
    head = models.ForeignKey("agencies.Duty", null=True, on_delete=models.PROTECT, related_name="+")
    last_resort = models.BooleanField(default=False)
    control_tower = models.BooleanField(default=False)  # 多機関協働 of this body

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "name"], name="one_team_for_each_name"),
            models.UniqueConstraint(
                fields=["body"], condition=Q(last_resort=True), name="one_last_resort_for_each_body"
            ),
        ]


class TeamEnding(Kept):
    """A team was closed, by whom and why; refused while it holds a ball and for the team of last resort."""

    wall = Wall.DIRECTORY

    team = models.OneToOneField("agencies.Team", on_delete=models.PROTECT, related_name="+")
    day = models.DateField()  # the first day on which it is no more
    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=200)


class Membership(Kept):
    """A team of another body works in this one (a prefectural welfare office in a town without one), or an agency from outside
    (a school, a clinic) sits at its table: on a stated ground, until a day or until it is ended. `by` is empty where settled so.
    """

    wall = Wall.DIRECTORY

    team = models.ForeignKey("agencies.Team", on_delete=models.PROTECT, related_name="+")
    ground = models.CharField(max_length=120)
    since = models.DateField()
    until = models.DateField(null=True)  # exclusive
    by = models.UUIDField(null=True)
    ended = models.OneToOneField(
        "agencies.MembershipEnding", null=True, on_delete=models.PROTECT, related_name="membership"
    )


class MembershipEnding(Kept):
    """A membership ended before its day: from which day on, by whom and why."""

    wall = Wall.DIRECTORY

    day = models.DateField()  # the first day without it
    by = models.UUIDField()
    reason = models.CharField(max_length=200)
