"""Workers and their duties: one sign-in, many hats, one hat at a time."""

from django.conf import settings
from django.db import models

from marugoto.agencies.codes import Role
from marugoto.ground.models import Kept, Wall


class Worker(Kept):
    """A person who works here; `user` is the account, which can be ended at once without touching any duty."""

    wall = Wall.DIRECTORY

    user = models.OneToOneField(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=60)
    kana = models.CharField(max_length=120)
    phone = models.CharField(max_length=30, blank=True)
    number = models.CharField(max_length=20, blank=True, default="")  # 職員番号, as the staff list writes it

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "number"], condition=~models.Q(number=""), name="one_worker_for_each_number"
            )
        ]


class Duty(Kept):
    """A hat: this worker in this team, acting under this body (`body` is the data controller, which may differ from the team's)."""

    wall = Wall.DIRECTORY

    worker = models.ForeignKey("agencies.Worker", on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey("agencies.Team", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=60)
    roles = models.CharField(max_length=200)  # role codes joined by commas
    since = models.DateField()
    until = models.DateField(null=True)  # exclusive

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["worker", "team", "body", "since"], name="one_hat_of_a_kind_from_a_day")
        ]

    def role_set(self) -> frozenset[Role]:
        return frozenset(Role(code) for code in self.roles.split(",") if code)


class DutyEnding(Kept):
    """A duty ended (人事異動, leaving); its balls went to the team's head in the same transaction."""

    wall = Wall.DIRECTORY

    duty = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=200)
    taken_back = models.OneToOneField(
        "agencies.DutyEndingRemoval", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["duty"], condition=models.Q(taken_back=None), name="one_ending_of_a_duty")
        ]


class DutyEndingRemoval(Kept):
    """Before its day came, somebody took the ending back: the duty goes on as if nothing had been said."""

    wall = Wall.DIRECTORY

    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")


class Absence(Kept):
    """Somebody is away for some days, and a deputy of the team looks after what is theirs. Why is nobody's business, and not kept."""

    wall = Wall.DIRECTORY

    duty = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    deputy = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField()  # exclusive
    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")


class AbsenceEnding(Kept):
    """Back earlier than said, or not away at all."""

    wall = Wall.DIRECTORY

    absence = models.OneToOneField("agencies.Absence", on_delete=models.PROTECT, related_name="ended")
    day = models.DateField()  # the first day back
    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
