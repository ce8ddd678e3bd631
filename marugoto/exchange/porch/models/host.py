"""The page a group opens by its own link, and what it says there on the way to the house."""

from django.db import models

from marugoto.ground.models import Kept


class HostPage(Kept):
    """`id` is the link's in the house; `digest` knows its secret again. `shown`: what may be put right, by field. `same_on`: the day
    on which the group last said here that nothing changed. Gone when the house lists it no more."""

    digest = models.CharField(max_length=64, unique=True)
    until = models.DateField()
    name = models.CharField(max_length=200)
    confirmed_on = models.DateField(null=True)
    shown = models.JSONField(default=dict)
    same_on = models.DateField(null=True)


class HostLetter(Kept):
    """What the group said, until the house has it. `id` is the package's. No key to the page: it outlives it."""

    page_ref = models.UUIDField()
    sequence = models.PositiveIntegerField()
    payload = models.JSONField()
    written_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "sequence"], name="each_sequence_names_one_host_letter")]
