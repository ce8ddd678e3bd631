"""Places: what a town knows of where people meet. Public facts of organisations; blank means unknown, never no."""

from django.db import models
from django.db.models import Q

from marugoto.community.codes import Interest, PlaceEnd, PlaceKind, Precision, Tier, Welcome
from marugoto.ground.models import Kept


class Place(Kept):
    """`kind_text`, `target`, `days`, `hours` keep the words of the source; `folded` is what search compares.

    An activity may belong to an organisation (`run_by`) and take place somewhere (`held_at`). `owner` is the team that tends it,
    `serves` for which statutory function. `fee_yen` 0 costs nothing; blank is unknown. `room_on`: the day the room was said.
    """

    name = models.CharField(max_length=200)
    name_kana = models.CharField(max_length=400, blank=True)
    kind = models.CharField(max_length=40, default=PlaceKind.OTHER)
    kind_text = models.CharField(max_length=200, blank=True)
    sort = models.CharField(max_length=20, blank=True)
    run_by = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    held_at = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey("agencies.Team", null=True, on_delete=models.PROTECT, related_name="+")
    serves = models.CharField(max_length=20, blank=True)
    services = models.TextField(blank=True)
    district = models.ForeignKey("agencies.District", null=True, on_delete=models.PROTECT, related_name="+")
    address = models.CharField(max_length=300, blank=True)
    building = models.CharField(max_length=200, blank=True)
    latitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    precision = models.CharField(max_length=20, default=Precision.EXACT)
    phone = models.CharField(max_length=60, blank=True)
    extension = models.CharField(max_length=40, blank=True)
    fax = models.CharField(max_length=60, blank=True)
    email = models.CharField(max_length=254, blank=True)
    contact_note = models.TextField(blank=True)
    organisation = models.CharField(max_length=200, blank=True)
    office_number = models.CharField(max_length=40, blank=True)
    days = models.CharField(max_length=200, blank=True)
    hours = models.CharField(max_length=200, blank=True)
    hours_note = models.TextField(blank=True)
    on_holidays = models.CharField(max_length=10, blank=True)
    target = models.TextField(blank=True)
    capacity = models.CharField(max_length=60, blank=True)
    capacity_people = models.PositiveSmallIntegerField(null=True)
    room_now = models.CharField(max_length=120, blank=True)
    room_people = models.PositiveSmallIntegerField(null=True)
    room_on = models.DateField(null=True)
    fee = models.CharField(max_length=120, blank=True)
    fee_yen = models.PositiveIntegerField(null=True)
    conditions = models.TextField(blank=True)
    experience = models.TextField(blank=True)
    access = models.TextField(blank=True)
    parking = models.TextField(blank=True)
    accessibility = models.TextField(blank=True)
    url = models.CharField(max_length=2_000, blank=True)
    description = models.TextField(blank=True)
    note = models.TextField(blank=True)
    tier = models.CharField(max_length=20, default=Tier.PUBLIC, choices=[(tier.value, tier.value) for tier in Tier])
    version = models.PositiveIntegerField(default=1)
    folded = models.TextField(blank=True)
    by = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["body", "kind"])]


class PlaceChange(Kept):
    """One field that changed: what it was, what it became, whose hand."""

    place = models.ForeignKey("community.Place", on_delete=models.PROTECT, related_name="+")
    field = models.CharField(max_length=40)
    was = models.TextField(blank=True)
    becomes = models.TextField(blank=True)
    by = models.UUIDField()


class PlaceWelcome(Kept):
    """Who is welcome and since when: widening from one generation to all is visible over time. `until` is exclusive."""

    place = models.ForeignKey("community.Place", on_delete=models.PROTECT, related_name="+")
    welcome = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Welcome])
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["place", "welcome"], condition=Q(until=None), name="each_welcome_once_at_a_time"
            )
        ]


class PlaceInterest(Kept):
    place = models.ForeignKey("community.Place", on_delete=models.PROTECT, related_name="+")
    interest = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Interest])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["place", "interest"], name="each_interest_once_at_a_place")]


class PlaceEnding(Kept):
    """The place is no more; it can be taken up again by ending the ending: `undone_at`."""

    place = models.ForeignKey("community.Place", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=20, choices=[(one.value, one.value) for one in PlaceEnd])
    day = models.DateField()
    by = models.UUIDField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place"], condition=Q(undone_at=None), name="a_place_ends_once_at_a_time")
        ]
