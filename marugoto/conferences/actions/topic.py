"""Topics above the case: raise one, take it onto an agenda, settle it, raise what was settled to another level, say what became of it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.codes import Field
from marugoto.agencies.models import Duty
from marugoto.agencies.viewer import Viewer
from marugoto.conferences.actions.conference import stages_of
from marugoto.conferences.codes import Followed, KindCode
from marugoto.conferences.events import ResolutionFollowed, ResolutionMade, TopicRaised
from marugoto.conferences.kinds import kind_of
from marugoto.conferences.models import Conference, Resolution, ResolutionResult, Topic
from marugoto.conferences.rules.agenda import may_record, may_sit
from marugoto.ground.actions.counter import next_number
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce


@dataclass(frozen=True)
class Subject:
    """What is to be spoken of; `sender` and `receiver` where it is a pattern between two fields."""

    title: str
    words: str = ""
    sender: Field | None = None
    receiver: Field | None = None


@acting
def raise_topic(
    *,
    by: Viewer,
    at: datetime,
    kind: KindCode,
    subject: Subject,
    conference: Conference | None = None,
    raised_from: Resolution | None = None,
) -> Topic:
    """On this agenda, or waiting for the next conference of that kind. Nobody is named in it."""
    if not kind_of(kind).of_topics:
        no("世帯のことを話す会議には、名前のない議題は出せません。", "調整会議か施策の会議を選んでください。").require()
    if conference is not None:
        may_sit(stages_of(conference)).require()
    title = clean(subject.title, limit=120).strip()
    if not title:
        no("何を話し合うかが書かれていません。").require()
    if subject.sender and subject.receiver and _waits(by, kind, subject):
        no("この型は、もう議題の候補にあります。", "会議の画面で議題に入れてください。").require()
    row = Topic.objects.create(
        body=by.body,
        made_at=at,
        conference=conference,
        for_kind=kind,
        number=next_number(by.body, "topic"),
        title=title,
        words=clean(subject.words, limit=1_000),
        sender=subject.sender or "",
        receiver=subject.receiver or "",
        raised_from=raised_from,
        by=by.duty,
    )
    told = TopicRaised(topic=row.pk, type=kind, from_pattern=bool(subject.sender), from_table=raised_from is not None)
    announce(told, by=by, at=at, matter=row.pk)
    return row


@acting
def take_topic(*, by: Viewer, at: datetime, topic: Topic, conference: Conference) -> None:
    """What waited comes on this agenda."""
    may_sit(stages_of(conference)).require()
    if conference.kind != topic.for_kind:
        no("別の会議を待っている議題です。", "その会議の画面で入れてください。").require()
    taken = Topic.objects.within(by.body).filter(pk=topic.pk, conference=None).update(conference=conference)
    if not taken:
        no("この議題は、もう会議に入っています。").require()


@acting
def resolve(*, by: Viewer, at: datetime, topic: Topic, words: str, taken_by: UUID, due: date) -> Resolution:
    """Who does what until when, while the conference lasts."""
    if topic.conference is None:
        no("まだ会議に入っていない議題です。").require()
    assert topic.conference is not None  # noqa: S101 — refused above
    may_record(stages_of(topic.conference)).require()
    words = clean(words, limit=300).strip()
    if not words:
        no("何を決めたかが書かれていません。").require()
    if due < local_day(at):
        no("いつまでかが、もう過ぎた日になっています。", "きょうから先の日を選んでください。").require()
    taker = Duty.objects.within(by.body).get(pk=taken_by)
    row = Resolution.objects.create(
        body=by.body,
        made_at=at,
        topic=topic,
        number=next_number(by.body, f"resolution {topic.pk.hex}"),
        words=words,
        taken_by=taker,
        due=due,
        by=by.duty,
    )
    told = ResolutionMade(resolution=row.pk, owner=taker.team_id, type=KindCode(topic.for_kind), due=due)
    announce(told, by=by, at=at, matter=topic.pk)
    return row


@acting
def raise_to(*, by: Viewer, at: datetime, resolution: Resolution, kind: KindCode) -> Topic:
    """What was settled here goes on at another level, and this table sees what becomes of it there."""
    if KindCode(resolution.topic.for_kind) is kind:
        no("同じ会議には上げられません。", "別の会議を選んでください。").require()
    if Topic.objects.within(by.body).filter(raised_from=resolution, for_kind=kind).exists():
        no("この決定は、もうその会議に届けてあります。").require()
    said = f"{kind_of(resolution.topic.for_kind).name}から: {resolution.words}"
    return raise_topic(by=by, at=at, kind=kind, subject=Subject(said[:120], resolution.words), raised_from=resolution)


@acting
def follow_resolution(
    *, by: Viewer, at: datetime, resolution: Resolution, result: Followed, words: str = ""
) -> ResolutionResult:
    words = clean(words, limit=300).strip()
    if result is not Followed.DONE and not words:
        no("どこまでできたか、なぜできなかったかが書かれていません。", "一言書いてください。").require()
    day = local_day(at)
    row = ResolutionResult.objects.create(
        body=by.body, made_at=at, resolution=resolution, result=result, day=day, words=words, by=by.duty
    )
    late = max(by.calendar.between(resolution.due, day), 0)
    told = ResolutionFollowed(resolution=resolution.pk, result=result, late=late)
    announce(told, by=by, at=at, matter=resolution.topic_id)
    return row


def _waits(by: Viewer, kind: KindCode, subject: Subject) -> bool:
    known = Topic.objects.within(by.body).filter(for_kind=kind, conference=None)
    return known.filter(sender=subject.sender, receiver=subject.receiver).exists()
