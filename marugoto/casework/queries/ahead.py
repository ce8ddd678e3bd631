"""Of one household's support: the steps of its plan that have a day, and the consultations it came from. Joined by the page."""

from typing import Any
from uuid import UUID

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Subquery, Value, When

from marugoto.agencies.viewer import Viewer
from marugoto.casework.codes import PlanState
from marugoto.casework.models import CaseOrigin, Plan, PlanStanding, Step, StepDone
from marugoto.ground.ahead import in_columns
from marugoto.intake.codes import Channel
from marugoto.intake.models import Consultation

STEP, ORIGIN = "step", "origin"
STANDS = (PlanState.DECIDED, PlanState.RUNNING)  # before, its days are a proposal; after, nobody walks by them
FACE_TO_FACE = (Channel.WINDOW, Channel.VISIT)


def steps_ahead(viewer: Viewer, case: UUID) -> QuerySet[Any, Any]:
    """Not done yet, of the newest version where it was decided and is not over. It runs as part of the page's question."""
    newer = Plan.objects.within(viewer.body).filter(case=case, version__gt=OuterRef("plan__version"))
    stood = PlanStanding.objects.within(viewer.body).filter(plan=OuterRef("plan")).order_by("-number")
    done = StepDone.objects.within(viewer.body).filter(step=OuterRef("pk"))
    rows = Step.objects.open_to(viewer).filter(plan__case=case, until__isnull=False)
    rows = rows.alias(state=Subquery(stood.values("state")[:1])).filter(~Exists(newer), ~Exists(done), state__in=STANDS)
    return in_columns(rows, STEP, ref="plan_id", title="words", who="team__name", day="until")


def origins_of(viewer: Viewer, case: UUID) -> QuerySet[Any, Any]:
    """`row_n` 1: the person himself was there, and was met."""
    known = CaseOrigin.objects.within(viewer.body).filter(case=case).values("consultation")
    rows = Consultation.objects.open_to(viewer).filter(pk__in=known)
    met = Case(When(Q(visitor="", channel__in=FACE_TO_FACE), then=Value(1)), default=Value(0))
    return in_columns(rows, ORIGIN, day="day", n=met)
