"""Second keys of an account that were taken away: a telephone is lost, and its owner stands before the door."""

from django.db import models

from marugoto.ground.models import Kept, Wall


class KeyRemoval(Kept):
    """All second keys of this worker's account at once (passkeys, the numbers of an app, spare codes): by whom and why."""

    wall = Wall.DIRECTORY  # told at the sign-in, before anybody's right is known

    worker = models.ForeignKey("agencies.Worker", on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    count = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=200)
