"""The days that one's own work brings: what was promised, and which plan is to be looked at again."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from marugoto.agencies.models import Duty
from marugoto.agencies.viewer import Viewer
from marugoto.casework.codes import PlanState
from marugoto.casework.models import JournalEntry, Plan, PlanStanding, Review
from marugoto.disclosure.codes import Part
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day

MOST = 200


@dataclass(frozen=True)
class Promised:
    entry: UUID
    case: UUID
    number: str
    words: str
    day: date


@dataclass(frozen=True)
class ToReview:
    plan: UUID
    number: str
    day: date


@looking
def promises(viewer: Viewer, *, since: date) -> list[Promised]:
    """What oneself promised, of entries that no correction replaced."""
    later = JournalEntry.objects.open_to(viewer).filter(supersedes=OuterRef("pk"))
    own = JournalEntry.objects.open_to(viewer).filter(by=viewer.duty, promise_on__gte=since)
    rows = own.exclude(Exists(later)).select_related("case").order_by("promise_on", "pk")[:MOST]
    found = []
    for row in rows:
        if row.promise_on is not None:
            viewer.sight.shows(row.folder_id, Part.SUPPORT)
            found.append(Promised(row.pk, row.case_id, row.case.number, row.promise, row.promise_on))
    return found


@looking
def reviews(viewer: Viewer, *, since: date) -> list[ToReview]:
    """The running plans of the households one leads oneself."""
    standings = PlanStanding.objects.within(viewer.body).filter(plan=OuterRef("pk")).order_by("-number")
    rows = (
        Plan.objects.open_to(viewer)
        .filter(review_on__gte=since, case__ball__in_charge=viewer.duty, case__ball__settlement=None)
        .annotate(state=Subquery(standings.values("state")[:1]), number=F("case__number"))
        .filter(~Exists(_newer(viewer)), state=PlanState.RUNNING)
        .order_by("review_on", "pk")[:MOST]
    )
    found = []
    for row in rows:
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
        found.append(ToReview(row.pk, row.number, row.review_on))
    return found


@dataclass(frozen=True)
class Overdue:
    """A plan whose day of review is over; `day` is the latest one that was agreed."""

    plan: UUID
    number: str
    day: date
    lead: str
    in_charge: str
    rests: bool


@looking
def reviews_past(viewer: Viewer) -> list[Overdue]:
    """Plans that run or rest, of those the viewer may read, the longest waiting first: one query."""
    standings = PlanStanding.objects.within(viewer.body).filter(plan=OuterRef("pk")).order_by("-number")
    agreed = Review.objects.within(viewer.body).filter(plan=OuterRef("pk"), next_review_on__isnull=False)
    people = Duty.objects.everywhere("who leads a case the viewer may read").filter(
        pk=OuterRef("case__ball__in_charge")
    )
    rows = (
        Plan.objects.open_to(viewer)
        .filter(case__ball__settlement=None)
        .annotate(
            state=Subquery(standings.values("state")[:1]),
            day=Coalesce(Subquery(agreed.order_by("-made_at").values("next_review_on")[:1]), F("review_on")),
            number=F("case__number"),
            lead=F("case__ball__holder__name"),
            in_charge=Subquery(people.values("worker__name")[:1]),
        )
        .filter(
            ~Exists(_newer(viewer)), state__in=(PlanState.RUNNING, PlanState.SUSPENDED), day__lt=local_day(viewer.at)
        )
        .order_by("day", "pk")[:MOST]
    )
    found = []
    for row in rows:
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
        rests = row.state == PlanState.SUSPENDED
        found.append(Overdue(row.pk, row.number, row.day, row.lead, row.in_charge or "", rests))
    return found


def _newer(viewer: Viewer) -> QuerySet[Plan]:
    return Plan.objects.within(viewer.body).filter(case=OuterRef("case"), version__gt=OuterRef("version"))
