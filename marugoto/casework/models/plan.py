"""The plan: goals and steps; drafted, examined by a conference, decided by the municipality."""

from django.db import models
from django.db.models import Q

from marugoto.casework.codes import Agreement, PlanState, Scorer
from marugoto.disclosure.models import Filed


class Plan(Filed):
    """One version; a re-plan is the next one."""

    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField()
    wish = models.TextField(blank=True)  # what the person himself wants, in his words
    agreement = models.CharField(max_length=20, choices=[(state.value, state.value) for state in Agreement])
    agreement_note = models.CharField(max_length=200, blank=True)
    since = models.DateField()
    review_on = models.DateField()
    by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "version"], name="plan_versions_of_a_case")]


class PlanStanding(Filed):
    """A state of a plan: who brought it there, when; `conference` where one examined it."""

    plan = models.ForeignKey("casework.Plan", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=[(state.value, state.value) for state in PlanState])
    number = models.PositiveSmallIntegerField()
    day = models.DateField()
    conference = models.UUIDField(null=True)
    words = models.CharField(max_length=400, blank=True)
    asked_on = models.DateField(null=True)  # it rests: the day on which the person was asked; else `words` say why not
    by = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="standings_of_a_plan_follow_one_another")
        ]


class Goal(Filed):
    """めざすこと, of one person or of the whole household."""

    plan = models.ForeignKey("casework.Plan", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=200)
    weight = models.PositiveSmallIntegerField(default=1)  # how much it counts among the goals of its plan

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="goals_of_a_plan_are_numbered"),
            models.CheckConstraint(condition=Q(weight__gte=1), name="a_goal_weighs_at_least_one"),
        ]


class GoalScore(Filed):
    """How far a goal has come, −2 to +2, said by the person, the worker or both."""

    goal = models.ForeignKey("casework.Goal", on_delete=models.PROTECT, related_name="+")
    review = models.ForeignKey("casework.Review", on_delete=models.PROTECT, related_name="+")
    score = models.SmallIntegerField()
    scorer = models.CharField(max_length=10, choices=[(scorer.value, scorer.value) for scorer in Scorer])

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["goal", "review", "scorer"], name="one_score_for_goal_review_scorer"),
            models.CheckConstraint(condition=Q(score__gte=-2, score__lte=2), name="scores_run_from_minus_two_to_two"),
        ]


class Step(Filed):
    """一歩: which team does what until when, towards which goal; the place where the person goes, when there is one."""

    plan = models.ForeignKey("casework.Plan", on_delete=models.PROTECT, related_name="+")
    goal = models.ForeignKey("casework.Goal", null=True, on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey("agencies.Team", on_delete=models.PROTECT, related_name="+")
    place = models.UUIDField(null=True)
    words = models.CharField(max_length=200)
    until = models.DateField(null=True)


class StepDone(Filed):
    step = models.OneToOneField("casework.Step", on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    by = models.UUIDField()
