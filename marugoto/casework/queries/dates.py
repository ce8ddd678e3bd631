"""The days that one's own work brings: what was promised, and which plan is to be looked at again."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import (
    CharField,
    Count,
    DateField,
    DateTimeField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce

from marugoto.agencies.models import Duty
from marugoto.agencies.queries.absence import stood_in_for
from marugoto.agencies.viewer import Viewer
from marugoto.casework.codes import PlanState
from marugoto.casework.models import Case, JournalEntry, Plan, PlanStanding, PromiseEnding, Review
from marugoto.custody.models import Ball
from marugoto.custody.queries.asking import GIVEN_FOR, Directions, became, given
from marugoto.disclosure.codes import Part
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day

MOST = 200
LOOK, REVIEW = "look", "review"
NO_DAY, NO_MOMENT = Value(None, DateField()), Value(None, DateTimeField())


@dataclass(frozen=True)
class Promised:
    entry: UUID
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
    """What stands promised where the viewer is in charge or stands in, whoever promised it, until it is said what became of it; and
    what oneself promised for a day from `since` on."""
    numbers = Case.objects.open_to(viewer).filter(pk=OuterRef("case_id")).values("number")[:1]
    rows = _promised_to(viewer, since).annotate(number=Subquery(numbers)).order_by("promise_on", "pk")
    found = []
    for row in rows[:MOST]:
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
        found.append(Promised(row.pk, row.number or "", row.promise, row.promise_on))
    return found


@looking
def promised_by_today(viewer: Viewer) -> int:
    """Of these how many are for today, or late: one query, and nobody is shown."""
    today = local_day(viewer.at)
    return _promised_to(viewer, today).filter(promise_on__lte=today).count()


@looking
def promises_past(viewer: Viewer) -> int:
    """In all that the viewer's team holds, promises whose day is over: of the team, never of a person."""
    held = Ball.objects.within(viewer.body).filter(settlement=None, holder=viewer.team).values("matter")
    return _open_promises(viewer).filter(_about(held), promise_on__lt=local_day(viewer.at)).count()


def _promised_to(viewer: Viewer, since: date) -> QuerySet[Any]:
    charged = Q(in_charge=viewer.duty) | Q(in_charge__in=stood_in_for(viewer))
    ours = Ball.objects.within(viewer.body).filter(charged, settlement=None).values("matter")
    return _open_promises(viewer).filter(_about(ours) | Q(by=viewer.duty, promise_on__gte=since))


def _about(matters: QuerySet[Any]) -> Q:
    """A need's entry hangs on the need's ball, another on the household's."""
    return Q(need__in=matters) | Q(need=None, case__in=matters)


def _open_promises(viewer: Viewer) -> QuerySet[Any]:
    """For a day, of entries that no correction replaced."""
    later = JournalEntry.objects.open_to(viewer).filter(supersedes=OuterRef("pk"))
    ended = PromiseEnding.objects.open_to(viewer).filter(entry=OuterRef("pk"))
    promised = JournalEntry.objects.open_to(viewer).filter(promise_on__isnull=False)
    return promised.exclude(Exists(later)).exclude(Exists(ended))


@looking
def reviews(viewer: Viewer, *, since: date) -> list[ToReview]:
    """Of the households one leads oneself the plans that run or rest, each with the day that was agreed last."""
    rows = _living(viewer).filter(case__ball__in_charge=viewer.duty, day__gte=since)
    found = []
    for row in rows.annotate(due=F("day"), number=F("case__number")).order_by("day", "pk")[:MOST]:
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
        found.append(ToReview(row.pk, row.number, row.due))
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
    people = Duty.objects.everywhere("who leads a case the viewer may read").filter(
        pk=OuterRef("case__ball__in_charge")
    )
    rows = _overdue(viewer).annotate(
        stands=Subquery(standings.values("state")[:1]),
        due=F("day"),
        number=F("case__number"),
        lead=F("case__ball__holder__name"),
        in_charge=Subquery(people.values("worker__name")[:1]),
    )
    found = []
    for row in rows.order_by("day", "pk")[:MOST]:
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
        rests = row.stands == PlanState.SUSPENDED
        found.append(Overdue(row.pk, row.number, row.due, row.lead, row.in_charge or "", rests))
    return found


@dataclass(frozen=True)
class Standing:
    """What the tower's page says beside its list: what became of the directions, and how many days are over."""

    directions: Directions
    looks: int
    reviews: int


@looking
def standing(viewer: Viewer) -> Standing:
    """One query: countings that have nothing in common but the page."""
    today, over = local_day(viewer.at), []
    looks: QuerySet[Any] = Ball.objects.within(viewer.body).filter(look_on__lt=today)
    for kind, which in ((LOOK, looks), *((REVIEW, part) for part in _overdue_in_parts(viewer))):
        counted = which.order_by().values("body").annotate(n=Count("pk"), kind=Value(kind, CharField()))
        over.append(counted.values_list(NO_DAY, "kind", NO_MOMENT, "n"))
    told = given(viewer.body, viewer.at - GIVEN_FOR).values_list("due", "ended__kind", "ended__at", Value(1))
    rows = list(told.order_by().union(*over, all=True))
    counts = Counter[str]()
    for _day, kind, _at, n in rows:
        counts[kind] += n if kind in {LOOK, REVIEW} else 0
    directed = became([row[:3] for row in rows if row[1] not in {LOOK, REVIEW}], today)
    return Standing(directed, counts[LOOK], counts[REVIEW])


def _overdue(viewer: Viewer) -> QuerySet[Any]:
    """Of these the ones whose day of review is over."""
    return _living(viewer).filter(day__lt=local_day(viewer.at))


def _living(viewer: Viewer) -> QuerySet[Any]:
    """Newest versions that run or rest, of those the viewer may read; `day` is the one agreed last."""
    standings = PlanStanding.objects.within(viewer.body).filter(plan=OuterRef("pk")).order_by("-number")
    agreed = Review.objects.within(viewer.body).filter(plan=OuterRef("pk"), next_review_on__isnull=False)
    known = (
        Plan.objects.open_to(viewer)
        .filter(case__ball__settlement=None)
        .alias(
            state=Subquery(standings.values("state")[:1]),
            day=Coalesce(Subquery(agreed.order_by("-made_at").values("next_review_on")[:1]), F("review_on")),
        )
    )
    living = (PlanState.RUNNING, PlanState.SUSPENDED)
    return known.filter(~Exists(_newer(viewer)), state__in=living)


def _overdue_in_parts(viewer: Viewer) -> tuple[QuerySet[Any], QuerySet[Any]]:
    """The same, each once, to be counted: the walls are asked only of plans whose days allow it, not of every plan of a city. Those
    whose own day is over; and those whose review agreed on an earlier day, found by the review."""
    today = local_day(viewer.at)
    agreed_before = Review.objects.within(viewer.body).filter(next_review_on__lt=today).values("plan")
    over = _overdue(viewer)
    return over.filter(review_on__lt=today), over.filter(review_on__gte=today, pk__in=agreed_before)


def _newer(viewer: Viewer) -> QuerySet[Plan]:
    return Plan.objects.within(viewer.body).filter(case=OuterRef("case"), version__gt=OuterRef("version"))
