"""見直し: a question, the figures that were picked for it and stopped, and one answer for each means of the plan."""

from django.db import models

from marugoto.evaluation.codes import Effect, Party, PartyStage, Proof, ReviewLevel, ReviewSaid
from marugoto.ground.models import Kept


class MeansReview(Kept):
    """The question comes first. `due`: by that day it says what follows. Empty `closed`: it goes on."""

    question = models.CharField(max_length=300)
    level = models.CharField(max_length=20, choices=[(one.value, one.value) for one in ReviewLevel])
    words = models.TextField(blank=True)
    due = models.DateField()
    by = models.UUIDField()
    closed = models.OneToOneField(
        "evaluation.MeansReviewClosing", null=True, on_delete=models.PROTECT, related_name="review"
    )


class MeansReviewClosing(Kept):
    """`why_kept`: 手段を変えない理由, where no means was changed or stopped."""

    why_kept = models.CharField(max_length=400, blank=True)
    by = models.UUIDField()


class ReviewPublication(Kept):
    """Where a closed review was published, since which day, and what those from outside said of it."""

    review = models.OneToOneField("evaluation.MeansReview", on_delete=models.PROTECT, related_name="publication")
    day = models.DateField()
    medium = models.CharField(max_length=200)  # where it can be read
    outside = models.CharField(max_length=1000, blank=True)
    by = models.UUIDField()


class ReviewParty(Kept):
    review = models.ForeignKey("evaluation.MeansReview", on_delete=models.PROTECT, related_name="parties")
    party = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Party])
    stage = models.CharField(max_length=10, choices=[(one.value, one.value) for one in PartyStage])
    by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "party", "stage"], name="each_party_once_a_stage")]


class ReviewMeans(Kept):
    """A means that this review has to answer."""

    review = models.ForeignKey("evaluation.MeansReview", on_delete=models.PROTECT, related_name="scope")
    means = models.ForeignKey("evaluation.PlanMeans", on_delete=models.PROTECT, related_name="reviews")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "means"], name="each_means_once_a_review")]


class Citation(Kept):
    """A figure as it stood when it was picked; later ones change nothing here. `ref` is by which the ledger of facts speaks of it."""

    review = models.ForeignKey("evaluation.MeansReview", on_delete=models.PROTECT, related_name="citations")
    ref = models.UUIDField()
    code = models.CharField(max_length=10, blank=True)
    indicator = models.ForeignKey("evaluation.PlanIndicator", null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    version = models.CharField(max_length=10)
    n = models.PositiveIntegerField(null=True)
    k = models.PositiveIntegerField(null=True)
    running = models.PositiveIntegerField(null=True)
    level = models.PositiveSmallIntegerField(null=True)
    value = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    unit = models.CharField(max_length=20, blank=True)
    as_of = models.DateTimeField()
    by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "ref"], name="each_figure_once_a_review")]


class MeansDecision(Kept):
    """`becomes`: what is to be otherwise, or the new target; `would_change`: what would have to happen for another answer.
    Where something has to be done its ball says who holds it and until when."""

    scope = models.OneToOneField("evaluation.ReviewMeans", on_delete=models.PROTECT, related_name="decision")
    said = models.CharField(max_length=10, choices=[(one.value, one.value) for one in ReviewSaid])
    reason = models.CharField(max_length=400)
    becomes = models.CharField(max_length=400, blank=True)
    would_change = models.CharField(max_length=300, blank=True)
    due = models.DateField(null=True)
    ball = models.OneToOneField("custody.Ball", null=True, on_delete=models.PROTECT, related_name="+")
    by = models.UUIDField()


class DecisionEvidence(Kept):
    """A figure of the same review on which the decision stands."""

    decision = models.ForeignKey("evaluation.MeansDecision", on_delete=models.PROTECT, related_name="evidence")
    citation = models.ForeignKey("evaluation.Citation", on_delete=models.PROTECT, related_name="evidence")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["decision", "citation"], name="each_figure_once_a_decision")]


class MeansChange(Kept):
    """It is otherwise now: in what it can be read, what stood there and what stands there, since when, and when somebody looks
    whether it helped."""

    decision = models.OneToOneField("evaluation.MeansDecision", on_delete=models.PROTECT, related_name="change")
    proof = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Proof])
    was = models.CharField(max_length=1000)
    becomes = models.CharField(max_length=1000)
    effective = models.DateField()
    check_on = models.DateField()
    by = models.UUIDField()


class MeansUndoing(Kept):
    """A change that was taken back."""

    change = models.OneToOneField("evaluation.MeansChange", on_delete=models.PROTECT, related_name="undoing")
    day = models.DateField()
    reason = models.CharField(max_length=400)
    by = models.UUIDField()


class EffectCheck(Kept):
    change = models.OneToOneField("evaluation.MeansChange", on_delete=models.PROTECT, related_name="check_made")
    said = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Effect])
    words = models.CharField(max_length=1000)
    by = models.UUIDField()


class CheckedFigure(Kept):
    """A figure of the review as it stood when somebody looked whether a change helped: stopped like the first, with the version it was
    counted by."""

    check_made = models.ForeignKey("evaluation.EffectCheck", on_delete=models.PROTECT, related_name="figures")
    citation = models.ForeignKey("evaluation.Citation", on_delete=models.PROTECT, related_name="later")
    version = models.CharField(max_length=10)
    n = models.PositiveIntegerField(null=True)
    k = models.PositiveIntegerField(null=True)
    running = models.PositiveIntegerField(null=True)
    level = models.PositiveSmallIntegerField(null=True)
    value = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    unit = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["check_made", "citation"], name="each_figure_once_a_check")]
