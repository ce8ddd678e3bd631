"""Ask whether another office keeps a record of somebody, and answer: the team that keeps it holds the question until it has answered."""

from datetime import date, datetime
from uuid import UUID, uuid4

from marugoto.agencies.queries.directory import names_of_duties, profile
from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.ball import place
from marugoto.custody.actions.listed import first_reader
from marugoto.custody.actions.settlement import settle
from marugoto.custody.actions.standing import standing
from marugoto.custody.actions.tiding import tell
from marugoto.custody.codes import MatterKind, Outcome, TidingKind, Urgency
from marugoto.custody.rules.team import may_hold
from marugoto.disclosure.actions.folder import open_folder
from marugoto.disclosure.codes import BasisCode, Part, PurposeState
from marugoto.disclosure.models import Folder
from marugoto.disclosure.queries.purpose import course_of, rows_of
from marugoto.disclosure.rules.basis import may_use
from marugoto.disclosure.rules.purpose import standing as standing_of
from marugoto.ground.transaction import acting
from marugoto.intake.codes import InquiryAnswer, InquiryReason
from marugoto.intake.events import InquiryAnswered, InquirySent
from marugoto.intake.models import Inquired, Inquiry, InquiryReply, InquiryTeam
from marugoto.intake.rules.inquiry import Decided, may_answer, may_inquire_on, may_rest_on
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.kernel.ref import Ref
from marugoto.ledger.actions import announce
from marugoto.people.access import PERSON
from marugoto.people.actions.pointer import ask
from marugoto.people.queries.pointer import Keeper, known_as

URGENCIES = {InquiryReason.DANGER: Urgency.NOW}
THEME = "question"


@acting
def inquire(
    *,
    by: Viewer,
    at: datetime,
    reason: InquiryReason,
    basis: BasisCode,
    name: str = "",
    birth: date | None = None,
    phone: str = "",
    purpose: UUID | None = None,
) -> Inquiry:
    """The pointer's question with its reason and ground. Each team that keeps a record is told, and holds the question; where it rests
    on a decision (`purpose`), only the team that the decision names. Counted and audited also when nothing was found."""
    may_inquire_on(basis).require()
    may_use(basis, profile=profile(by.body, local_day(at)), day=local_day(at)).require()
    rests = purpose if basis is BasisCode.PURPOSE_CHANGE else None
    decided = _decided(by, at, rests, name, birth, phone)
    may_rest_on(basis, decided).require()
    found = ask(by=by, at=at, name=name, birth=birth, phone=phone)
    keepers = reversed(found.keepers if found else ())
    matter = Ref("inquiry", uuid4())
    row = Inquiry.objects.create(
        id=matter.id,
        body=by.body,
        made_at=at,
        folder=open_folder(by=by, at=at, subject=matter, part=Part.SUPPORT),
        name=clean(name, limit=300),
        birth=birth,
        phone=clean(phone, limit=60),
        reason=reason,
        basis=basis,
        purpose_id=rests,
        by=by.duty,
    )
    teams = {one.team: one for one in keepers if _may_be_told(one, decided)}
    for keeper in teams.values():
        _tell(by, at, row, keeper)
    announce(InquirySent(reason=reason, basis=basis, teams=len(teams)), by=by, at=at, matter=row.pk)
    return row


@acting
def answer_inquiry(*, by: Viewer, at: datetime, inquired: UUID, answer: InquiryAnswer) -> InquiryReply:
    """The asker's team hears the answer; the question is over."""
    row = Inquired.objects.open_to(by).select_related("ball").get(pk=inquired)
    may_answer(answered=InquiryReply.objects.within(by.body).filter(inquired_ref=row.pk).exists()).require()
    reply = InquiryReply.objects.create(body=by.body, made_at=at, inquired_ref=row.pk, answer=answer, by=by.duty)
    settle(by=by, at=at, ball=row.ball_id, outcome=Outcome.ANSWERED, with_matter=True)
    asker = names_of_duties([row.by])[row.by]
    tell(by, at, row.ball_id, TidingKind.ANSWERED, team=asker.team_id)
    waited = by.calendar.between(local_day(row.made_at), local_day(at))
    announce(InquiryAnswered(answer=answer, open_days=waited), by=by, at=at, matter=row.pk)
    return reply


def _may_be_told(keeper: Keeper, decided: Decided | None) -> bool:
    return decided is None or keeper.team == decided.receiver


def _decided(
    by: Viewer, at: datetime, purpose: UUID | None, name: str, birth: date | None, phone: str
) -> Decided | None:
    """The decision, where the viewer's team asked for it. Whom it is about is compared with what is asked, by the records that the
    viewer may read."""
    row = rows_of(by.body).filter(pk=purpose, duty__team=by.team).first() if purpose else None
    if row is None:
        return None
    subjects = {one.subject for one in row.subjects.all() if one.kind == PERSON}
    return Decided(
        ours=True,
        running=standing_of(course_of(row), local_day(at)) is PurposeState.AGREED,
        receiver=row.receiver_id,
        about=bool(subjects & known_as(by, name=name, birth=birth, phone=phone)),
    )


def _tell(by: Viewer, at: datetime, inquiry: Inquiry, keeper: Keeper) -> None:
    """One's own team needs no question; a team that can hold nothing, or where nobody may read the record, is called by telephone."""
    matter = Ref("inquired", uuid4())
    InquiryTeam.objects.create(
        body=by.body, made_at=at, inquiry_ref=inquiry.pk, inquired_ref=matter.id, team_id=keeper.team
    )
    there = standing(by, at, keeper.team)
    if keeper.team == by.team or not may_hold(there.receiver):
        return
    person = Folder.objects.within(by.body).get(pk=keeper.folder).subject
    reader = first_reader(by, at, person, there.people)
    if reader is None:
        return
    reason = InquiryReason(inquiry.reason)
    urgency = URGENCIES.get(reason, Urgency.USUAL)
    ball = place(
        by=by,
        at=at,
        matter=matter,
        kind=MatterKind.QUESTION,
        theme=THEME,
        urgency=urgency,
        team=keeper.team,
        in_charge=reader.pk,
    )
    Inquired.objects.create(
        id=matter.id,
        body=by.body,
        made_at=at,
        folder_id=keeper.folder,
        ball=ball,
        person_id=person,
        reason=reason,
        basis=inquiry.basis,
        by=by.duty,
    )
