"""Ask that something may be told for another purpose (個人情報保護法69条2項2号・3号); decide; take it back."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from marugoto.agencies.models import Team
from marugoto.agencies.queries.directory import of_one_house, own_organ, own_staff
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.actions.grant import end_decided
from marugoto.disclosure.codes import Part, PurposeItem
from marugoto.disclosure.events import PurposeAsked, PurposeDecided, PurposeEnded
from marugoto.disclosure.models import (
    Folder,
    PurposeDecision,
    PurposeEnding,
    PurposeRequest,
    PurposeSubject,
)
from marugoto.disclosure.queries.purpose import course_of, forget, rows_of
from marugoto.disclosure.rules import purpose as rules
from marugoto.ground.transaction import acting, hold
from marugoto.kernel.decision import no
from marugoto.kernel.jst import local_day
from marugoto.kernel.ref import Ref
from marugoto.ledger.actions import announce


@dataclass(frozen=True)
class Ended:
    """`closed`: the ways by which what closed with it had been opened, or was to open."""

    row: PurposeEnding
    closed: frozenset[str] = frozenset()


@acting
def ask_purpose(
    *,
    by: Viewer,
    at: datetime,
    receiver: UUID,
    subjects: Collection[Ref],
    parts: Collection[Part],
    reason: str,
    until: date | None = None,
    draft: Mapping[str, Any] | None = None,
) -> PurposeRequest:
    """By which item of the article follows from the receiver. That a decision is there opens nothing by itself: whoever tells must be
    able to read it then, and not for an hour."""
    day = local_day(at)
    until = until or day + rules.USUAL
    team = Team.objects.everywhere("a member may belong to another body").select_related("agency").get(pk=receiver)
    about = sorted(subjects, key=str)
    rules.may_ask(subjects=len(about), reason=reason, until=until, today=day).require()
    item = rules.item_of(one_house=of_one_house(by, team), contracted=team.body == by.body and team.agency.contracted)
    row = PurposeRequest.objects.create(
        body=by.body,
        made_at=at,
        worker_id=by.worker,
        duty_id=by.duty,
        receiver=team,
        item=item,
        parts=",".join(sorted(parts)),
        reason=reason.strip(),
        until=until,
        draft=dict(draft or {}),
    )
    PurposeSubject.objects.bulk_create(
        PurposeSubject(body=by.body, made_at=at, request=row, kind=one.kind, subject=one.id) for one in about
    )
    forget(by.body)
    announce(PurposeAsked(to=receiver, item=item, subjects=len(about)), by=by, at=at)
    return row


@acting
def decide_purpose(
    *, by: Viewer, at: datetime, request: UUID, agreed: bool, words: str = "", until: date | None = None
) -> PurposeDecision:
    """By another of the own staff, of the giver's organ; a no with its why. Raises PurposeRequest.DoesNotExist."""
    row, day = _held(by, request), local_day(at)
    rules.may_decide(_hand(by, row), course_of(row), today=day).require()
    until = (until or row.until) if agreed else None
    rules.may_say(agreed=agreed, words=words, until=until, asked_until=row.until, today=day).require()
    said = PurposeDecision.objects.create(
        body=by.body,
        made_at=at,
        request=row,
        worker_id=by.worker,
        duty_id=by.duty,
        agreed=agreed,
        words=words.strip(),
        until=until,
    )
    forget(by.body)
    announce(PurposeDecided(to=row.receiver_id, item=PurposeItem(row.item), agreed=agreed), by=by, at=at)
    return said


@acting
def end_purpose(*, by: Viewer, at: datetime, request: UUID, reason: str = "") -> Ended:
    """Before anybody decided, or a yes after it: what stood on it closes at once."""
    row = _held(by, request)
    rules.may_end(_hand(by, row), course_of(row), today=local_day(at)).require()
    decision = PurposeDecision.objects.within(by.body).filter(request=row).first()
    if decision is not None and not reason.strip():
        no("取り消すわけが書かれていません。", "ひとことで書いてください。").require()
    made = PurposeEnding.objects.create(body=by.body, made_at=at, request=row, by_id=by.duty, reason=reason.strip())
    grants, closed = end_decided(by=by, at=at, decision=decision.pk) if decision else (0, frozenset[str]())
    forget(by.body)
    announce(PurposeEnded(to=row.receiver_id, grants=grants), by=by, at=at)
    return Ended(made, closed)


def _held(by: Viewer, request: UUID) -> PurposeRequest:
    """One deed after another: those whom it is about stand still. What is added and never changed cannot be held itself."""
    about = PurposeSubject.objects.within(by.body).filter(request=request).values("subject")
    hold(Folder.objects.within(by.body).filter(subject__in=about).order_by("pk"))
    return rows_of(by.body).get(pk=request)


def _hand(by: Viewer, row: PurposeRequest) -> rules.Hand:
    own = Team.objects.everywhere("the viewer's own").select_related("agency").get(pk=by.team)
    return rules.Hand(
        worker=by.worker,
        roles=by.roles,
        own_staff=own_staff(by) and not by.contracted,
        same_organ=own_organ(by.body, row.duty.team, own),
    )
