"""Inquiries: does another office keep a record of this person? Each side keeps its own part, and neither sees the other's."""

from django.db import models

from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.models import Filed
from marugoto.ground.models import Kept, Wall
from marugoto.intake.codes import InquiryAnswer, InquiryReason

REASONS = [(reason.value, reason.value) for reason in InquiryReason]
GROUNDS = [(code.value, code.value) for code in BasisCode]


class Inquiry(Filed):
    """What the asker typed, in a folder of the asker's team."""

    name = models.CharField(max_length=300, blank=True)
    birth = models.DateField(null=True)
    phone = models.CharField(max_length=60, blank=True)
    reason = models.CharField(max_length=20, choices=REASONS)
    basis = models.CharField(max_length=30, choices=GROUNDS)
    purpose = models.ForeignKey("disclosure.PurposeRequest", null=True, on_delete=models.PROTECT, related_name="+")
    by = models.UUIDField()


class InquiryTeam(Kept):
    """To which team the pointer pointed. `inquired_ref` is the matter that team holds; no word about anybody."""

    wall = Wall.LEDGER

    inquiry_ref = models.UUIDField(db_index=True)
    inquired_ref = models.UUIDField(unique=True)
    team = models.ForeignKey("agencies.Team", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["inquiry_ref", "team"], name="each_team_asked_once")]


class Inquired(Filed):
    """Who asked, and why, told to the team that keeps the record: it lies where the person lies."""

    ball = models.OneToOneField("custody.Ball", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=20, choices=REASONS)
    basis = models.CharField(max_length=30, choices=GROUNDS)
    by = models.UUIDField()


class InquiryReply(Kept):
    """The answer, in a code: both sides read it."""

    wall = Wall.LEDGER

    inquired_ref = models.UUIDField(unique=True)
    answer = models.CharField(max_length=20, choices=[(answer.value, answer.value) for answer in InquiryAnswer])
    by = models.UUIDField()
