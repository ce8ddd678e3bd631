"""Agreements with firms that come to the door (見守り協定): who tells us, on what ground, and whom we call."""

from django.db import models
from django.db.models import F, Q

from marugoto.ground.models import Kept
from marugoto.intake.codes import FirmSort


class WatchAgreement(Kept):
    """`ground`: name, day and article of the paper; `until` is exclusive. Nothing of any person stands here."""

    firm = models.CharField(max_length=120)
    sort = models.CharField(max_length=20, choices=[(one.value, one.value) for one in FirmSort])
    ground = models.CharField(max_length=200)
    contact = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=60, blank=True)
    since = models.DateField()
    until = models.DateField(null=True)
    by = models.UUIDField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("since")), name="an_agreement_ends_after_it_begins"
            )
        ]
