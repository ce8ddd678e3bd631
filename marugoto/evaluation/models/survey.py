"""調査の回, and what of surveys stands beside a decision on 要否: a wave in its words of that day, and files."""

from django.db import models
from django.db.models import F, Q

from marugoto.disclosure.codes import PaperKind
from marugoto.evaluation.codes import SurveyQuestion
from marugoto.evaluation.models.necessity import NecessityDecision
from marugoto.ground.models import Kept, Wall


class SurveyWave(Kept):
    """Each edition is a row; the latest holds, `gone`: it was taken back. `fact`: which fact of the ledger tells of this edition.

    `counted` and `first` as in `rules.survey.Answers`. Nobody's answer by itself, and no name.
    """

    wall = Wall.LEDGER

    line = models.UUIDField()
    edition = models.PositiveSmallIntegerField(default=1)
    question = models.CharField(max_length=20, choices=[(one.value, one.value) for one in SurveyQuestion])
    since = models.DateField()
    until = models.DateField()
    population = models.CharField(max_length=200)
    asked = models.PositiveIntegerField()
    answered = models.PositiveIntegerField()
    counted = models.PositiveIntegerField()
    first = models.PositiveIntegerField(null=True)
    source = models.CharField(max_length=400)
    gone = models.BooleanField(default=False)
    reason = models.CharField(max_length=200, blank=True)
    fact = models.UUIDField()
    by = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "line", "edition"], name="one_survey_wave_for_each_edition"),
            models.CheckConstraint(condition=Q(answered__lte=F("asked")), name="no_more_answer_than_were_asked"),
            models.CheckConstraint(condition=Q(since__lte=F("until")), name="a_survey_ends_after_it_began"),
        ]


class JudgementWave(Kept):
    """A wave a decision rested on. `said`: what it was, of whom, when and how it came out, in the words of that day; `edition`: of which."""

    wall = Wall.LEDGER

    decision = models.ForeignKey(NecessityDecision, on_delete=models.PROTECT, related_name="waves")
    line = models.UUIDField()
    edition = models.PositiveSmallIntegerField()
    said = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["decision", "line"], name="each_wave_once_a_decision")]


class JudgementPaper(Kept):
    """A file beside a decision: a report, a filled form. Its bytes apart, and gone when it was taken out."""

    wall = Wall.LEDGER

    decision = models.ForeignKey(NecessityDecision, on_delete=models.PROTECT, related_name="papers")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in PaperKind])
    size = models.PositiveIntegerField()  # in bytes, as kept
    sha256 = models.CharField(max_length=64)  # of the bytes as kept
    by = models.UUIDField()


class JudgementPaperContent(Kept):
    """The bytes: no list reads them, a backup of the database has them."""

    paper = models.OneToOneField(JudgementPaper, on_delete=models.PROTECT, related_name="content")
    content = models.BinaryField()


class JudgementPaperRemoval(Kept):
    """It was taken out: its line stays, with the reason."""

    wall = Wall.LEDGER

    paper = models.OneToOneField(JudgementPaper, on_delete=models.PROTECT, related_name="removal")
    reason = models.CharField(max_length=200)
    by = models.UUIDField()
