"""Notices: something a neighbour, a commissioner or a clerk has noticed."""

from datetime import date

from django.db import models

from marugoto.disclosure.models import Filed
from marugoto.ground.models import Kept
from marugoto.intake.codes import MayCall, NoticeAnswer, NoticeSource, ToldBy
from marugoto.kernel.jst import local_day


class Notice(Filed):
    """`who_words` and `where` are what the noticer knew, in his words; nothing is looked up from them by itself."""

    ball = models.OneToOneField("custody.Ball", on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=20, choices=[(source.value, source.value) for source in NoticeSource])
    words = models.TextField()
    who_words = models.CharField(max_length=200, blank=True)
    where = models.CharField(max_length=200, blank=True)
    agreement = models.ForeignKey("intake.WatchAgreement", null=True, on_delete=models.PROTECT, related_name="+")
    porch_ref = models.UUIDField(null=True, unique=True)  # the number the resident was given on the porch
    heard_on = models.DateField(null=True)  # typed in later: the day on which a worker heard it
    heard_time = models.TimeField(null=True)
    may_call = models.CharField(
        max_length=20, choices=[(one.value, one.value) for one in MayCall], default=MayCall.NOT_ASKED.value
    )
    by = models.UUIDField()

    @property
    def heard_day(self) -> date:
        """The days for an answer count from it."""
        return self.heard_on or local_day(self.made_at)


class NoticeInformant(Filed):
    """Who told, in a folder of its own: most of those who read the notice never need it."""

    notice = models.OneToOneField("intake.Notice", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120, blank=True)
    reach = models.CharField(max_length=200, blank=True)
    wants_reply = models.BooleanField(default=False)


class NoticeReply(Filed):
    """What was done about it, and what may be told back to the one who noticed."""

    notice = models.OneToOneField("intake.Notice", on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=20, choices=[(answer.value, answer.value) for answer in NoticeAnswer])
    words = models.TextField(blank=True)
    told_back = models.CharField(max_length=200, blank=True)
    told_by = models.CharField(max_length=20, blank=True, choices=[(one.value, one.value) for one in ToldBy])
    agreed = models.BooleanField(default=False)  # the person agreed that the noticer hears how it went
    by = models.UUIDField()


class ReleasedAnswer(Kept):
    """What may be told to whoever noticed, a resident on the porch or a clerk at a window: the words the answer released, and nothing else."""

    notice_ref = models.UUIDField(unique=True)
    told_back = models.CharField(max_length=200, blank=True)


class NoticeTie(Filed):
    """This notice is about the same household as that earlier one: they are read together, and each is answered."""

    notice = models.OneToOneField("intake.Notice", on_delete=models.PROTECT, related_name="+")
    first = models.ForeignKey("intake.Notice", on_delete=models.PROTECT, related_name="+")
    by = models.UUIDField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(notice=models.F("first")), name="no_notice_is_tied_to_itself")
        ]
