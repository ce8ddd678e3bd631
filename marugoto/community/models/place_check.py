"""Whether what stands in the list still is so: checks, tries that reached nobody, doubts, and promises to the host."""

from django.db import models
from django.db.models import Q

from marugoto.community.codes import ConfirmedBy, DoubtReason, PromiseKind, Sayer, TryWay
from marugoto.ground.models import Kept


class Confirmation(Kept):
    """Somebody asked there and it is still so. Importing or editing never confirms. `parts`: what was asked for, empty the whole;
    `link`: through which the group said so itself."""

    place = models.ForeignKey("community.Place", on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    how = models.CharField(max_length=20, choices=[(one.value, one.value) for one in ConfirmedBy])
    parts = models.JSONField(default=list)
    link = models.ForeignKey("community.HostLink", null=True, on_delete=models.PROTECT, related_name="+")
    by = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["place", "day"])]


class ContactTry(Kept):
    """Somebody tried to reach the host and did not; it counts until somebody is reached."""

    place = models.ForeignKey("community.Place", on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    way = models.CharField(max_length=20, choices=[(one.value, one.value) for one in TryWay])
    by = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["place", "day"])]


class PlaceDoubt(Kept):
    """Something was heard that speaks against the list; never of whom. The next check answers it."""

    place = models.ForeignKey("community.Place", on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    reason = models.CharField(max_length=20, choices=[(one.value, one.value) for one in DoubtReason])
    by = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["place", "day"])]


class PlacePromise(Kept):
    """Not to list it, or not to contact the host: who asked for it and until when (exclusive; empty: until it is lifted)."""

    place = models.ForeignKey("community.Place", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=[(one.value, one.value) for one in PromiseKind])
    said_by = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Sayer])
    words = models.CharField(max_length=200, blank=True)
    since = models.DateField()
    until = models.DateField(null=True)
    by = models.UUIDField()
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["place", "kind"], condition=Q(lifted_at=None), name="each_promise_once_at_a_time"
            )
        ]
