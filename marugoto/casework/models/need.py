"""A need (必要) of one member or of the whole household; each has a ball of its own."""

from django.db import models

from marugoto.disclosure.models import Filed
from marugoto.ground.models import Kept


class Need(Filed):
    """`person` empty means the whole household. `next_step` is the one line everybody reads first."""

    lies_in = ("need",)

    ball = models.OneToOneField("custody.Ball", on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="+")
    household = models.ForeignKey("people.Household", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    theme = models.CharField(max_length=20)  # a trouble code
    title = models.CharField(max_length=80)
    next_step = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="needs_of_a_case_are_numbered")]


class CaseNeed(Kept):
    """That the case has this need, kept beside the walls: a case does not end over a need which its lead does not see."""

    case_ref = models.UUIDField(db_index=True)
    need_ref = models.UUIDField(unique=True)
