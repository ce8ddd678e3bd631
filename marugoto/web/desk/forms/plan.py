"""Forms of the plan: what is written and one empty row; one more is asked for with a button, so that no script is needed."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from marugoto.casework.actions.plan import GoalDraft, StepDraft
from marugoto.casework.actions.review import Scored
from marugoto.casework.codes import Change, ReviewResult, Scorer
from marugoto.casework.labels import AGREEMENTS, CHANGES, REVIEW_RESULTS, SCORERS, SCORES
from marugoto.casework.queries.plan import GoalLine, PlanPage, StepLine
from marugoto.web.shell.ids import read_id
from marugoto.web.ui.fields import DateWords, offer

GOALS, STEPS, CHANGE_ROWS = 8, 20, 4  # at most
GOAL, STEP = "goal", "step"
LONGEST = 200  # of a step
Choices = Sequence[tuple[str, str | list[tuple[str, str]]]]  # one place, or a group of them by its name
REACHED = 2  # とてもよくなった: of the next version no goal any more
WEIGHTS = [("1", _("1(ふつう)")), ("2", _("2(大事)")), ("3", _("3(いちばん大事)"))]


class PlanForm(forms.Form):
    wish = forms.CharField(
        label=_("本人がどうしたいか"), required=False, max_length=5_000, widget=forms.Textarea(attrs={"rows": 2})
    )
    agreement = forms.ChoiceField(
        label=_("本人と確かめましたか"), choices=[("", _("選んでください")), *AGREEMENTS.items()]
    )
    agreement_note = forms.CharField(
        label=_("確かめていないわけ"),
        required=False,
        max_length=200,
        help_text=_("本人と確かめていないときに書きます。"),
    )
    review_on = DateWords(label=_("見直しの日"))
    place_words = forms.CharField(
        label=_("地域の場所をさがす"),
        required=False,
        max_length=200,
        help_text=_("名前や、そこですることで。「将棋」のように。"),
    )
    must_marked = True

    def __init__(
        self,
        *args: Any,
        members: list[tuple[str, str]],
        teams: list[tuple[str, str]],
        places: Choices,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        written = self.data if self.is_bound else self.initial
        self.goal_count, self.step_count = _rows(written, GOAL, GOALS), _rows(written, STEP, STEPS)
        self._goals(members)
        self._steps(teams, places)

    @classmethod
    def longer(
        cls, data: QueryDict, *, taken: tuple[str, str] | None = None, team: str = "", **choices: Any
    ) -> "PlanForm":
        """With all that is typed, nothing of it judged yet, and one more row of what was asked for. `taken`: words and place of a step
        that is put in the first empty row, for `team` where none is chosen there."""
        which = data.get("more", "")
        typed: dict[str, Any] = {name: data[name] for name in data}
        typed |= (
            {f"{which}_{_rows(data, which, GOALS if which == GOAL else STEPS)}": ""} if which in {GOAL, STEP} else {}
        )
        return cls(initial=_with_step(typed, *taken, team) if taken else typed, **choices)

    def _goals(self, members: list[tuple[str, str]]) -> None:
        for row in range(self.goal_count):
            self.fields[f"goal_{row}"] = forms.CharField(label=_("めざすこと"), required=False, max_length=200)
            self.fields[f"goal_person_{row}"] = forms.ChoiceField(
                label=_("だれの"), required=False, choices=[("", _("世帯")), *members]
            )
            self.fields[f"goal_weight_{row}"] = forms.ChoiceField(
                label=_("重み"), required=False, choices=WEIGHTS, initial="1"
            )

    def _steps(self, teams: list[tuple[str, str]], places: Choices) -> None:
        goals = [("", _("全体"))] + [
            (str(row), _("めざすこと%(n)d") % {"n": row + 1}) for row in range(self.goal_count)
        ]
        for row in range(self.step_count):
            self.fields[f"step_{row}"] = forms.CharField(label=_("すること"), required=False, max_length=LONGEST)
            self.fields[f"step_team_{row}"] = forms.ChoiceField(
                label=_("どの係が"), required=False, choices=[("", _("選んでください")), *teams]
            )
            self.fields[f"step_until_{row}"] = DateWords(label=_("いつまでに"), required=False, help_text="")
            self.fields[f"step_goal_{row}"] = forms.ChoiceField(label=_("何のために"), required=False, choices=goals)
            if places:
                self.fields[f"step_place_{row}"] = forms.ChoiceField(
                    label=_("地域の場所"), required=False, choices=[("", _("なし")), *places]
                )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for row in range(self.step_count):
            if said.get(f"step_{row}") and not said.get(f"step_team_{row}") and f"step_team_{row}" not in self.errors:
                self.add_error(f"step_team_{row}", _("どの係がするかを選んでください。"))
        return said

    def goals(self) -> list[GoalDraft]:
        said = self.cleaned_data
        return [
            GoalDraft(said[f"goal_{row}"], read_id(said[f"goal_person_{row}"]), int(said[f"goal_weight_{row}"] or 1))
            for row in range(self.goal_count)
            if said[f"goal_{row}"]
        ]

    def steps(self) -> list[StepDraft]:
        """A step whose goal was left empty belongs to the plan as a whole."""
        said = self.cleaned_data
        filled = [row for row in range(self.goal_count) if said[f"goal_{row}"]]
        return [
            StepDraft(
                words=said[f"step_{row}"],
                team=UUID(said[f"step_team_{row}"]),
                until=said[f"step_until_{row}"],
                goal=filled.index(int(said[f"step_goal_{row}"]))
                if said[f"step_goal_{row}"] in map(str, filled)
                else None,
                place=read_id(said.get(f"step_place_{row}", "")),
            )
            for row in range(self.step_count)
            if said[f"step_{row}"]
        ]

    @property
    def goal_rows(self) -> list[list[Any]]:
        names = ("goal", "goal_person", "goal_weight")
        return [[self[f"{name}_{row}"] for name in names] for row in range(self.goal_count)]

    @property
    def step_rows(self) -> list[list[Any]]:
        names = ("step", "step_team", "step_until", "step_goal", "step_place")
        return [
            [self[f"{name}_{row}"] for name in names if f"{name}_{row}" in self.fields]
            for row in range(self.step_count)
        ]

    @property
    def longer_goals(self) -> bool:
        return self.goal_count < GOALS

    @property
    def may_take(self) -> bool:
        """There is a row, or room for one, into which something offered can be put."""
        return self.step_count < STEPS or any(not self[f"step_{row}"].value() for row in range(STEPS))

    @property
    def longer_steps(self) -> bool:
        return self.step_count < STEPS


def _rows(written: Mapping[str, Any], which: str, most: int) -> int:
    """As many as are there; the one that may stay empty is the first, or is asked for."""
    return max((row + 1 for row in range(most) if f"{which}_{row}" in written), default=1)


def _with_step(typed: dict[str, Any], words: str, place: str, team: str) -> dict[str, Any]:
    """Nothing that is written is touched; where all rows are full, nothing is put in."""
    row = next((row for row in range(STEPS) if not (typed.get(f"step_{row}") or typed.get(f"step_place_{row}"))), None)
    if row is None:
        return typed
    said = {f"step_{row}": words[:LONGEST], f"step_place_{row}": place}
    return typed | said | {f"step_team_{row}": typed.get(f"step_team_{row}") or team}


def unreached(plan: PlanPage) -> tuple[list[GoalLine], list[StepLine]]:
    """What goes on into the next version: what is not reached yet, and what is not done yet."""
    goals = [goal for goal in plan.goals if goal.score is None or goal.score < REACHED]
    return goals[:GOALS], [step for step in plan.steps if step.done_on is None][:STEPS]


def copied(plan: PlanPage, *, teams: list[tuple[str, str]], today: date) -> dict[str, Any]:
    """What the next version begins with. Whether the person agrees is asked anew: he has not seen this one."""
    goals, steps = unreached(plan)
    rows = {goal.goal: str(row) for row, goal in enumerate(goals)}
    said: dict[str, Any] = {"wish": plan.wish}
    for row, goal in enumerate(goals):
        said |= {f"goal_{row}": goal.words, f"goal_weight_{row}": str(goal.weight)}
        said[f"goal_person_{row}"] = str(goal.person or "")
    said |= {f"step_{len(steps)}": ""} if len(steps) < STEPS else {}
    for row, step in enumerate(steps):
        said |= {f"step_{row}": step.words, f"step_place_{row}": str(step.place or "")}
        said[f"step_goal_{row}"] = rows.get(step.goal, "") if step.goal else ""
        if str(step.team) in dict(teams):
            said[f"step_team_{row}"] = str(step.team)
        if step.until and step.until >= today:
            said[f"step_until_{row}"] = step.until
    return said


class ExamineForm(forms.Form):
    """`at_a_table`: only a conference examines; elsewhere it is enough to say who looked at it."""

    conference = forms.ChoiceField(label=_("どの会議で確かめましたか"), choices=[])
    words = forms.CharField(
        label=_("だれと、いつ確かめましたか"),
        required=False,
        max_length=400,
        help_text=_("会議を開かずに確かめたときに書きます。"),
    )

    def __init__(self, *args: Any, conferences: list[tuple[str, str]], at_a_table: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if at_a_table:
            del self.fields["words"]
            offer(self, "conference", [("", _("選んでください")), *conferences])
        elif conferences:
            offer(self, "conference", [("", _("会議を開かずに確かめた")), *conferences])
        else:
            del self.fields["conference"]


class ReviewForm(forms.Form):
    words = forms.CharField(
        label=_("話し合ったこと"), required=False, max_length=10_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    result = forms.ChoiceField(label=_("これから"), choices=list(REVIEW_RESULTS.items()), initial=ReviewResult.KEEP)
    next_review_on = DateWords(
        label=_("次の見直しの日"), required=False, help_text=_("続けるときと止めるときは、書いてください。")
    )
    asked_on = DateWords(
        label=_("止めることを本人に聞いた日"), required=False, help_text=_("「いったん止める」のときに書きます。")
    )
    not_asked = forms.CharField(
        label=_("まだ聞けていないわけ"), required=False, max_length=400, help_text=_("聞いた日が書けないときに。")
    )
    scorer = forms.ChoiceField(label=_("点をつけたのは"), choices=list(SCORERS.items()), initial=Scorer.JOINT)

    def __init__(self, *args: Any, goals: tuple[GoalLine, ...], members: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.goal_lines = goals
        marks = [("", _("つけない"))] + [(str(score), label) for score, label in SCORES.items()]
        for goal in goals:
            self.fields[f"score_{goal.number}"] = forms.ChoiceField(label=goal.words, required=False, choices=marks)
        for row in range(CHANGE_ROWS):
            self.fields[f"change_{row}"] = forms.ChoiceField(
                label=_("見られた変化"), required=False, choices=[("", _("なし")), *CHANGES.items()]
            )
            self.fields[f"change_person_{row}"] = forms.ChoiceField(
                label=_("だれの"), required=False, choices=[("", _("世帯")), *members]
            )

    def scores(self) -> list[Scored]:
        said = self.cleaned_data
        scorer = Scorer(said["scorer"])
        return [
            Scored(goal.goal, int(said[f"score_{goal.number}"]), scorer)
            for goal in self.goal_lines
            if said[f"score_{goal.number}"]
        ]

    def changes(self) -> list[tuple[UUID | None, Change]]:
        said = self.cleaned_data
        return [
            (read_id(said[f"change_person_{row}"]), Change(said[f"change_{row}"]))
            for row in range(CHANGE_ROWS)
            if said[f"change_{row}"]
        ]

    @property
    def score_fields(self) -> list[Any]:
        return [self[f"score_{goal.number}"] for goal in self.goal_lines]

    @property
    def change_rows(self) -> list[list[Any]]:
        return [[self[f"change_{row}"], self[f"change_person_{row}"]] for row in range(CHANGE_ROWS)]
