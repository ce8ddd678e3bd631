"""Look at plans."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, UUIDField

from marugoto.agencies.models import Duty
from marugoto.agencies.viewer import Viewer
from marugoto.casework.codes import Agreement, Change, PlanState, ReviewResult
from marugoto.casework.models import Case, Goal, GoalScore, Plan, PlanStanding, Review, ReviewChange, Step, StepDone
from marugoto.casework.queries.need import home_of, shows_home
from marugoto.disclosure.codes import Part
from marugoto.disclosure.queries.folder import OpenQuestion
from marugoto.ground.transaction import looking

AT_ONCE = 20


@dataclass(frozen=True)
class GoalLine:
    goal: UUID
    number: int
    person: UUID | None
    words: str
    score: int | None
    weight: int


@dataclass(frozen=True)
class StepLine:
    step: UUID
    goal: UUID | None
    team: UUID
    team_name: str
    place: UUID | None
    words: str
    until: date | None
    done_on: date | None


@dataclass(frozen=True)
class PlanPage:
    """A plan in its present state."""

    plan: UUID
    case: UUID
    version: int
    state: PlanState
    wish: str
    agreement: Agreement
    agreement_note: str
    since: date
    review_on: date
    goals: tuple[GoalLine, ...]
    steps: tuple[StepLine, ...]


@looking
def current(viewer: Viewer, case: UUID, *, among: Collection[PlanState] = tuple(PlanState)) -> PlanPage | None:
    """The latest version of the case's plan, if it is in one of these states."""
    return _page(viewer, [row for row in _OF_CASE.of(viewer, case=case) if row.state in among])


@looking
def outline(viewer: Viewer, case: UUID) -> PlanPage | None:
    """The latest version without its steps, for a page that shows more than the plan: two queries."""
    return _page(viewer, _OF_CASE.of(viewer, case=case), steps=False)


@looking
def get(viewer: Viewer, plan: UUID) -> PlanPage | None:
    return _page(viewer, list(_newest_first(viewer, Q(pk=plan))))


@dataclass(frozen=True)
class Awaited:
    """A plan that waits for the municipality's decision; `household` is empty where its folder is not open."""

    plan: UUID
    household: str
    since: date


@looking
def to_decide(viewer: Viewer) -> list[Awaited]:
    """Examined and not yet decided, of those open to the viewer, the longest waiting first: one query."""
    rows = (
        Plan.objects.open_to(viewer)
        .annotate(
            state=_last(viewer, "state"),
            examined=_last(viewer, "day"),
            home=_home(viewer, "name"),
            home_folder=_home(viewer, "folder"),
            newest=_newest(viewer),
        )
        .filter(state=PlanState.EXAMINED, version=F("newest"))
        .order_by("examined", "pk")[:AT_ONCE]
    )
    found = []
    for row in rows:
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
        shows_home(viewer, row.home_folder)
        found.append(Awaited(row.pk, row.home or "", row.examined))
    return found


def _last(viewer: Viewer, column: str) -> Subquery:
    standings_of = PlanStanding.objects.within(viewer.body).filter(plan=OuterRef("pk"))
    return Subquery(standings_of.order_by("-number").values(column)[:1])


def _newest(viewer: Viewer) -> Subquery:
    versions = Plan.objects.within(viewer.body).filter(case=OuterRef("case_id"))
    return Subquery(versions.order_by("-version").values("version")[:1])


def _home(viewer: Viewer, column: Literal["name", "folder"]) -> Subquery:
    cases = Case.objects.open_to(viewer).filter(pk=OuterRef("case_id"))
    return Subquery(cases.annotate(home=home_of(viewer, column)).values("home")[:1])


@dataclass(frozen=True)
class ReviewLine:
    """A review that was held: what changed for whom (None: the household), what was said, what followed."""

    day: date
    result: ReviewResult
    words: str
    changes: tuple[tuple[UUID | None, Change], ...]
    next_review_on: date | None
    writer: str


@looking
def reviews(viewer: Viewer, plan: UUID) -> list[ReviewLine]:
    """The newest first: two queries."""
    writers = Duty.objects.everywhere("the writer of a row the viewer sees").filter(pk=OuterRef("by"))
    rows = (
        Review.objects.open_to(viewer).filter(plan=plan).annotate(writer=Subquery(writers.values("worker__name")[:1]))
    )
    held = list(rows.order_by("-made_at"))
    changes: dict[UUID, list[tuple[UUID | None, Change]]] = {row.pk: [] for row in held}
    for one in ReviewChange.objects.open_to(viewer).filter(review__in=held).order_by("made_at", "pk"):
        changes[one.review_id].append((one.person_id, Change(one.change)))
    return [
        ReviewLine(
            row.day, ReviewResult(row.result), row.words, tuple(changes[row.pk]), row.next_review_on, row.writer or ""
        )
        for row in held
    ]


@dataclass(frozen=True)
class VersionLine:
    """One version of the plan of a case, and how it stands."""

    plan: UUID
    version: int
    state: PlanState
    since: date


@looking
def versions(viewer: Viewer, case: UUID) -> list[VersionLine]:
    """The newest first: one query."""
    rows = Plan.objects.open_to(viewer).filter(case=case).annotate(state=_last(viewer, "state"))
    found = []
    for row in rows.order_by("-version"):
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
        found.append(VersionLine(row.pk, row.version, PlanState(row.state), row.since))
    return found


@looking
def standings(viewer: Viewer, plan: UUID) -> list[PlanStanding]:
    """How the plan came to its state, oldest first."""
    return list(PlanStanding.objects.open_to(viewer).filter(plan=plan).order_by("number"))


def _newest_first(viewer: Viewer, which: Q) -> QuerySet[Any]:
    known = Plan.objects.open_to(viewer).filter(which).annotate(state=_last(viewer, "state"))
    reviews = Review.objects.open_to(viewer).filter(plan=OuterRef("pk"), next_review_on__isnull=False)
    next_day = reviews.order_by("-made_at").values("next_review_on")[:1]
    return known.annotate(next_day=Subquery(next_day)).order_by("-version")[:1]


_OF_CASE = OpenQuestion(lambda viewer, case: _newest_first(viewer, Q(case=case)), case=UUIDField())


def _page(viewer: Viewer, found: list[Any], *, steps: bool = True) -> PlanPage | None:
    if not found:
        return None
    row = found[0]
    viewer.sight.shows(row.folder_id, Part.SUPPORT)
    return PlanPage(
        plan=row.pk,
        case=row.case_id,
        version=row.version,
        state=PlanState(row.state),
        wish=row.wish,
        agreement=Agreement(row.agreement),
        agreement_note=row.agreement_note,
        since=row.since,
        review_on=row.next_day or row.review_on,
        goals=_goals(viewer, row),
        steps=_steps(viewer, row) if steps else (),
    )


def _goals(viewer: Viewer, plan: Plan) -> tuple[GoalLine, ...]:
    scores = GoalScore.objects.within(viewer.body).filter(goal=OuterRef("pk")).order_by("-made_at").values("score")[:1]
    rows = Goal.objects.within(viewer.body).filter(plan=plan).annotate(last=Subquery(scores)).order_by("number")
    return tuple(GoalLine(row.pk, row.number, row.person_id, row.words, row.last, row.weight) for row in rows)


def _steps(viewer: Viewer, plan: Plan) -> tuple[StepLine, ...]:
    done = StepDone.objects.within(viewer.body).filter(step=OuterRef("pk")).values("day")[:1]
    rows = Step.objects.within(viewer.body).filter(plan=plan).select_related("team").annotate(done_on=Subquery(done))
    return tuple(
        StepLine(row.pk, row.goal_id, row.team_id, row.team.name, row.place, row.words, row.until, row.done_on)
        for row in rows.order_by("until", "made_at")
    )
