"""Packages of the porch: those on their way to the house, and those of the house that were taken."""

from django.db import models

from marugoto.exchange.porch.models.notice import PorchNotice
from marugoto.ground.models import Kept


class Parcel(Kept):
    """One notice as a package; `id` is the package's. It goes out again until the notice has a state."""

    notice = models.OneToOneField(PorchNotice, on_delete=models.PROTECT, related_name="+")
    sequence = models.PositiveIntegerField()
    written_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "sequence"], name="each_sequence_names_one_parcel")]


class TakenPackage(Kept):
    """A package of the house that was taken; `id` is the package's, so that it is never taken twice."""

    kind = models.CharField(max_length=30)
    sequence = models.PositiveIntegerField()
