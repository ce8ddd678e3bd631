"""What can happen at the entrance."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from marugoto.disclosure.codes import BasisCode
from marugoto.intake.codes import (
    Channel,
    ConsultationEnd,
    InquiryAnswer,
    InquiryReason,
    NoticeAnswer,
    NoticeSource,
    ToldBy,
)
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.ledger.events import Event


@dataclass(frozen=True, kw_only=True)
class NoticeReceived(Event):
    kind: ClassVar[str] = "notice.received"

    source: NoticeSource


@dataclass(frozen=True, kw_only=True)
class NoticeAnswered(Event):
    """`open_days`: opening days from receiving to answering."""

    kind: ClassVar[str] = "notice.answered"

    answer: NoticeAnswer
    open_days: int


@dataclass(frozen=True, kw_only=True)
class NoticeFedBack(Event):
    """Whoever noticed heard back what may be said; `open_days`: opening days from receiving."""

    kind: ClassVar[str] = "notice.fed_back"

    source: NoticeSource
    told_by: ToldBy
    open_days: int


@dataclass(frozen=True, kw_only=True)
class NoticeTied(Event):
    """It is about the same household as an earlier one."""

    kind: ClassVar[str] = "notice.tied"

    first: UUID


@dataclass(frozen=True, kw_only=True)
class IntakeOpened(Event):
    """A consultation was received."""

    kind: ClassVar[str] = "intake.opened"

    channel: Channel
    troubles: int
    for_another: bool
    named: bool


@dataclass(frozen=True, kw_only=True)
class TroubleMarked(Event):
    """One fact per marked box; `pressing` is the ◎."""

    kind: ClassVar[str] = "intake.trouble"

    trouble: TroubleCode
    pressing: bool


@dataclass(frozen=True, kw_only=True)
class IntakeNamed(Event):
    """A consultation kept without a name was joined to a person; whom, the pseudonym in the envelope tells."""

    kind: ClassVar[str] = "intake.named"


@dataclass(frozen=True, kw_only=True)
class IntakeEnded(Event):
    kind: ClassVar[str] = "intake.ended"

    end: ConsultationEnd


@dataclass(frozen=True, kw_only=True)
class InquirySent(Event):
    """Somebody asked whether a record is kept elsewhere; `teams`: how many keep one."""

    kind: ClassVar[str] = "inquiry.sent"

    reason: InquiryReason
    basis: BasisCode
    teams: int


@dataclass(frozen=True, kw_only=True)
class InquiryAnswered(Event):
    """`open_days`: opening days from asking to answering."""

    kind: ClassVar[str] = "inquiry.answered"

    answer: InquiryAnswer
    open_days: int
