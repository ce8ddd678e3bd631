"""Households over time: who lived in which, from when until when."""

from django.db import models
from django.db.models import F, Q

from marugoto.disclosure.models import Filed
from marugoto.people.codes import ChangeKind, Destination


class Household(Filed):
    """Lies in ("household", id) BASIC. `name` is how workers call it (佐藤さん世帯); `area` a district's code or empty."""

    lies_in = ("household",)

    name = models.CharField(max_length=120)
    area = models.CharField(max_length=20, blank=True)
    since = models.DateField()


class Member(Filed):
    """A person's time in a household. Lies in the PERSON's folder: where the person is hidden, so is the membership.

    `since` empty: longer than we know; `until` is exclusive, empty: still.
    """

    lies_in = ("person",)

    household = models.ForeignKey("people.Household", on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="memberships")
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    relation = models.CharField(max_length=60, blank=True)  # in words, to the person at the centre: 長男, 母
    is_centre = models.BooleanField(default=False)  # 本人: whom the work began with

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["household", "person"], condition=Q(until=None), name="once_at_a_time_in_a_household"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(since=None) | Q(until__gte=F("since")),
                name="membership_ends_after_it_began",
            ),
        ]


class HouseholdChange(Filed):
    """What became of a household. A row about one person lies in that person's folder, the others in the household's."""

    household = models.ForeignKey("people.Household", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in ChangeKind])
    day = models.DateField(null=True)
    person = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey("people.Household", null=True, on_delete=models.PROTECT, related_name="+")
    destination = models.CharField(
        max_length=20, blank=True, choices=[(code.value, code.value) for code in Destination]
    )
    by = models.UUIDField()
