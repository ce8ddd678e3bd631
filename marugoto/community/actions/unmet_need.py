"""File what is missing, without a name; join what is the same, try, answer it, and hear from those who waited."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.db.models import Max

from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import Lack, UnmetEnd, UnmetSaid
from marugoto.community.events import UnmetEnded, UnmetFiled, UnmetJoined, UnmetReplied, UnmetTried
from marugoto.community.models import (
    UnmetJoining,
    UnmetNeed,
    UnmetNeedEnding,
    UnmetReply,
    UnmetStep,
    UnmetWait,
)
from marugoto.community.queries.place import by_ids
from marugoto.community.queries.unmet_need import ending_for, group_of, task_of, waits_already
from marugoto.community.rules.unmet_need import NEXT_IN, may_answer, may_go_on, may_join, may_reply
from marugoto.custody.actions.ball import place as place_ball
from marugoto.custody.actions.care import touch
from marugoto.custody.actions.day import name_day
from marugoto.custody.actions.settlement import settle
from marugoto.custody.actions.tiding import tell
from marugoto.custody.codes import MatterKind, Outcome, TidingKind, TouchKind, Urgency
from marugoto.custody.models import Ball
from marugoto.ground.transaction import acting, hold
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.kernel.ref import Ref
from marugoto.ledger.actions import announce


@acting
def file_unmet_need(
    *,
    by: Viewer,
    at: datetime,
    theme: str,
    team: UUID,
    interest: str = "",
    area: str = "",
    lack: Lack = Lack.PLACE,
    waiting: UUID | None = None,
) -> UnmetNeed:
    """Its ball lies with `team`, which develops places and need never see a case. `waiting`: the ball of the need that waits for it,
    whose holder hears when a place has come."""
    if waiting is not None:
        _must_be_the_first(by, waiting, lack)
    about: dict[str, Any] = {"theme": theme, "area": area}
    ball = place_ball(
        by=by,
        at=at,
        matter=(matter := Ref("resource_task", uuid4())),
        kind=MatterKind.RESOURCE_TASK,
        urgency=Urgency.SLOW,
        team=team,
        **about,
    )
    row = UnmetNeed.objects.create(
        id=matter.id,
        body=by.body,
        made_at=at,
        ball=ball,
        lack=lack,
        interest=interest,
        by=by.duty,
        **about,
    )
    if waiting is not None:
        UnmetWait.objects.create(body=by.body, made_at=at, unmet=row, waiting_id=waiting)
    _step(by, at, row, "", by.calendar.add(local_day(at), NEXT_IN))
    announce(UnmetFiled(unmet=row.pk), by=by, at=at, matter=row.pk, area=area)
    return row


@acting
def join_unmet_need(*, by: Viewer, at: datetime, unmet: UUID, into: UUID) -> UnmetJoining:
    """They are one task from now on; the ball of this one is over, for `into` carries it on."""
    row = UnmetNeed.objects.within(by.body).get(pk=unmet)
    may_join(task_of(by, unmet), task_of(by, into), by.team).require()
    made = UnmetJoining.objects.create(body=by.body, made_at=at, unmet=row, into_id=into, by=by.duty)
    settle(by=by, at=at, ball=row.ball_id, outcome=Outcome.CARRIED_ON, with_matter=True)
    announce(UnmetJoined(unmet=unmet, into=into), by=by, at=at, matter=unmet, area=row.area)
    return made


@acting
def go_on(*, by: Viewer, at: datetime, unmet: UUID, words: str, next_on: date) -> UnmetStep:
    """What was tried, and when it goes on: no task without a next day."""
    row = UnmetNeed.objects.within(by.body).get(pk=unmet)
    may_go_on(task_of(by, unmet), by.team, next_on=next_on, today=local_day(at)).require()
    said = clean(words, limit=400).strip()
    if not said:
        no("何をしたかが書かれていません。", "一言で書いてください。").require()
    made = _step(by, at, row, said, next_on)
    touch(by=by, at=at, ball=row.ball_id, kind=TouchKind.PREPARED)
    told = UnmetTried(unmet=row.pk, number=made.number - 1, next_on=next_on)
    announce(told, by=by, at=at, matter=row.pk, area=row.area)
    return made


@acting
def answer_unmet_need(
    *, by: Viewer, at: datetime, unmet: UUID, end: UnmetEnd, place: UUID | None = None
) -> UnmetNeedEnding:
    """A place answers it or, as `NOT_POSSIBLE`, none; only the team that holds its ball may say so. The holders of all needs that
    waited for it hear."""
    row = UnmetNeed.objects.within(by.body).get(pk=unmet)
    may_answer(end, place).require()
    if UnmetNeedEnding.objects.within(by.body).filter(unmet=row).exists():
        no("もう答えています。", "足りないものの一覧を開き直してください。").require()
    if place is not None and place not in by_ids(by, {place}):
        no("この場所は、もうありません。", "ほかの場所を選んでください。").require()
    made = UnmetNeedEnding.objects.create(body=by.body, made_at=at, unmet=row, end=end, place_id=place, by=by.duty)
    outcome = Outcome.ACHIEVED if place else Outcome.NOTHING_FOUND
    settle(by=by, at=at, ball=row.ball_id, outcome=outcome, with_matter=True)
    group = group_of(by, row)
    _flow_back(by, at, group, TidingKind.PLACE_CAME if place else TidingKind.PLACE_NOT)
    for one in group:
        announce(UnmetEnded(unmet=one.pk, place=place, end=end), by=by, at=at, matter=one.pk, area=one.area)
    return made


@acting
def reply_to_place(*, by: Viewer, at: datetime, wait: UUID, said: UnmetSaid) -> UnmetReply:
    """The holder of the need that waited takes the place up, or says why not."""
    row = UnmetWait.objects.within(by.body).select_related("unmet", "waiting").get(pk=wait)
    ending = ending_for(by, row.unmet_id)
    replied = UnmetReply.objects.within(by.body).filter(wait=row).exists()
    came = ending is not None and ending.place_id is not None
    may_reply(holds=row.waiting.holder_id == by.team, came=came, replied=replied).require()
    assert ending is not None  # noqa: S101 — the rule above has just said so
    assert ending.place_id is not None  # noqa: S101 — the same
    made = UnmetReply.objects.create(body=by.body, made_at=at, wait=row, said=said, by=by.duty)
    told = UnmetReplied(unmet=row.unmet_id, place=ending.place_id, said=said)
    announce(told, by=by, at=at, matter=row.unmet_id, area=row.unmet.area)
    return made


def _must_be_the_first(by: Viewer, waiting: UUID, lack: Lack) -> None:
    """Held until the end of the transaction: of two who file the same at once the later is refused."""
    hold(Ball.objects.within(by.body).filter(pk=waiting))
    if waits_already(by, waiting, lack):
        no("この必要からは、同じものをもう届けています。", "場所ができると、きょうの画面に知らせが来ます。").require()


def _step(by: Viewer, at: datetime, row: UnmetNeed, words: str, next_on: date) -> UnmetStep:
    """The clock of its ball goes by the next day."""
    name_day(by=by, at=at, ball=row.ball_id, day=next_on)
    steps = UnmetStep.objects.within(by.body).filter(unmet=row)
    number = (steps.aggregate(last=Max("number"))["last"] or 0) + 1
    return UnmetStep.objects.create(
        body=by.body, made_at=at, unmet=row, number=number, words=words, next_on=next_on, by=by.duty
    )


def _flow_back(by: Viewer, at: datetime, group: list[UnmetNeed], kind: TidingKind) -> None:
    """To whoever holds each waiting need now; what has ended meanwhile waits no more."""
    waits = UnmetWait.objects.within(by.body).filter(unmet__in=group, waiting__settlement=None)
    for wait in waits.select_related("waiting").order_by("made_at", "pk"):
        tell(by, at, wait.waiting_id, kind, team=wait.waiting.holder_id)
