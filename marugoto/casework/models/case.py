"""The case: support of one household. It is open as long as its ball (まとめ役のボール) is unsettled."""

from django.db import models

from marugoto.casework.codes import CaseEnd, LookInResult
from marugoto.disclosure.models import Filed


class Case(Filed):
    """`number` is what people say on the phone (R8-0412): year of the era, counter of the body. `closing`: the end that stands, none
    while it runs or was resumed; so a list of what runs asks the case alone."""

    lies_in = ("case",)

    ball = models.OneToOneField("custody.Ball", on_delete=models.PROTECT, related_name="+")
    household = models.ForeignKey("people.Household", on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=12)
    opened_on = models.DateField()
    closing = models.OneToOneField("casework.CaseClosing", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "number"], name="one_case_for_each_number")]
        indexes = [
            models.Index(
                fields=["folder"],
                include=["id", "household", "number", "opened_on", "body"],
                condition=models.Q(closing=None),
                name="running_cases_in_a_folder",
            )
        ]


class CaseOrigin(Filed):
    """The consultation from which the case came; a case may have several, or none."""

    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="+")
    consultation = models.OneToOneField("intake.Consultation", on_delete=models.PROTECT, related_name="+")


class CaseClosing(Filed):
    """It ended: how, which agency looks after the household next, and when somebody looks in again; or why nobody does."""

    lies_in = ("case",)

    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="+")
    end = models.CharField(max_length=20, choices=[(end.value, end.value) for end in CaseEnd])
    next_team = models.ForeignKey("agencies.Team", null=True, on_delete=models.PROTECT, related_name="+")
    look_in_on = models.DateField(null=True)
    why_none = models.CharField(max_length=200, blank=True)
    words = models.TextField(blank=True)
    by = models.UUIDField()


class LookIn(Filed):
    """様子見: somebody looked in after the end. `next_on`: when somebody looks in once more; without it nobody need."""

    closing = models.ForeignKey("casework.CaseClosing", on_delete=models.PROTECT, related_name="look_ins")
    result = models.CharField(max_length=20, choices=[(result.value, result.value) for result in LookInResult])
    next_on = models.DateField(null=True)
    words = models.TextField(blank=True)
    by = models.UUIDField()


class CaseResumption(Filed):
    """The support that had ended goes on: the same case under its old number, so that its history is one."""

    closing = models.OneToOneField("casework.CaseClosing", on_delete=models.PROTECT, related_name="resumed")
    words = models.TextField(blank=True)
    by = models.UUIDField()
