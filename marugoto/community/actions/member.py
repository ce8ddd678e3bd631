"""Admit standing members, write down what they do, and hear what they ask of us."""

from datetime import date, datetime
from uuid import UUID, uuid4

from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import CooperationSaid, GroundKind, Lack, MemberKind, SystemFunction
from marugoto.community.events.beside import (
    CooperationAnswered,
    CooperationAsked,
    MemberAdmitted,
    MemberLeft,
    UndertakingBegun,
    UndertakingEnded,
)
from marugoto.community.models import (
    Cooperation,
    CooperationAnswer,
    StandingMember,
    StandingMemberEnding,
    Undertaking,
)
from marugoto.community.queries.member import is_own
from marugoto.community.rules.member import may_admit, may_answer_cooperation, may_ask, may_keep, may_write_for
from marugoto.custody.actions.ball import place as place_ball
from marugoto.custody.actions.settlement import settle
from marugoto.custody.actions.tiding import tell
from marugoto.custody.codes import MatterKind, Outcome, TidingKind, Urgency
from marugoto.custody.models import Ball
from marugoto.ground.transaction import acting, hold
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.kernel.ref import Ref
from marugoto.ledger.actions import announce

OUTCOMES = {
    CooperationSaid.TOGETHER: Outcome.ACHIEVED,
    CooperationSaid.IN_PART: Outcome.ACHIEVED,
    CooperationSaid.NOT_NOW: Outcome.ANSWERED,
    CooperationSaid.OTHER_PLACE: Outcome.CARRIED_ON,
}


@acting
def admit_member(
    *,
    by: Viewer,
    at: datetime,
    name: str,
    kind: MemberKind,
    ground: GroundKind,
    ground_words: str,
    since: date,
    team: UUID | None = None,
    contact: str = "",
) -> StandingMember:
    may_keep(by.roles).require()
    may_admit(ground, ground_words, name=name).require()
    if StandingMember.objects.within(by.body).filter(name=clean(name, limit=80), ended=None).exists():
        no("同じ名前の仲間が、もう一覧にいます。", "一覧から開いてください。").require()
    row = StandingMember.objects.create(
        body=by.body,
        made_at=at,
        name=clean(name, limit=80),
        kind=kind,
        team_id=team,
        ground=ground,
        ground_words=clean(ground_words, limit=200),
        contact=clean(contact, limit=200),
        since=since,
        by=by.duty,
    )
    announce(MemberAdmitted(member=row.pk, type=kind, ground=ground), by=by, at=at, matter=row.pk)
    return row


@acting
def end_member(*, by: Viewer, at: datetime, member: UUID, reason: str) -> StandingMemberEnding:
    """It takes part no more; what it did stays on the record."""
    may_keep(by.roles).require()
    hold(StandingMember.objects.within(by.body).filter(pk=member))  # of two who end it at once the later is refused
    row = StandingMember.objects.within(by.body).get(pk=member)
    if row.ended_id:
        no("もう一覧から外れています。").require()
    said = clean(reason, limit=200).strip()
    if not said:
        no("わけが書かれていません。", "一言で書いてください。").require()
    made = StandingMemberEnding.objects.create(body=by.body, made_at=at, day=local_day(at), reason=said, by=by.duty)
    row.ended = made
    row.save(update_fields=["ended"])
    announce(MemberLeft(member=row.pk), by=by, at=at, matter=row.pk)
    return made


@acting
def undertake(
    *,
    by: Viewer,
    at: datetime,
    member: UUID,
    name: str,
    does: str,
    lack: Lack,
    since: date,
    goal: str = "",
    serves: SystemFunction | None = None,
    area: str = "",
    contact: str = "",
    needs: str = "",
) -> Undertaking:
    """A 施策 of the member's own."""
    row = StandingMember.objects.within(by.body).select_related("team").get(pk=member)
    may_write_for(by.roles, own=is_own(by, row), running=row.ended_id is None).require()
    if not (name.strip() and does.strip()):
        no("施策の名前と、何をしているかを書いてください。").require()
    made = Undertaking.objects.create(
        body=by.body,
        made_at=at,
        member=row,
        name=clean(name, limit=120),
        does=clean(does, limit=2_000),
        goal=clean(goal, limit=200),
        serves=serves or "",
        lack=lack,
        area=area,
        since=since,
        contact=clean(contact, limit=200),
        needs=clean(needs, limit=400),
        by=by.duty,
    )
    told = UndertakingBegun(undertaking=made.pk, member=row.pk, lack=lack)
    announce(told, by=by, at=at, matter=row.pk, area=area)
    return made


@acting
def end_undertaking(*, by: Viewer, at: datetime, undertaking: UUID) -> Undertaking:
    hold(Undertaking.objects.within(by.body).filter(pk=undertaking))
    row = Undertaking.objects.within(by.body).select_related("member__team").get(pk=undertaking)
    may_write_for(by.roles, own=is_own(by, row.member), running=True).require()
    if row.until is not None:
        no("この施策は、もう終わっています。", "画面を開き直してください。").require()
    row.until, row.ended_by = max(local_day(at), row.since), by.duty
    row.save(update_fields=["until", "ended_by"])
    announce(UndertakingEnded(undertaking=row.pk), by=by, at=at, matter=row.member_id, area=row.area)
    return row


@acting
def ask_cooperation(
    *, by: Viewer, at: datetime, member: UUID, title: str, to: UUID, answer_by: date, words: str = ""
) -> Cooperation:
    """From the first moment one team holds it, and an answer is due."""
    row = StandingMember.objects.within(by.body).select_related("team").get(pk=member)
    may_write_for(by.roles, own=is_own(by, row), running=row.ended_id is None).require()
    may_ask(title, answer_by=answer_by, today=local_day(at)).require()
    return place_request(by, at, row, title=title, words=words, answer_by=answer_by, to=to)


def place_request(
    by: Viewer, at: datetime, row: StandingMember, *, title: str, words: str, answer_by: date, to: UUID
) -> Cooperation:
    """A request to a member, with its ball: within an act that has asked whether it may be made."""
    matter = Ref("cooperation", uuid4())
    ball = place_ball(
        by=by,
        at=at,
        matter=matter,
        kind=MatterKind.COOPERATION,
        theme="cooperation",
        urgency=Urgency.USUAL,
        team=to,
        due_on=answer_by,
    )
    made = Cooperation.objects.create(
        id=matter.id,
        body=by.body,
        made_at=at,
        ball=ball,
        member=row,
        title=clean(title, limit=120),
        words=clean(words, limit=2_000),
        answer_by=answer_by,
        by=by.duty,
    )
    announce(CooperationAsked(cooperation=made.pk, to=to, answer_by=answer_by), by=by, at=at, matter=made.pk)
    return made


@acting
def answer_cooperation(
    *, by: Viewer, at: datetime, cooperation: UUID, said: CooperationSaid, words: str
) -> CooperationAnswer:
    """By the team that holds its ball; the member hears."""
    row = Cooperation.objects.within(by.body).select_related("member", "sheet").get(pk=cooperation)
    ball = Ball.objects.within(by.body).get(pk=row.ball_id)
    answered = CooperationAnswer.objects.within(by.body).filter(cooperation=row).exists()
    may_answer_cooperation(holds=ball.holder_id == by.team, answered=answered, words=words).require()
    made = CooperationAnswer.objects.create(
        body=by.body, made_at=at, cooperation=row, said=said, words=clean(words, limit=400), by=by.duty
    )
    settle(by=by, at=at, ball=row.ball_id, outcome=OUTCOMES[said], with_matter=True)
    sheet = getattr(row, "sheet", None)  # what was brought to the member is answered to whoever brought it
    hears = sheet.team if sheet else row.member.team_id
    if hears:
        tell(by, at, row.ball_id, TidingKind.ANSWERED, team=hears)
    late = max(by.calendar.between(row.answer_by, local_day(at)), 0)
    announce(CooperationAnswered(cooperation=row.pk, said=said, late=late), by=by, at=at, matter=row.pk)
    return made
