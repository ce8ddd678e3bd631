"""What a group says of itself: through a link for one place, without signing in; a worker decides what of it is written."""

from django.db import models

from marugoto.ground.models import Kept


class HostLink(Kept):
    """It opens the page of this one place on the porch until `until` (exclusive), or until it is withdrawn. The secret in it is
    kept nowhere: `digest` knows it again."""

    place = models.ForeignKey("community.Place", on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    until = models.DateField()
    by = models.UUIDField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.UUIDField(null=True)


class ChangeRequest(Kept):
    """What somebody asks to have put right. `wants`: field to value; `was`: what stood there when it was written; `link`: empty
    when a worker took it down."""

    place = models.ForeignKey("community.Place", on_delete=models.PROTECT, related_name="+")
    link = models.ForeignKey("community.HostLink", null=True, on_delete=models.PROTECT, related_name="+")
    wants = models.JSONField(default=dict)
    was = models.JSONField(default=dict)
    words = models.TextField(blank=True)
    by = models.UUIDField()


class ChangeRequestAnswer(Kept):
    """`taken`: the fields that were written; none of them, and the request was not followed."""

    request = models.OneToOneField("community.ChangeRequest", on_delete=models.PROTECT, related_name="+")
    taken = models.JSONField(default=list)
    words = models.CharField(max_length=200, blank=True)
    by = models.UUIDField()
