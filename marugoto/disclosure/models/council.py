"""Bodies in which agencies sit together by law, as the municipality set them up: members, secrecy, public notice, coordination."""

from django.db import models

from marugoto.disclosure.codes import CouncilKind, MemberSort, NoticeKind
from marugoto.ground.models import Kept


class Council(Kept):
    """One body, from a day on, by an order with its number and day. `coordinator`: the one agency that keeps it going."""

    kind = models.CharField(max_length=20, choices=[(one.value, one.value) for one in CouncilKind])
    name = models.CharField(max_length=60)
    notice_kind = models.CharField(max_length=20, choices=[(one.value, one.value) for one in NoticeKind])
    notice = models.CharField(max_length=120)  # its name and number, as printed
    notice_day = models.DateField()
    coordinator = models.ForeignKey("agencies.Team", null=True, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    by = models.UUIDField()
    ended = models.OneToOneField(
        "disclosure.CouncilEnding", null=True, on_delete=models.PROTECT, related_name="council"
    )


class CouncilEnding(Kept):
    """It is no more, or goes on under another order: from which day on, by whom and why."""

    day = models.DateField()
    by = models.UUIDField()
    reason = models.CharField(max_length=200)


class CouncilText(Kept):
    """What everybody who sits in it promises: a version, from a day on. A seat keeps the words it was shown."""

    council = models.ForeignKey("disclosure.Council", on_delete=models.PROTECT, related_name="texts")
    version = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=200)
    since = models.DateField()
    by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["council", "version"], name="versions_of_a_councils_text")]


class CouncilMember(Kept):
    """An agency that belongs to it, or a person; `duty`: the one whom the agency appointed, where only he sits for it."""

    council = models.ForeignKey("disclosure.Council", on_delete=models.PROTECT, related_name="members")
    agency = models.ForeignKey("agencies.Agency", null=True, on_delete=models.PROTECT, related_name="+")
    duty = models.ForeignKey("agencies.Duty", null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=60, blank=True)  # of a person, or of an agency that is not kept here
    sort = models.CharField(max_length=20, choices=[(one.value, one.value) for one in MemberSort])
    since = models.DateField()
    until = models.DateField(null=True)  # exclusive
    by = models.UUIDField()
    ended = models.OneToOneField(
        "disclosure.CouncilMemberEnding", null=True, on_delete=models.PROTECT, related_name="member"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(agency__isnull=False) | ~models.Q(name=""), name="a_member_is_somebody"
            )
        ]


class CouncilMemberEnding(Kept):
    """The membership ended before its day."""

    day = models.DateField()
    by = models.UUIDField()
    reason = models.CharField(max_length=200)
