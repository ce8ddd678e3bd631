"""The book of looks: one row for every answer that showed somebody."""

from django.db import models

from marugoto.ground.models import Kept, Wall


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
