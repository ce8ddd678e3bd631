"""Go to somebody who has not asked, respect a no, and go on as a consultation when the person wants to talk."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.db.models import Q, QuerySet

from marugoto.agencies.codes import Role
from marugoto.agencies.queries.directory import profile
from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.ball import place
from marugoto.custody.actions.care import touch
from marugoto.custody.actions.day import name_day
from marugoto.custody.actions.settlement import settle
from marugoto.custody.codes import MatterKind, Outcome, TouchKind, Urgency
from marugoto.custody.models import Ball
from marugoto.disclosure.codes import Part
from marugoto.disclosure.models import Folder
from marugoto.ground.transaction import acting, hold
from marugoto.intake.actions.consultation import Told, complete, receive
from marugoto.intake.codes import Channel, NoticeSource
from marugoto.intake.models import Consultation, Notice
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.kernel.ref import Ref
from marugoto.ledger.actions import announce
from marugoto.participation import events
from marugoto.participation.codes import (
    ApproachEnd,
    LiftReason,
    OutreachGround,
    Reaction,
    RestLifter,
    Sign,
    Way,
)
from marugoto.participation.models import (
    Approach,
    ApproachEnding,
    ApproachLift,
    ApproachPlan,
    ApproachRest,
    ApproachSign,
    ApproachTry,
    Watch,
)
from marugoto.participation.rules import approach as rules
from marugoto.participation.rules.ground import may_stand_on
from marugoto.people.actions.about import open_about, speak_of
from marugoto.people.models import Person

WORDS, LINE = 10_000, 400
TOUCHES = {
    Reaction.MET: TouchKind.MET,
    Reaction.TALKED: TouchKind.TALKED,
    Reaction.CAME_ALONG: TouchKind.MET,
    Reaction.AGREED: TouchKind.TALKED,
    Reaction.VOICE: TouchKind.TALKED,
}
OUTCOMES = {
    ApproachEnd.WELL: Outcome.NOTHING_FOUND,
    ApproachEnd.ELSEWHERE: Outcome.CARRIED_ON,
    ApproachEnd.OWN_WISH: Outcome.OWN_WISH,
    ApproachEnd.MOVED_AWAY: Outcome.MOVED_AWAY,
    ApproachEnd.DIED: Outcome.DIED,
}


@acting
def begin_approach(
    *,
    by: Viewer,
    at: datetime,
    source: NoticeSource,
    ground: OutreachGround,
    why: str,
    called: str = "",
    where: str = "",
    notice: UUID | None = None,
    person: UUID | None = None,
    next_on: date | None = None,
    urgency: Urgency = Urgency.SLOW,
    area: str = "",
) -> Approach:
    """Without anybody's yes, on this ground; the viewer's team holds the ball. `next_on`: the first attempt, else today."""
    first_on = next_on or local_day(at)
    _may_begin(by, at, why, ground, first_on)
    matter, from_notice = Ref("approach", uuid4()), _notice(by, notice)
    folder = _folder(by, at, matter, person, from_notice)
    ball = _first_ball(by, at, matter, urgency, area or _area(from_notice), first_on)
    row = Approach.objects.create(
        id=matter.id,
        body=by.body,
        made_at=at,
        folder=folder,
        ball=ball,
        called=clean(called, limit=120).strip(),
        where=clean(where, limit=200).strip(),
        source=source,
        ground=ground,
        why=clean(why, limit=WORDS).strip(),
        notice=from_notice,
        person_id=person,
        by=by.duty,
    )
    begun = events.OutreachBegun(notice=notice, source=source, ground=ground, named=bool(row.called or person))
    announce(begun, by=by, at=at, matter=row.pk, area=ball.area)
    return row


def _may_begin(by: Viewer, at: datetime, why: str, ground: OutreachGround, first_on: date) -> None:
    rules.may_begin(why=why).require()
    rules.may_go_first(first_on, today=local_day(at)).require()
    may_stand_on(ground, profile(by.body, local_day(at))).require()


def _folder(by: Viewer, at: datetime, matter: Ref, person: UUID | None, notice: Notice | None) -> Folder:
    """As shut as the person, where he is known; what was told of him is then as shut."""
    persons = [_person(by, person)] if person else []
    folder = open_about(by=by, at=at, subject=matter, part=Part.SUPPORT, persons=persons)
    if notice is not None and persons:
        speak_of(by, at, notice.folder, subjects=persons)
    return folder


def _area(notice: Notice | None) -> str:
    return notice.ball.area if notice else ""


def _first_ball(by: Viewer, at: datetime, matter: Ref, urgency: Urgency, area: str, day: date) -> Ball:
    return place(
        by=by,
        at=at,
        matter=matter,
        kind=MatterKind.APPROACH,
        theme="approach",
        urgency=urgency,
        area=area,
        in_charge=by.duty,
        due_on=day,
    )


@acting
def plan_approach(
    *, by: Viewer, at: datetime, approach: UUID, every: int, aim: str = "", safe: str = "", unsafe: str = ""
) -> ApproachPlan:
    """How we come nearer, how often, when one may come and when not. Raises Approach.DoesNotExist."""
    row = _still(by, approach)
    rules.may_plan(every=every, over=_over(row)).require()
    made = ApproachPlan.objects.create(
        body=by.body,
        made_at=at,
        folder_id=row.folder_id,
        approach=row,
        number=ApproachPlan.objects.within(by.body).filter(approach=row).count() + 1,
        aim=clean(aim, limit=LINE),
        safe=clean(safe, limit=LINE),
        unsafe=clean(unsafe, limit=LINE),
        every_days=every,
        by=by.duty,
    )
    touch(by=by, at=at, ball=row.ball_id, kind=TouchKind.PREPARED)
    return made


@acting
def log_attempt(
    *,
    by: Viewer,
    at: datetime,
    approach: UUID,
    day: date,
    way: Way,
    reaction: Reaction,
    signs: Collection[Sign] = (),
    words: str = "",
    beside: str = "",
    next_on: date | None = None,
) -> ApproachTry:
    """What somebody tried and what was seen: work, whatever came of it. Names the next day, by the interval where nobody says one."""
    row = _still(by, approach)
    rests = _rests(by, row)
    asked = {"day": day, "today": local_day(at), "over": _over(row), "way": way}
    rules.may_try(**asked, rests=rests, next_on=next_on).require()  # type: ignore[arg-type]
    before = list(ApproachTry.objects.open_to(by).filter(approach=row).values_list("reaction", flat=True))
    number, moved = len(before) + 1, rules.is_nearer(reaction, [Reaction(one) for one in before])
    made = ApproachTry.objects.create(
        body=by.body,
        made_at=at,
        folder_id=row.folder_id,
        approach=row,
        number=number,
        day=day,
        way=way,
        reaction=reaction,
        moved=moved,
        beside=clean(beside, limit=120),
        words=clean(words, limit=WORDS),
        by_id=by.duty,
    )
    _keep_signs(by, at, made, signs)
    touch(by=by, at=at, ball=row.ball_id, kind=TOUCHES.get(reaction, TouchKind.TRIED))
    name_day(by=by, at=at, ball=row.ball_id, day=next_on or rules.next_day(day, _every(by, row), rests))
    _tell_of_attempt(by, at, row, made, before)
    return made


def _keep_signs(by: Viewer, at: datetime, made: ApproachTry, signs: Collection[Sign]) -> None:
    ApproachSign.objects.bulk_create(
        ApproachSign(body=by.body, made_at=at, folder_id=made.folder_id, attempt=made, sign=sign)
        for sign in sorted(set(signs))
    )


@acting
def respect(
    *, by: Viewer, at: datetime, approach: UUID, until: date, words: str, lifter: RestLifter = RestLifter.CHIEF
) -> ApproachRest:
    """The person does not want anybody to come: nobody goes before that day, on which it is thought over again."""
    row = _still(by, approach)
    rules.may_rest(until=until, today=local_day(at), over=_over(row), words=words).require()
    made = ApproachRest.objects.create(
        body=by.body,
        made_at=at,
        folder_id=row.folder_id,
        approach=row,
        until=until,
        lifter=lifter,
        words=clean(words, limit=WORDS).strip(),
        by=by.duty,
    )
    touch(by=by, at=at, ball=row.ball_id, kind=TouchKind.TALKED)
    name_day(by=by, at=at, ball=row.ball_id, day=rules.rested_until(_rests(by, row), local_day(at)))
    announce(events.OutreachRefused(until=until), by=by, at=at, matter=row.pk, area=row.ball.area)
    return made


@acting
def lift(*, by: Viewer, at: datetime, rest: UUID, reason: LiftReason, words: str) -> ApproachLift:
    """The refusal holds no more, for this reason. Raises ApproachRest.DoesNotExist."""
    row = ApproachRest.objects.open_to(by).select_related("approach__ball").get(pk=rest)
    lifted = ApproachLift.objects.open_to(by).filter(rest=row).exists()
    known = rules.Rest(local_day(row.made_at), row.until, RestLifter(row.lifter), lifted)
    rules.may_lift(known, reason, decides=by.has(Role.CHIEF, Role.COORDINATOR), words=words).require()
    made = ApproachLift.objects.create(
        body=by.body,
        made_at=at,
        folder_id=row.folder_id,
        rest=row,
        reason=reason,
        words=clean(words, limit=LINE).strip(),
        by=by.duty,
    )
    ball, still = row.approach.ball, rules.rested_until(_rests(by, row.approach), local_day(at))
    name_day(by=by, at=at, ball=ball.pk, day=still or local_day(at))
    if still is None:
        announce(events.OutreachLifted(reason=reason), by=by, at=at, matter=row.approach_id, area=ball.area)
    return made


@acting
def join_person(*, by: Viewer, at: datetime, approach: UUID, person: UUID) -> Approach:
    """It is known who it is: what shuts him shuts this too, what was noticed, and the watches from it. Raises Person.DoesNotExist."""
    row = _still(by, approach)
    row.person_id = _person(by, person)
    row.save(update_fields=["person"])
    watched = Watch.objects.open_to(by).filter(approach=row)
    watched.filter(person=None).update(person=person)
    watches = watched.values("folder")
    told = Q(subject=row.notice_id, part=Part.SUPPORT) if row.notice_id else Q(pk__in=[])
    others = Folder.objects.within(by.body).filter(told | Q(pk__in=watches)).order_by("pk")
    for folder in [row.folder, *others]:
        speak_of(by, at, folder, subjects=[person])
    for later in Consultation.objects.open_to(by).filter(person=None, pk__in=_consultations(by, row)):
        complete(by=by, at=at, consultation=later.pk, person=person)
    return row


@acting
def agree(*, by: Viewer, at: datetime, approach: UUID, day: date, words: str = "", wish: str = "") -> Consultation:
    """The person wants to talk: received as a consultation with everything that went before; counted once, as that."""
    row = _still(by, approach)
    rules.may_agree(over=_over(row), day=day, today=local_day(at)).require()
    made = receive(
        by=by,
        at=at,
        day=day,
        channel=Channel.OUTREACH,
        told=Told(person=row.person_id, caller=row.called, person_knows=True, words=words, wish=wish),
        notice=_untaken(by, row),
        area=row.ball.area,
    )
    _end(by, at, row, ApproachEnd.AGREED, words, made)
    tries, days = _so_far(by, at, row)
    told = events.OutreachAgreed(consultation=made.pk, number=tries, days=days)
    announce(told, by=by, at=at, matter=row.pk, area=row.ball.area)
    settle(by=by, at=at, ball=row.ball_id, outcome=Outcome.CARRIED_ON, with_matter=True)
    return made


@acting
def end_approach(*, by: Viewer, at: datetime, approach: UUID, end: ApproachEnd, words: str) -> ApproachEnding:
    """It ends without a consultation; why is written down."""
    row = _still(by, approach)
    rules.may_end(end, over=_over(row), words=words).require()
    made = _end(by, at, row, end, words, None)
    tries, days = _so_far(by, at, row)
    told = events.OutreachEnded(end=end, number=tries, days=days)
    announce(told, by=by, at=at, matter=row.pk, area=row.ball.area)
    settle(by=by, at=at, ball=row.ball_id, outcome=OUTCOMES[end], with_matter=True)
    return made


def mine(by: Viewer, approach: UUID) -> Approach:
    """The approach if it is open to the viewer; raises Approach.DoesNotExist."""
    return Approach.objects.open_to(by).select_related("ball", "folder").get(pk=approach)


def _still(by: Viewer, approach: UUID) -> Approach:
    """Until the end of the transaction nobody else writes the next number."""
    row = mine(by, approach)
    hold(Approach.objects.open_to(by).filter(pk=approach))
    return row


def _over(row: Approach) -> bool:
    return row.ball.settlement_id is not None


def _end(
    by: Viewer, at: datetime, row: Approach, end: ApproachEnd, words: str, consultation: Consultation | None
) -> ApproachEnding:
    return ApproachEnding.objects.create(
        body=by.body,
        made_at=at,
        folder_id=row.folder_id,
        approach=row,
        end=end,
        consultation=consultation,
        words=clean(words, limit=WORDS),
        by=by.duty,
    )


def _consultations(by: Viewer, row: Approach) -> QuerySet[ApproachEnding, Any]:
    """As which it goes on, if it does."""
    return ApproachEnding.objects.open_to(by).filter(approach=row, consultation__isnull=False).values("consultation")


def _untaken(by: Viewer, row: Approach) -> UUID | None:
    """The notice it came from, where that is open to the viewer and was not taken up otherwise."""
    if row.notice_id is None or Consultation.objects.open_to(by).filter(notice=row.notice_id).exists():
        return None
    return Notice.objects.open_to(by).filter(pk=row.notice_id).values_list("pk", flat=True).first()


def _so_far(by: Viewer, at: datetime, row: Approach) -> tuple[int, int]:
    tries = ApproachTry.objects.within(by.body).filter(approach=row).count()
    return tries, (local_day(at) - local_day(row.made_at)).days


def _rests(by: Viewer, row: Approach) -> list[rules.Rest]:
    lifted = set(ApproachLift.objects.open_to(by).filter(rest__approach=row).values_list("rest", flat=True))
    rests = ApproachRest.objects.open_to(by).filter(approach=row)
    return [rules.Rest(local_day(one.made_at), one.until, RestLifter(one.lifter), one.pk in lifted) for one in rests]


def _every(by: Viewer, row: Approach) -> int:
    plan = ApproachPlan.objects.open_to(by).filter(approach=row).order_by("-number").first()
    return plan.every_days if plan else rules.USUAL_DAYS


def _tell_of_attempt(by: Viewer, at: datetime, row: Approach, made: ApproachTry, before: Collection[str]) -> None:
    reaction = Reaction(made.reaction)
    told = events.OutreachTried(way=Way(made.way), reaction=reaction, number=made.number, moved=made.moved)
    announce(told, by=by, at=at, matter=row.pk, area=row.ball.area)
    if reaction in rules.REACHED and not rules.REACHED & {Reaction(one) for one in before}:
        days = max(0, (made.day - local_day(row.made_at)).days)
        reached = events.OutreachReached(number=made.number, days=days)
        announce(reached, by=by, at=at, matter=row.pk, area=row.ball.area)


def _person(by: Viewer, person: UUID) -> UUID:
    return Person.objects.open_to(by).values_list("pk", flat=True).get(pk=person)


def _notice(by: Viewer, notice: UUID | None) -> Notice | None:
    if notice is None:
        return None
    row = Notice.objects.open_to(by).select_related("ball").filter(pk=notice).first()
    if row is None:
        no("もとの気づきが見つかりません。", "もう一度、気づきの画面から始めてください。").require()
    if Approach.objects.open_to(by).filter(notice=row).exists():
        no("この気づきからは、もう訪ねはじめています。", "訪ねる画面から続けてください。").require()
    return row
