"""The fact and its fixed envelope."""

import uuid

from django.db import models

from marugoto.ground.models import ScopedQuerySet, Wall


class Fact(models.Model):
    """One thing that happened. Days are whole numbers of Japan time: `day` counts days, `bday` the body's opening days."""

    wall = Wall.LEDGER

    seq = models.BigAutoField(primary_key=True)
    uid = models.UUIDField(unique=True, default=uuid.uuid4)
    kind = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField()
    body = models.CharField(max_length=6)
    area = models.CharField(max_length=20, blank=True)
    fy = models.PositiveSmallIntegerField()
    day = models.PositiveIntegerField()
    bday = models.PositiveIntegerField()
    org = models.UUIDField()
    duty = models.UUIDField()
    subject = models.UUIDField(null=True)
    matter = models.UUIDField(null=True)
    corrects = models.UUIDField(null=True)
    ref_1 = models.UUIDField(null=True)
    ref_2 = models.UUIDField(null=True)
    ref_3 = models.UUIDField(null=True)
    code_1 = models.CharField(max_length=40, blank=True)
    code_2 = models.CharField(max_length=40, blank=True)
    code_3 = models.CharField(max_length=40, blank=True)
    code_4 = models.CharField(max_length=40, blank=True)
    num_1 = models.BigIntegerField(null=True)
    num_2 = models.BigIntegerField(null=True)
    num_3 = models.BigIntegerField(null=True)
    num_4 = models.BigIntegerField(null=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["body", "kind", "day"]),
            models.Index(fields=["matter"]),
            models.Index(fields=["subject"]),
            models.Index(fields=["ref_1"], condition=models.Q(ref_1__isnull=False), name="what_it_is_about_first"),
            models.Index(
                fields=["body", "corrects"], condition=models.Q(corrects__isnull=False), name="what_was_corrected"
            ),
        ]
