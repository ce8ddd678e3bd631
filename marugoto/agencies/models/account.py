"""Accounts need two persons: one asks, another releases; a slip carries the first secret; a suspension ends the account on its day."""

from django.db import models
from django.db.models import Q

from marugoto.agencies.codes import ProposalEnd, SlipEnd
from marugoto.ground.models import Kept, Wall


class Proposal(Kept):
    """An account, or another hat for somebody who has one, that was asked for. Nothing of it exists before it is released.

    `worker` is empty for a newcomer; `team` is empty where only a suspended account is to come back.
    """

    number = models.CharField(max_length=20, blank=True)
    login = models.CharField(max_length=60)
    name = models.CharField(max_length=60)
    kana = models.CharField(max_length=120)
    worker = models.ForeignKey("agencies.Worker", null=True, on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey("agencies.Team", null=True, on_delete=models.PROTECT, related_name="+")
    hat = models.CharField(max_length=60, blank=True)
    roles = models.CharField(max_length=200, blank=True)  # role codes joined by commas
    since = models.DateField()
    until = models.DateField(null=True)  # exclusive
    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    ended = models.OneToOneField(
        "agencies.ProposalEnding", null=True, on_delete=models.PROTECT, related_name="proposal"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "login", "team"], condition=Q(ended=None), name="one_open_proposal_for_a_hat"
            ),
            models.UniqueConstraint(
                fields=["body", "login"],
                condition=Q(ended=None, team=None),
                name="one_open_proposal_to_come_back",
            ),
        ]


class ProposalEnding(Kept):
    """Released, refused or taken back: by whom and why. `worker` has the account now, where it was released."""

    end = models.CharField(max_length=10, choices=[(one.value, one.value) for one in ProposalEnd])
    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=200, blank=True)
    worker = models.ForeignKey("agencies.Worker", null=True, on_delete=models.PROTECT, related_name="+")


class Slip(Kept):
    """A first secret was shown for delivery by hand. The secret itself is nowhere, but in the account as what it hashes to.

    Read at the sign-in, before anybody's right is known: good from `since` until the day `until`, which no longer counts.
    """

    wall = Wall.DIRECTORY

    worker = models.ForeignKey("agencies.Worker", on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField()
    ended = models.OneToOneField("agencies.SlipEnding", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["worker"], condition=Q(ended=None), name="one_open_slip_of_a_worker")
        ]


class SlipUse(Kept):
    """Somebody came in with the slip and chose a password. Nothing opens before a second person has met him and said who it is."""

    wall = Wall.DIRECTORY

    slip = models.OneToOneField("agencies.Slip", on_delete=models.PROTECT, related_name="use")
    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")


class SlipEnding(Kept):
    wall = Wall.DIRECTORY

    end = models.CharField(max_length=10, choices=[(one.value, one.value) for one in SlipEnd])
    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")


class Suspension(Kept):
    """From `day` on the account of this worker opens nothing: who leaves, or who must not come in. Read at every request."""

    wall = Wall.DIRECTORY

    worker = models.ForeignKey("agencies.Worker", on_delete=models.PROTECT, related_name="+")
    day = models.DateField()  # the first day without it
    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=200)
    ended = models.OneToOneField("agencies.SuspensionEnding", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["worker"], condition=Q(ended=None), name="one_suspension_at_a_time")
        ]


class SuspensionEnding(Kept):
    """Somebody asked for it and another released it; or a later day was overtaken by an earlier one."""

    wall = Wall.DIRECTORY

    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
