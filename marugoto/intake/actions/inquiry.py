"""Ask whether another office keeps a record of somebody, and answer: the team that keeps it holds the question until it has answered."""

from datetime import date, datetime
from uuid import UUID, uuid4

from marugoto.agencies.queries.directory import names_of_duties, profile
from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.ball import place
from marugoto.custody.actions.settlement import settle
from marugoto.custody.actions.standing import standing
from marugoto.custody.actions.tiding import tell
from marugoto.custody.codes import MatterKind, Outcome, TidingKind, Urgency
from marugoto.custody.rules.team import may_hold
from marugoto.disclosure.actions.folder import open_folder
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.disclosure.models import Folder
from marugoto.disclosure.rules.basis import may_use
from marugoto.ground.transaction import acting
from marugoto.intake.codes import InquiryAnswer, InquiryReason
from marugoto.intake.events import InquiryAnswered, InquirySent
from marugoto.intake.models import Inquired, Inquiry, InquiryReply, InquiryTeam
from marugoto.intake.rules.inquiry import may_answer, may_inquire_on
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.kernel.ref import Ref
from marugoto.ledger.actions import announce
from marugoto.people.actions.pointer import ask
from marugoto.people.queries.pointer import Keeper

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
) -> Inquiry:
    """The pointer's question with its reason and ground. Each team that keeps a record is told, and holds the question.

    Counted and audited also when nothing was found; raises `Refused` as `people.actions.pointer.ask` does.
    """
    may_inquire_on(basis).require()
    day = local_day(at)
    may_use(basis, profile=profile(by.body, day), day=day).require()
    found = ask(by=by, at=at, name=name, birth=birth, phone=phone)
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
        by=by.duty,
    )
    teams = {keeper.team: keeper for keeper in reversed(found.keepers)} if found else {}
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


def _tell(by: Viewer, at: datetime, inquiry: Inquiry, keeper: Keeper) -> None:
    """One's own team needs no question; a team that can hold nothing is called by telephone."""
    matter = Ref("inquired", uuid4())
    InquiryTeam.objects.create(
        body=by.body, made_at=at, inquiry_ref=inquiry.pk, inquired_ref=matter.id, team_id=keeper.team
    )
    if keeper.team == by.team or not may_hold(standing(by, at, keeper.team).receiver):
        return
    reason = InquiryReason(inquiry.reason)
    urgency = URGENCIES.get(reason, Urgency.USUAL)
    ball = place(by=by, at=at, matter=matter, kind=MatterKind.QUESTION, theme=THEME, urgency=urgency, team=keeper.team)
    Inquired.objects.create(
        id=matter.id,
        body=by.body,
        made_at=at,
        folder_id=keeper.folder,
        ball=ball,
        person_id=Folder.objects.within(by.body).get(pk=keeper.folder).subject,
        reason=reason,
        basis=inquiry.basis,
        by=by.duty,
    )
