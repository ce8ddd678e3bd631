"""Raise a notice, answer it so that whoever noticed hears back, and bring together what is about one household."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from marugoto.agencies.queries.calendar import says
from marugoto.agencies.queries.directory import control_tower
from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.ball import place
from marugoto.custody.actions.settlement import settle
from marugoto.custody.codes import MatterKind, Outcome, Urgency
from marugoto.custody.models import Ball
from marugoto.custody.queries.limit import limits_of
from marugoto.disclosure.actions.folder import open_folder
from marugoto.disclosure.codes import Part
from marugoto.ground.transaction import acting
from marugoto.intake.codes import MayCall, NoticeAnswer, NoticeSource, ToldBy
from marugoto.intake.events import NoticeAnswered, NoticeFedBack, NoticeReceived, NoticeTied
from marugoto.intake.models import (
    Notice,
    NoticeInformant,
    NoticeReply,
    NoticeTie,
    ReleasedAnswer,
    WatchAgreement,
)
from marugoto.intake.queries.notice import names_about
from marugoto.intake.rules.heard import Heard, may_tell_of
from marugoto.intake.rules.notice import DAYS, REALLY_TOLD, Telling, answer_days, may_tell, told_by
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.kernel.ref import Ref
from marugoto.ledger.actions import announce

WORDS_LIMIT = 10_000


@acting
def raise_notice(
    *,
    by: Viewer,
    at: datetime,
    notice: UUID,
    source: NoticeSource,
    words: str,
    who_words: str = "",
    where: str = "",
    urgency: Urgency = Urgency.USUAL,
    team: UUID | None = None,
    informant: str = "",
    reach: str = "",
    wants_reply: bool = False,
    porch_ref: UUID | None = None,
    area: str = "",
    agreement: UUID | None = None,
    may_call: MayCall = MayCall.NOT_ASKED,
    heard: Heard | None = None,
) -> Notice:
    """Keep what was noticed; its ball lies with `team`, or with the control tower where the noticer names none.

    `notice` is the id to be given, chosen by the caller, so that a package delivered twice is one notice. `heard`: when a worker
    heard it, where that was not just now.
    """
    words, since = _said(words), _heard(at, heard)
    matter = Ref("notice", notice)
    holder = team or control_tower(by.body, local_day(at)).pk
    ball = _first_ball(by, at, matter, urgency, area, holder, since.day)
    told: dict[str, Any] = {"words": words, "who_words": clean(who_words, limit=200), "where": clean(where, limit=200)}
    told |= {"may_call": may_call, "heard_on": since.day, "heard_time": since.hour}
    folder = open_folder(by=by, at=at, subject=matter, part=Part.SUPPORT, team=holder)
    kept = {"body": by.body, "made_at": at, "by": by.duty, "folder": folder, "ball": ball}
    firm = _agreement(by, at, agreement)
    row = Notice.objects.create(id=notice, source=source, porch_ref=porch_ref, agreement=firm, **told, **kept)
    if informant or reach or wants_reply:
        _keep_informant(by, at, row, holder, informant, reach, wants_reply=wants_reply)
    announce(NoticeReceived(source=source), by=by, at=at, matter=row.pk, area=area)
    return row


def _heard(at: datetime, heard: Heard | None) -> Heard:
    if heard is None:
        return Heard(local_day(at))
    may_tell_of(heard, at).require()
    return heard


def _first_ball(
    by: Viewer, at: datetime, matter: Ref, urgency: Urgency, area: str, holder: UUID, heard_on: date
) -> Ball:
    return place(
        by=by,
        at=at,
        matter=matter,
        kind=MatterKind.NOTICE,
        theme="notice",
        urgency=urgency,
        area=area,
        team=holder,
        due_on=answer_due(by, at, urgency, heard_on),
    )


def answer_due(by: Viewer, at: datetime, urgency: Urgency, heard_on: date) -> date:
    """The body's days for a notice, from the day on which it was heard; what is more urgent has the days of its urgency where they
    are fewer."""
    today = local_day(at)
    days = answer_days(says(by.body, DAYS, today))
    return by.calendar.add(heard_on, min(days, limits_of(by.body, today)[urgency].unattended))


def _agreement(by: Viewer, at: datetime, agreement: UUID | None) -> WatchAgreement | None:
    if agreement is None:
        return None
    row = WatchAgreement.objects.within(by.body).filter(pk=agreement, since__lte=local_day(at)).first()
    if row is None or (row.until is not None and row.until <= local_day(at)):
        no("この見守り協定は、いまは結ばれていません。", "「見守り協定」の表で確かめてください。").require()
    return row


def _keep_informant(
    by: Viewer, at: datetime, notice: Notice, holder: UUID, name: str, reach: str, *, wants_reply: bool
) -> None:
    """Who told lies in a folder of its own: most of those who read the notice never need it."""
    matter = Ref("notice", notice.pk)
    NoticeInformant.objects.create(
        body=by.body,
        made_at=at,
        folder=open_folder(by=by, at=at, subject=matter, part=Part.INFORMANT, team=holder),
        notice=notice,
        name=clean(name, limit=120),
        reach=clean(reach, limit=200),
        wants_reply=wants_reply,
    )


def _said(words: str) -> str:
    words = clean(words, limit=WORDS_LIMIT).strip()
    if not words:
        no("気づいたことが書かれていません。", "一言だけでも書いてください。").require()
    return words


@acting
def answer_notice(
    *,
    by: Viewer,
    at: datetime,
    notice: UUID,
    answer: NoticeAnswer,
    words: str = "",
    told_back: str = "",
    told: ToldBy | None = None,
    agreed: bool = False,
    known: Iterable[str] = (),
) -> NoticeReply:
    """Say what was done; the notice's ball is settled. `told_back` is what the noticer hears, `told` how he heard it; `agreed`: the
    person agreed that he hears how it went; `known`: names by which somebody is known since, which the noticer is not to hear."""
    row = Notice.objects.open_to(by).select_related("ball").filter(pk=notice).first()
    if row is None:
        raise Notice.DoesNotExist
    if NoticeReply.objects.open_to(by).filter(notice=row).exists():
        no("この気づきには、もう答えています。").require()
    telling = _telling(by, row, told_back, known, agreed=agreed)
    may_tell(telling, told).require()
    how = told_by(telling, told)
    reply = NoticeReply.objects.create(
        body=by.body,
        made_at=at,
        folder_id=row.folder_id,
        notice=row,
        answer=answer,
        words=clean(words, limit=WORDS_LIMIT),
        told_back=clean(told_back, limit=200),
        told_by=how,
        agreed=agreed,
        by=by.duty,
    )
    ReleasedAnswer.objects.create(body=by.body, made_at=at, notice_ref=row.pk, told_back=reply.told_back)
    _tell_of_answer(by, at, row, reply)
    settle(by=by, at=at, ball=row.ball_id, outcome=Outcome.ANSWERED, with_matter=True)
    return reply


def _tell_of_answer(by: Viewer, at: datetime, row: Notice, reply: NoticeReply) -> None:
    waited = by.calendar.between(row.heard_day, local_day(at))
    answered = NoticeAnswered(answer=NoticeAnswer(reply.answer), open_days=waited)
    announce(answered, by=by, at=at, matter=row.pk, area=row.ball.area)
    how = ToldBy(reply.told_by)
    if how in REALLY_TOLD and reply.told_back:
        heard = NoticeFedBack(source=NoticeSource(row.source), told_by=how, open_days=waited)
        announce(heard, by=by, at=at, matter=row.pk, area=row.ball.area)


@acting
def tie_notice(*, by: Viewer, at: datetime, notice: UUID, first: UUID) -> NoticeTie:
    """Both are about one household: read together from now on; each keeps its ball, and whoever told hears an answer of his own."""
    row, other = (Notice.objects.open_to(by).get(pk=one) for one in (notice, first))
    known = NoticeTie.objects.open_to(by).filter(notice=other).first()
    root = known.first_id if known else other.pk
    if row.pk == root or NoticeTie.objects.within(by.body).filter(notice=row).exists():
        no("この気づきは、もうまとめてあります。", "画面を開き直してください。").require()
    NoticeTie.objects.open_to(by).filter(first=row).update(first=root)
    tie = NoticeTie.objects.create(
        body=by.body, made_at=at, folder_id=row.folder_id, notice=row, first_id=root, by=by.duty
    )
    announce(NoticeTied(first=root), by=by, at=at, matter=row.pk, area=row.ball.area)
    return tie


def _telling(by: Viewer, row: Notice, words: str, known: Iterable[str], *, agreed: bool) -> Telling:
    informant = NoticeInformant.objects.open_to(by).filter(notice=row).first()
    return Telling(
        wants=informant is not None and informant.wants_reply,
        on_the_porch=row.porch_ref is not None,
        by_worker=row.porch_ref is None and row.source in {NoticeSource.CLERK, NoticeSource.AGENCY},
        words=words,
        names=names_about(by, row, words, known),
        agreed=agreed,
    )
