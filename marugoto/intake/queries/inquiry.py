"""Look at inquiries, each side at its own. What the pointer no longer points at is not shown either, though it was answered once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.models import Team
from marugoto.agencies.queries.directory import called
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.ground.transaction import looking
from marugoto.intake.codes import InquiryAnswer, InquiryReason
from marugoto.intake.models import Inquired, Inquiry, InquiryReply, InquiryTeam
from marugoto.kernel.decision import Refused
from marugoto.people.queries.pointer import keepers
from marugoto.people.rules.pointer import read_question

MOST = 50


@dataclass(frozen=True)
class InquiryLine:
    inquiry: UUID
    at: datetime
    name: str
    birth: date | None
    phone: str
    reason: InquiryReason
    basis: BasisCode
    by: UUID


@dataclass(frozen=True)
class OfficeLine:
    """A team that keeps a record, and what it answered; `ours`: the viewer's own."""

    called: str
    phone: str
    ours: bool
    answer: InquiryAnswer | None
    answered_at: datetime | None


@dataclass(frozen=True)
class InquiryPage:
    line: InquiryLine
    offices: tuple[OfficeLine, ...]


@dataclass(frozen=True)
class InquiredPage:
    """What the team that keeps the record is told."""

    inquired: UUID
    ball: UUID
    person: UUID
    called: str
    reason: InquiryReason
    basis: BasisCode
    at: datetime
    by: UUID
    answer: InquiryAnswer | None


@looking
def sent(viewer: Viewer) -> list[InquiryLine]:
    """What our team asked, the newest first: one query. Whether an answer came stands on each one's own page."""
    rows = Inquiry.objects.open_to(viewer).order_by("-made_at", "pk")[:MOST]
    return [_line(viewer, row) for row in rows]


@looking
def get(viewer: Viewer, inquiry: UUID) -> InquiryPage | None:
    """Four queries. The pointer is asked anew, uncounted: whom a restriction has shut since is pointed at no more."""
    row = Inquiry.objects.open_to(viewer).filter(pk=inquiry).first()
    if row is None:
        return None
    pointed = _still_pointed(viewer, row)
    teams = InquiryTeam.objects.within(viewer.body).filter(inquiry_ref=row.pk, team__in=pointed)
    asked = list(teams.select_related("team__agency").order_by("team__agency__name", "team__name"))
    said = InquiryReply.objects.within(viewer.body).filter(inquired_ref__in=[one.inquired_ref for one in asked])
    replies = {one.inquired_ref: one for one in said}
    offices = tuple(_office(viewer, one.team, replies.get(one.inquired_ref)) for one in asked)
    return InquiryPage(_line(viewer, row), offices)


@looking
def inquired_of_us(viewer: Viewer, inquired: UUID) -> InquiredPage | None:
    """None: not there, not ours, or the person is shut to these eyes."""
    row = Inquired.objects.open_to(viewer).select_related("ball", "person").filter(pk=inquired).first()
    if row is None or row.ball.holder_id != viewer.team:
        return None
    viewer.sight.shows(row.folder_id, Part.BASIC)
    reply = InquiryReply.objects.within(viewer.body).filter(inquired_ref=row.pk).first()
    return InquiredPage(
        inquired=row.pk,
        ball=row.ball_id,
        person=row.person_id,
        called=row.person.called,
        reason=InquiryReason(row.reason),
        basis=BasisCode(row.basis),
        at=row.made_at,
        by=row.by,
        answer=InquiryAnswer(reply.answer) if reply else None,
    )


@looking
def heads(viewer: Viewer, matters: Iterable[UUID]) -> dict[UUID, str]:
    """Of whom others ask us, for lists of balls: one query."""
    found = {}
    for row in Inquired.objects.open_to(viewer).filter(pk__in=set(matters)).select_related("person"):
        viewer.sight.shows(row.folder_id, Part.BASIC)
        found[row.pk] = row.person.called
    return found


@looking
def asked_by_us(viewer: Viewer, matters: Iterable[UUID]) -> dict[UUID, InquiryLine]:
    """By what another team holds: our own inquiry. Two queries."""
    pairs = InquiryTeam.objects.within(viewer.body).filter(inquired_ref__in=set(matters))
    by_inquiry = {one.inquiry_ref: one.inquired_ref for one in pairs}
    rows = Inquiry.objects.open_to(viewer).filter(pk__in=by_inquiry)
    return {by_inquiry[row.pk]: _line(viewer, row) for row in rows}


def _still_pointed(viewer: Viewer, row: Inquiry) -> set[UUID]:
    try:
        question = read_question(row.name, row.birth, row.phone)
    except Refused:  # nothing that was kept could not be asked; a stricter rule may come later
        return set()
    found = keepers(viewer, question)
    for keeper in found:
        viewer.sight.shows(keeper.folder, "pointer")
    return {keeper.team for keeper in found}


def _line(viewer: Viewer, row: Inquiry) -> InquiryLine:
    viewer.sight.shows(row.folder_id, Part.SUPPORT)
    reason, basis = InquiryReason(row.reason), BasisCode(row.basis)
    return InquiryLine(row.pk, row.made_at, row.name, row.birth, row.phone, reason, basis, row.by)


def _office(viewer: Viewer, team: Team, reply: InquiryReply | None) -> OfficeLine:
    return OfficeLine(
        called=called(team),
        phone=team.phone,
        ours=team.pk == viewer.team,
        answer=InquiryAnswer(reply.answer) if reply else None,
        answered_at=reply.made_at if reply else None,
    )
