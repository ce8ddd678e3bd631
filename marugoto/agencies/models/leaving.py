"""窓口を離れる: a worker left the screen, came back, and what he had not sent is kept for him alone."""

from django.db import models

from marugoto.ground.models import Kept


class Leaving(Kept):
    """The sign-in of a browser was shut: by the worker's hand, or because nobody had touched it for the body's time."""

    duty = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    idle = models.BooleanField(default=False)  # how it came, which never changes


class LeavingEnd(Kept):
    """Somebody signed in at that browser again: the same worker, or another one in his place."""

    leaving = models.OneToOneField("agencies.Leaving", on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")


class Unsent(Kept):
    """What stood in a form when its writer left. Gone when it is sent, thrown away, or after some days.

    Sealed with the key of the installation: it holds words about people, and lies in no folder yet.
    """

    duty = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    page = models.CharField(max_length=1000)
    action = models.CharField(max_length=1000)
    sealed = models.TextField()
    with_file = models.BooleanField(default=False)  # a file was chosen, which is not kept

    class Meta:
        indexes = [models.Index(fields=["duty", "made_at"])]
