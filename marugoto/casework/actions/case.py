"""Open and close the support of a household."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID, uuid4

from marugoto.agencies.viewer import Viewer
from marugoto.casework.codes import CaseEnd
from marugoto.casework.events import CaseClosed, CaseGathered, CaseOpened, CaseReturned
from marugoto.casework.models import Case, CaseClosing, CaseNeed, CaseOrigin
from marugoto.casework.rules.case import Ending, may_close, may_go_on
from marugoto.custody.actions.ball import place
from marugoto.custody.actions.settlement import settle
from marugoto.custody.codes import MatterKind, Outcome, Urgency
from marugoto.custody.models import Ball
from marugoto.custody.queries.ball import open_matters
from marugoto.custody.queries.team import tower
from marugoto.disclosure.codes import Part
from marugoto.disclosure.models import Concern
from marugoto.ground.actions.counter import next_number
from marugoto.ground.transaction import acting, hold
from marugoto.intake.actions.consultation import end as end_consultation
from marugoto.intake.codes import ConsultationEnd
from marugoto.intake.models import Consultation
from marugoto.kernel.decision import no
from marugoto.kernel.era import era_year
from marugoto.kernel.fiscal import fiscal_year
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.kernel.ref import Ref
from marugoto.ledger.actions import announce
from marugoto.people.actions.about import open_about, speak_of
from marugoto.people.models import Household, Member

OUTCOMES = {
    CaseEnd.ACHIEVED: Outcome.ACHIEVED,
    CaseEnd.HANDED_TO_AGENCY: Outcome.CARRIED_ON,
    CaseEnd.MOVED_AWAY: Outcome.MOVED_AWAY,
    CaseEnd.DIED: Outcome.DIED,
    CaseEnd.BROKEN_OFF: Outcome.BROKEN_OFF,
    CaseEnd.OWN_WISH: Outcome.OWN_WISH,
}


@acting
def open_case(
    *,
    by: Viewer,
    at: datetime,
    household: UUID,
    consultations: Iterable[UUID] = (),
    urgency: Urgency = Urgency.USUAL,
) -> Case:
    """One open case per household; the consultations it came from end by it. The viewer's team holds its ball."""
    # Held still until the end of the transaction, so that two windows cannot begin at once. SQLite lets one writer in at a time.
    home = Household.objects.open_to(by).select_for_update(no_key=True, of=("self",)).get(pk=household)
    require_no_other_case(by, home)
    matter = Ref("case", uuid4())
    folder = open_about(by=by, at=at, subject=matter, part=Part.SUPPORT, households=[home.pk])
    ball = place(
        by=by,
        at=at,
        matter=matter,
        kind=MatterKind.CASE,
        theme="lead",
        urgency=urgency,
        area=home.area,
        in_charge=by.duty,
    )
    case = Case.objects.create(
        id=matter.id,
        body=by.body,
        made_at=at,
        folder=folder,
        ball=ball,
        household=home,
        number=_next_number(by, local_day(at)),
        opened_on=local_day(at),
    )
    first = _take_over(by, at, case, consultations)
    _tell_of_beginning(by, at, case, first)
    return case


@acting
def gather(*, by: Viewer, at: datetime, case: UUID, consultation: UUID) -> None:
    """Another consultation turns out to be about a household whose support runs: it goes on there, and is counted once."""
    hold_still(by, case)
    row = mine(by, case)
    require_running(by, case)
    _take_over(by, at, row, [consultation])


@acting
def close_case(
    *,
    by: Viewer,
    at: datetime,
    case: UUID,
    end: CaseEnd,
    next_team: UUID | None = None,
    look_in_on: date | None = None,
    why_none: str = "",
    words: str = "",
) -> CaseClosing:
    """Refused while a need is open, or while nobody is named who looks after the household next."""
    hold_still(by, case)
    row = mine(by, case)
    needs = CaseNeed.objects.within(by.body).filter(case_ref=row.pk)
    still_open = len(open_matters(by, matters=set(needs.values_list("need_ref", flat=True))))
    may_close(Ending(end, still_open, next_team is not None, look_in_on, local_day(at), why_none)).require()
    closing = CaseClosing.objects.create(
        body=by.body,
        made_at=at,
        folder_id=row.folder_id,
        case=row,
        end=end,
        next_team_id=next_team,
        look_in_on=look_in_on,
        why_none=clean(why_none, limit=200),
        words=clean(words, limit=10_000),
        by=by.duty,
    )
    Case.objects.open_to(by).filter(pk=row.pk).update(closing=closing)
    settle(by=by, at=at, ball=row.ball_id, outcome=OUTCOMES[end], with_matter=True, look_on=look_in_on)
    leads = tower(by.body, local_day(at))
    told = CaseClosed(
        next_team=next_team, end=end, look_in_on=look_in_on, by_tower=leads is not None and leads.pk == by.team
    )
    announce(told, by=by, at=at, matter=row.pk, area=row.household.area)
    return closing


def mine(by: Viewer, case: UUID) -> Case:
    """The case if it is open to the viewer; raises Case.DoesNotExist."""
    return Case.objects.open_to(by).select_related("household", "ball").get(pk=case)


def require_running(by: Viewer, case: UUID) -> None:
    """Raises `Refused` for a case that has ended; asked of its ball, which also those see who do not see the case."""
    may_go_on(bool(open_matters(by, matters={case}))).require()


def hold_still(by: Viewer, case: UUID) -> None:
    """Until the end of the transaction the case neither ends nor gets another need by somebody else's hand."""
    hold(Ball.objects.within(by.body).filter(matter=case))  # seen also by those who see a need and not the case


def require_no_other_case(by: Viewer, home: Household) -> None:
    """Raises `Refused` while a case of this household runs; of one that is not open to the viewer no more is said."""
    running = open_matters(by, matters=_cases_of(by, home))
    seen = set(Case.objects.open_to(by).filter(pk__in=running).values_list("pk", flat=True))
    if running - seen:
        no("この世帯の支援は、役所の中で始まっています。", "係長か司令塔に聞いてください。").require()
    if running:
        no("この世帯の支援は、もう始まっています。", "世帯の画面から必要を足してください。").require()


def ended_last(by: Viewer, home: Household) -> UUID | None:
    """Of the cases of this household that have ended, open to the viewer or not, the latest."""
    former = Ball.objects.within(by.body).filter(matter__in=_cases_of(by, home), settlement__isnull=False)
    return former.order_by("-settlement__at").values_list("matter", flat=True).first()


def _cases_of(by: Viewer, home: Household) -> set[UUID]:
    """Running and ended."""
    about = Concern.objects.within(by.body).filter(subject=home.pk, folder__subject_kind="case")
    return set(about.values_list("folder__subject", flat=True))


def _tell_of_beginning(by: Viewer, at: datetime, case: Case, first: date | None) -> None:
    """Where the support of this household had ended before, that is said of the case that ended last."""
    members = Member.objects.open_to(by).filter(household=case.household, until=None).count()
    waited = by.calendar.between(first, local_day(at)) if first else None
    announce(CaseOpened(members=members, from_intake=waited), by=by, at=at, matter=case.pk, area=case.household.area)
    announce(CaseGathered(case=case.pk), by=by, at=at, matter=case.pk, area=case.household.area)
    last = ended_last(by, case.household)
    if last is not None:
        announce(CaseReturned(case=case.pk), by=by, at=at, matter=last, area=case.household.area)


def _take_over(by: Viewer, at: datetime, case: Case, consultations: Iterable[UUID]) -> date | None:
    first: date | None = None
    for row in Consultation.objects.open_to(by).filter(pk__in=list(consultations)).order_by("day"):
        end_consultation(by=by, at=at, consultation=row.pk, end=ConsultationEnd.CASE_OPENED)  # refuses what has ended
        CaseOrigin.objects.create(body=by.body, made_at=at, folder_id=case.folder_id, case=case, consultation=row)
        speak_of(by, at, row.folder, subjects=[case.household_id])
        announce(CaseGathered(case=case.pk), by=by, at=at, matter=row.pk)
        first = first or row.day
    return first


def _next_number(by: Viewer, day: date) -> str:
    """R8-0412: the year of the era in which the 年度 began, and a counter of the body."""
    year = era_year(date(fiscal_year(day), 4, 1))
    return f"{year}-{next_number(by.body, f'case {year}'):04d}"
