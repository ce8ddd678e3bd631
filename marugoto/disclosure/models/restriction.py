"""Restrictions: DV等支援措置 and the like close folders to all but listed workers."""

from django.db import models
from django.db.models import Q

from marugoto.ground.models import Kept


class Restriction(Kept):
    """Shuts one folder. `due` is when the yearly measure runs out: it warns, it never opens the folder by itself.

    `against`: a conflict of interest; it shuts to this worker alone, and leaves everybody else free.
    """

    folder = models.ForeignKey("disclosure.Folder", on_delete=models.PROTECT, related_name="+")
    against = models.ForeignKey("agencies.Worker", null=True, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()
    due = models.DateField(null=True)
    by = models.UUIDField()
    reason = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["folder"])]


class RestrictionListing(Kept):
    """A worker who may go on seeing what the restriction shuts. `until` (exclusive): lent in an emergency, with a second person;
    whoever sees for an hour decides nothing about the restriction."""

    restriction = models.ForeignKey("disclosure.Restriction", on_delete=models.PROTECT, related_name="+")
    worker = models.ForeignKey("agencies.Worker", on_delete=models.PROTECT, related_name="+")
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["restriction", "worker"], condition=Q(until=None), name="each_worker_listed_once"
            )
        ]


class RestrictionRenewal(Kept):
    """The measure was granted for longer: from now on it runs out on `due`. The latest one counts; what was said before stays."""

    restriction = models.ForeignKey("disclosure.Restriction", on_delete=models.PROTECT, related_name="renewals")
    due = models.DateField()
    by = models.UUIDField()
    reason = models.CharField(max_length=200)


class RestrictionEnding(Kept):
    """Somebody with the right decided that it is over."""

    restriction = models.OneToOneField("disclosure.Restriction", on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField()
    by = models.UUIDField()
    reason = models.CharField(max_length=200)
