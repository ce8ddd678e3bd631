"""Raise a notice and answer it."""

from datetime import datetime
from uuid import UUID

from marugoto.agencies.queries.directory import control_tower
from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.ball import place
from marugoto.custody.actions.settlement import settle
from marugoto.custody.codes import MatterKind, Outcome, Urgency
from marugoto.disclosure.actions.folder import open_folder
from marugoto.disclosure.codes import Part
from marugoto.ground.transaction import acting
from marugoto.intake.codes import NoticeAnswer, NoticeSource
from marugoto.intake.events import NoticeAnswered, NoticeReceived
from marugoto.intake.models import Notice, NoticeInformant, NoticeReply, ReleasedAnswer
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
) -> Notice:
    """Keep what was noticed; its ball lies with `team`, or with the control tower where the noticer names none.

    `notice` is the id to be given, chosen by the caller, so that a package delivered twice is one notice.
    """
    words = _said(words)
    matter = Ref("notice", notice)
    holder = team or control_tower(by.body, local_day(at)).pk
    ball = place(
        by=by, at=at, matter=matter, kind=MatterKind.NOTICE, theme="notice", urgency=urgency, area=area, team=holder
    )
    told = {"words": words, "who_words": clean(who_words, limit=200), "where": clean(where, limit=200)}
    folder = open_folder(by=by, at=at, subject=matter, part=Part.SUPPORT, team=holder)
    kept = {"body": by.body, "made_at": at, "by": by.duty, "folder": folder, "ball": ball}
    row = Notice.objects.create(id=notice, source=source, porch_ref=porch_ref, **told, **kept)
    if informant or reach or wants_reply:
        _keep_informant(by, at, row, holder, informant, reach, wants_reply=wants_reply)
    announce(NoticeReceived(source=source), by=by, at=at, matter=row.pk, area=area)
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
    *, by: Viewer, at: datetime, notice: UUID, answer: NoticeAnswer, words: str = "", told_back: str = ""
) -> NoticeReply:
    """Say what was done; the notice's ball is settled. `told_back` is what the noticer may hear."""
    row = Notice.objects.open_to(by).select_related("ball").filter(pk=notice).first()
    if row is None:
        raise Notice.DoesNotExist
    if NoticeReply.objects.open_to(by).filter(notice=row).exists():
        no("この気づきには、もう答えています。").require()
    reply = NoticeReply.objects.create(
        body=by.body,
        made_at=at,
        folder_id=row.folder_id,
        notice=row,
        answer=answer,
        words=clean(words, limit=WORDS_LIMIT),
        told_back=clean(told_back, limit=200),
        by=by.duty,
    )
    ReleasedAnswer.objects.create(body=by.body, made_at=at, notice_ref=row.pk, told_back=reply.told_back)
    waited = by.calendar.between(local_day(row.made_at), local_day(at))
    announce(NoticeAnswered(answer=answer, open_days=waited), by=by, at=at, matter=row.pk)
    settle(by=by, at=at, ball=row.ball_id, outcome=Outcome.ANSWERED, with_matter=True)
    return reply
