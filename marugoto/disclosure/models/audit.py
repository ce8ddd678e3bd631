"""The book of looks: one row for every answer that showed somebody."""

from django.db import models

from marugoto.disclosure.rules.watch import Verdict
from marugoto.ground.models import Kept, ScopedQuerySet, Wall


class LookAt(models.Model):
    """What a look was at, one row each: a folder, or what its page was opened for. Written by PostgreSQL itself with the look, in its
    transaction; the seal is over the looks, and these rows can be made from them again at any time. On SQLite it stays empty: the
    book of a house of ten is read through.

    It is there because behind the wall an index into the list of folders is not used: only what is equal is looked up there.
    """

    wall = Wall.LEDGER

    body = models.CharField(max_length=6)
    made_at = models.DateTimeField()
    look = models.UUIDField()
    what = models.UUIDField()

    objects = ScopedQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["what", "made_at"], include=["look", "body"], name="looks_at_one")]


class Look(Kept):
    """Who, under which duty, when, why, on which page, with what outcome. No name, no words of the record."""

    wall = Wall.LEDGER

    worker = models.UUIDField()
    duty = models.UUIDField()
    purpose = models.CharField(max_length=20)
    page = models.CharField(max_length=80)
    matter = models.CharField(max_length=80, blank=True)
    searched = models.CharField(max_length=64, blank=True)  # keyed digest of the words searched for
    outcome = models.CharField(max_length=20, default="shown")
    folders = models.JSONField(
        default=list
    )  # [folder id, part, basis] of every folder in the answer; before, without basis

    class Meta:
        indexes = [models.Index(fields=["body", "made_at"]), models.Index(fields=["worker", "made_at"])]


class WatchedDay(Kept):
    """The looks of a day were gone through, once the days in which a tie can still come about had passed."""

    day = models.DateField()
    looks = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "day"], name="each_day_is_watched_once")]


class LookSign(Kept):
    """What was found of one worker's looks at one household on a day: codes only. `look` is the first of them."""

    look = models.UUIDField()
    worker = models.ForeignKey("agencies.Worker", on_delete=models.PROTECT, related_name="+")
    duty = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    subject = models.UUIDField(null=True)
    at = models.DateTimeField()
    looks = models.PositiveIntegerField()
    signs = models.CharField(max_length=120)  # the codes, by comma

    class Meta:
        constraints = [models.UniqueConstraint(fields=["look", "signs"], name="each_sign_is_told_once")]
        indexes = [models.Index(fields=["body", "at"])]


class SignReview(Kept):
    """A second person's word on it: explained, asked of the worker, or passed on. Rows are added, the latest counts."""

    sign = models.ForeignKey("disclosure.LookSign", on_delete=models.PROTECT, related_name="reviews")
    verdict = models.CharField(max_length=20, choices=[(verdict.value, verdict.value) for verdict in Verdict])
    words = models.CharField(max_length=400)
    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")


class SignReply(Kept):
    """What the worker who was asked answered."""

    review = models.OneToOneField("disclosure.SignReview", on_delete=models.PROTECT, related_name="reply")
    words = models.CharField(max_length=400)
    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
