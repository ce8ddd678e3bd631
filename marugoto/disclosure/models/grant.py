"""Grants: a folder is open to a team or one duty, on a basis, for a time. (Access; never money.)"""

from django.db import models
from django.db.models import Q

from marugoto.disclosure.codes import BasisCode
from marugoto.ground.models import Kept


class Grant(Kept):
    """`via` is what gave it (a ball, a seat, a consent); `reason` and `decided_by` where the basis asks for them."""

    folder = models.ForeignKey(
        "disclosure.Folder", on_delete=models.PROTECT, related_name="+", db_index=False
    )  # see below
    kind = models.CharField(max_length=20)  # of the folder's subject, which never changes: lists begin with it
    team = models.ForeignKey("agencies.Team", null=True, on_delete=models.PROTECT, related_name="+")
    duty = models.ForeignKey("agencies.Duty", null=True, on_delete=models.PROTECT, related_name="+")
    basis = models.CharField(max_length=30, choices=[(code.value, code.value) for code in BasisCode])
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    via = models.CharField(max_length=80, blank=True)
    reason = models.CharField(max_length=400, blank=True)
    by = models.UUIDField()  # the duty that opened it

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(team__isnull=False, duty__isnull=True) | Q(team__isnull=True, duty__isnull=False),
                name="grant_is_to_a_team_or_to_a_duty",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=models.F("since")), name="grant_ends_after_it_begins"
            ),
        ]
        indexes = [
            # Row security asks this of each row that is read: it is answered by the index alone.
            models.Index(
                fields=["folder"],
                include=["team", "duty", "kind", "body", "since", "until", "id"],
                name="grants_on_a_folder",
            ),
            models.Index(fields=["team", "kind", "folder"]),
            models.Index(fields=["duty", "kind", "folder"]),
            models.Index(fields=["via"]),
        ]


class GrantEnding(Kept):
    """A grant was taken back before its time."""

    grant = models.OneToOneField("disclosure.Grant", on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField()
    by = models.UUIDField()
    reason = models.CharField(max_length=400, blank=True)
