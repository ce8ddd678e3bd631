"""Add needs, say the next step, hand their balls on with what the receiver must know."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID, uuid4

from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.case import mine as my_case
from marugoto.casework.events import NeedAssessed, Whose
from marugoto.casework.models import Case, Need
from marugoto.custody.actions.ball import place
from marugoto.custody.actions.offer import Opening, offer
from marugoto.custody.codes import MatterKind, OfferReason, Urgency
from marugoto.custody.models import Ball, Offer
from marugoto.disclosure.actions.folder import open_folder
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.ground.actions.counter import next_number
from marugoto.ground.transaction import acting
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.ref import Ref
from marugoto.ledger.actions import announce
from marugoto.people.models import Member

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
    row = my_case(by, case)
    title = _said(title)
    _require_member(by, row, person)
    matter = Ref("need", uuid4())
    folder = open_folder(by=by, at=at, subject=matter, part=Part.SUPPORT)
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
    whose = Whose.PERSON if person else Whose.HOUSEHOLD
    told = NeedAssessed(case=row.pk, theme=theme, whose=whose, number=need.number)
    announce(told, by=by, at=at, matter=need.pk, area=row.household.area)
    return need


@acting
def say_next_step(*, by: Viewer, at: datetime, need: UUID, next_step: str) -> Need:
    """The one line everybody reads first."""
    row = mine(by, need)
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
    without one the receiver gets the ball and the words, and no name."""
    row = mine(by, need)
    openings = openings_of(row, basis, set(parts), basis_reason) if basis else []
    return offer(by=by, at=at, ball=row.ball_id, to=to, reason=reason, words=words, due=due, openings=openings)


def mine(by: Viewer, need: UUID) -> Need:
    """The need if it is open to the viewer; raises Need.DoesNotExist."""
    return Need.objects.open_to(by).select_related("ball").get(pk=need)


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


def openings_of(need: Need, basis: BasisCode, parts: set[Part], reason: str) -> list[Opening]:
    """What whoever holds the need reads of it: the need, its case, the household's name, and the chosen parts of the person."""
    opened = [Opening(need.pk, Part.SUPPORT, basis, reason), Opening(need.case_id, Part.SUPPORT, basis, reason)]
    opened.append(Opening(need.household_id, Part.BASIC, basis, reason))
    if need.person_id:
        opened += [Opening(need.person_id, part, basis, reason) for part in sorted(parts)]
    return opened
