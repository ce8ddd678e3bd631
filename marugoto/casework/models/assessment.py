"""A filled assessment sheet. Written again it is the next version; the ones before stay readable with the sheet they were written on."""

from django.db import models
from django.db.models import Q

from marugoto.disclosure.models import Filed


class Assessment(Filed):
    """One version: when it was heard and, as `made_at`, when it was written down; `own_form` where an agency wrote on its own."""

    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    sheet = models.CharField(max_length=40)
    heard_on = models.DateField()
    heard_time = models.TimeField(null=True)
    own_form = models.CharField(max_length=120, blank=True)
    own_form_at = models.CharField(max_length=200, blank=True)
    by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="assessments_of_a_case_are_numbered")]


class AssessmentPart(Filed):
    """What a version says of one person (or, without one, of the household), as far as it lies in one folder.

    The case stands here again so that nobody has to read the version, which lies in another folder.
    """

    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="+")
    assessment = models.ForeignKey("casework.Assessment", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "folder", "person"], name="one_part_for_version_folder_person"
            ),
            models.UniqueConstraint(
                fields=["assessment", "folder"], condition=Q(person=None), name="one_part_of_the_household_in_a_folder"
            ),
        ]


class AssessmentAnswer(Filed):
    """One choice, or words, a day, a number; a field left blank has no row."""

    part = models.ForeignKey("casework.AssessmentPart", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=40)
    choice = models.CharField(max_length=40, blank=True)
    words = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["part", "code", "choice"], name="each_answer_once_in_a_part")]
