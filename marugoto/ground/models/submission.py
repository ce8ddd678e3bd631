"""A form that was sent: so that the same press twice is one deed and one answer."""

import uuid

from django.db import models

from marugoto.ground.models.kept import Wall


class Submission(models.Model):
    """Written in the transaction of its action; the key stands in the form since the page was shown."""

    wall = Wall.FRAMEWORK

    key = models.UUIDField(primary_key=True, default=uuid.uuid4)
    sender = models.UUIDField()  # the duty, or the session of somebody not signed in
    route = models.CharField(max_length=200)
    status = models.PositiveSmallIntegerField(default=0)
    location = models.CharField(max_length=500, blank=True)
    sent_at = models.DateTimeField(db_index=True)

    class Meta:
        indexes = [models.Index(fields=["sender", "sent_at"])]
