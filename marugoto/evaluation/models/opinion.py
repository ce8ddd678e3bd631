"""声: what somebody concerned thinks should be otherwise. Somebody holds it until it is answered, and whoever gave it hears what
became of it."""

from django.db import models

from marugoto.evaluation.codes import OpinionSaid, Party, ToldOf
from marugoto.ground.models import Kept


class Opinion(Kept):
    """`party`: whose opinion it is, as a kind; `by`: who gave it or brought it; `means`: what it is about, where that is known."""

    ball = models.OneToOneField("custody.Ball", on_delete=models.PROTECT, related_name="+")
    party = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Party])
    words = models.CharField(max_length=1000)
    means = models.ForeignKey("evaluation.PlanMeans", null=True, on_delete=models.PROTECT, related_name="+")
    answer_by = models.DateField()
    team = models.UUIDField()
    by = models.UUIDField()


class OpinionAnswer(Kept):
    """`review`: where it was taken up as a proposal."""

    opinion = models.OneToOneField("evaluation.Opinion", on_delete=models.PROTECT, related_name="answer")
    said = models.CharField(max_length=20, choices=[(one.value, one.value) for one in OpinionSaid])
    words = models.CharField(max_length=400)
    review = models.ForeignKey("evaluation.MeansReview", null=True, on_delete=models.PROTECT, related_name="proposals")
    by = models.UUIDField()


class OpinionDecision(Kept):
    """A decision that answers to an opinion: the change is credited to it."""

    opinion = models.ForeignKey("evaluation.Opinion", on_delete=models.PROTECT, related_name="decisions")
    decision = models.ForeignKey("evaluation.MeansDecision", on_delete=models.PROTECT, related_name="opinions")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["opinion", "decision"], name="each_opinion_once_a_decision")]


class OpinionTold(Kept):
    """Whoever has no account was told: of what, and by whom."""

    opinion = models.ForeignKey("evaluation.Opinion", on_delete=models.PROTECT, related_name="told")
    of = models.CharField(max_length=10, choices=[(one.value, one.value) for one in ToldOf])
    words = models.CharField(max_length=200, blank=True)
    by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["opinion", "of"], name="told_once_of_each")]
