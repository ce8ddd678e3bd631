"""Add needs, say the next step, hand their balls on with what the receiver must know."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID, uuid4

from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.case import hold_still, require_running
from marugoto.casework.actions.case import mine as my_case
from marugoto.casework.events import NeedAssessed, Whose
from marugoto.casework.models import Case, CaseNeed, Need
from marugoto.casework.rules.case import may_go_nameless, may_say_next_step
from marugoto.custody.actions.ball import place
from marugoto.custody.actions.offer import Opening, offer
from marugoto.custody.actions.settlement import reopen
from marugoto.custody.codes import MatterKind, OfferReason, Urgency
from marugoto.custody.models import Ball, Offer
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.ground.actions.counter import next_number
from marugoto.ground.transaction import acting
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.kernel.ref import Ref
from marugoto.ledger.actions import announce
from marugoto.people.actions.about import open_about, people_of
from marugoto.people.models import Member
from marugoto.people.queries.household import who_lives_there
from marugoto.people.rules.name import names_in

TITLE_LIMIT, STEP_LIMIT = 80, 200


@acting
def add_need(
    *,
    by: Viewer,
    at: datetime,
    case: UUID,
    theme: TroubleCode,
    title: str,
    person: UUID | None = None,
    urgency: Urgency = Urgency.USUAL,
    next_step: str = "",
) -> Need:
    """A need of one member, or (without `person`) of the whole household. Its ball lies with the viewer's team."""
    hold_still(by, case)
    row = my_case(by, case)
    require_running(by, row.pk)
    title = _said(title)
    _require_member(by, row, person)
    matter = Ref("need", uuid4())
    persons, homes = ([person], []) if person else ([], [row.household_id])
    folder = open_about(by=by, at=at, subject=matter, part=Part.SUPPORT, persons=persons, households=homes)
    ball = _first_ball(by, at, matter, row, theme, urgency)
    need = Need.objects.create(
        id=matter.id,
        body=by.body,
        made_at=at,
        folder=folder,
        ball=ball,
        case=row,
        household_id=row.household_id,
        person_id=person,
        number=next_number(by.body, f"need {row.pk.hex}"),
        theme=theme,
        title=title,
        next_step=clean(next_step, limit=STEP_LIMIT),
    )
    CaseNeed.objects.create(body=by.body, made_at=at, case_ref=row.pk, need_ref=need.pk)
    whose = Whose.PERSON if person else Whose.HOUSEHOLD
    told = NeedAssessed(case=row.pk, theme=theme, whose=whose, number=need.number)
    announce(told, by=by, at=at, matter=need.pk, area=row.household.area)
    return need


@acting
def say_next_step(*, by: Viewer, at: datetime, need: UUID, next_step: str) -> Need:
    """The one line everybody reads first; written by the team that holds the need or leads the case."""
    row = mine(by, need)
    may_say_next_step(by.team, holder=row.ball.holder_id, lead=_lead(by, row)).require()
    row.next_step = clean(next_step, limit=STEP_LIMIT)
    row.save(update_fields=["next_step"])
    return row


@acting
def offer_need(
    *,
    by: Viewer,
    at: datetime,
    need: UUID,
    to: UUID,
    reason: OfferReason,
    words: str = "",
    due: date | None = None,
    basis: BasisCode | None = None,
    parts: Iterable[Part] = (),
    basis_reason: str = "",
) -> Offer:
    """Offer the need's ball. With a basis, the chosen parts about the person and the need open when the receiver catches it;
    without one the receiver gets the ball and the words, which say what is asked and name nobody.

    On consent the need opens when its person agreed that the support is told (of the whole household's, everybody there), the
    case with its journal only when all who live there did.
    """
    row = mine(by, need)
    if basis is None:
        living = who_lives_there(by.at_moment(at), [row.household_id]).get(row.household_id, [])
        may_go_nameless(words, named=names_in(words, living)).require()
    openings = openings_of(by, at, row, basis, set(parts), basis_reason) if basis else []
    return offer(by=by, at=at, ball=row.ball_id, to=to, reason=reason, words=words, due=due, openings=openings)


@acting
def reopen_need(*, by: Viewer, at: datetime, need: UUID) -> Need:
    """It was not over after all; only while the support of the household goes on. Also whoever leads that may begin it again:
    a team that held it for a role given by a conference reads it no more."""
    row = mine(by, need)
    hold_still(by, row.case_id)
    require_running(by, row.case_id)
    reopen(by=by, at=at, ball=row.ball_id, leads=_lead(by, row) == by.team)
    return row


def mine(by: Viewer, need: UUID) -> Need:
    """The need if it is open to the viewer; raises Need.DoesNotExist."""
    return Need.objects.open_to(by).select_related("ball").get(pk=need)


def _lead(by: Viewer, need: Need) -> UUID | None:
    """The team that leads the support of the household."""
    return Ball.objects.within(by.body).filter(matter=need.case_id).values_list("holder_id", flat=True).first()


def _first_ball(by: Viewer, at: datetime, matter: Ref, case: Case, theme: TroubleCode, urgency: Urgency) -> Ball:
    return place(
        by=by,
        at=at,
        matter=matter,
        kind=MatterKind.NEED,
        theme=theme,
        urgency=urgency,
        area=case.household.area,
        in_charge=by.duty,
    )


def _said(title: str) -> str:
    title = clean(title, limit=TITLE_LIMIT).strip()
    if not title:
        no("何が必要かが書かれていません。", "一言で書いてください。").require()
    return title


def _require_member(by: Viewer, case: Case, person: UUID | None) -> None:
    if person is not None and not Member.objects.open_to(by).filter(household=case.household, person=person).exists():
        no("この世帯の人ではありません。", "世帯の人から選んでください。").require()


def openings_of(by: Viewer, at: datetime, need: Need, basis: BasisCode, parts: set[Part], reason: str) -> list[Opening]:
    """What whoever takes the need over must be able to read, on this basis."""
    whole = tuple(sorted(people_of(by, need.household_id, local_day(at))))
    its = (need.person_id,) if need.person_id else whole
    opened = [
        Opening(need.pk, Part.SUPPORT, basis, reason, persons=its),
        Opening(need.case_id, Part.SUPPORT, basis, reason, persons=whole, optional=True),
        Opening(need.household_id, Part.BASIC, basis, reason, persons=whole, optional=True),
    ]
    if need.person_id:
        opened += [Opening(need.person_id, part, basis, reason) for part in sorted(parts)]
    return opened
