"""The tables above the case: officers, heads and those who plan settle what no single household can, and bring it to each other."""

from datetime import datetime, time, timedelta
from uuid import UUID

from marugoto.agencies.codes import Field
from marugoto.agencies.labels import FIELDS
from marugoto.agencies.viewer import Viewer
from marugoto.conferences.actions.conference import close_conference, convene, open_conference
from marugoto.conferences.actions.table import mark, sit
from marugoto.conferences.actions.topic import Subject, follow_resolution, raise_to, raise_topic, resolve, take_topic
from marugoto.conferences.codes import Attendance, KindCode
from marugoto.conferences.models import Conference, Resolution, TableSeat, Topic
from marugoto.conferences.queries import topic as topics
from marugoto.demo.live.clock import Steps
from marugoto.demo.live.fields import MINAMO
from marugoto.demo.live.here import Here
from marugoto.demo.live.words.above import ABOVE, Above, Settled, Spoken
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import JST

CONVENER, PLANNER = "mori", "hirata"
BEGINS, LASTS = time(15, 30), timedelta(minutes=60)
CALLED = 15  # open days before it, the table is called
PATTERN, PATTERN_DAY = (Field.TAX, Field.GENERAL), 4  # what waits for the next table on policy, and since when
HEADS = ("福祉部長", "総務部長")
ROOM = "市役所4階 401会議室"


def meets_above(here: Here) -> None:
    """In みなも市 only; the smaller ones settle this at their one table."""
    if here.body != MINAMO:
        return
    rng = here.chance("above")
    for one in ABOVE:
        called = here.before_today(rng, max(one.day + CALLED, 2))
        if called > here.now:
            here.clock.begin(called, _is_called(here, one))
    here.clock.begin(here.before_today(rng, PATTERN_DAY), _pattern(here))


def _is_called(here: Here, one: Above) -> Steps:
    by = here.by(here.hat(CONVENER))
    day = here.calendar.add(here.until, -one.day)
    begins = datetime.combine(day, BEGINS, tzinfo=JST)
    table = convene(by=by, at=here.now, kind=one.kind, begins_at=begins, ends_at=begins + LASTS, where=ROOM)
    _seat(here, one, table)
    yield here.now + timedelta(minutes=12)
    for spoken in one.topics:
        if spoken.title:
            subject = Subject(spoken.title, spoken.words)
            raise_topic(by=here.by(here.hat(CONVENER)), at=here.now, kind=one.kind, subject=subject, conference=table)
    yield begins
    yield from _takes_place(here, one, table)


def _seat(here: Here, one: Above, table: Conference) -> None:
    """Whoever takes something on there, and at the heads' table those who head the departments."""
    by = here.by(here.hat(CONVENER))
    for worker in sorted({settled.taker for spoken in one.topics for settled in spoken.settled}):
        sit(by=by, at=here.now, conference=table, duty=here.by(here.hat(worker)).duty)
    for post in HEADS if one.kind is KindCode.HEADS_TABLE else ():
        sit(by=by, at=here.now, conference=table, post=post)


def _takes_place(here: Here, one: Above, table: Conference) -> Steps:
    by = here.by(here.hat(CONVENER))
    for line in topics.waiting(by, one.kind):
        take_topic(by=by, at=here.now, topic=_topic(here, line.topic), conference=table)
    open_conference(by=by, at=here.now, conference=table)
    for seated in _who_sits(by, table):
        mark(by=by, at=here.now, seat=seated, attendance=Attendance.PRESENT)
    lines = {line.title: line.topic for line in topics.of_conference(by, table.pk)}
    came = [topic for title, topic in lines.items() if title not in {spoken.title for spoken in one.topics}]
    for spoken in one.topics:
        yield here.now + timedelta(minutes=14)
        topic = lines.get(spoken.title) if spoken.title else next(iter(came), None)
        if topic is not None:
            _settle(here, spoken, _topic(here, topic))
    yield table.ends_at
    close_conference(by=here.by(here.hat(CONVENER)), at=here.now, conference=table)


@looking
def _who_sits(viewer: Viewer, table: Conference) -> list[TableSeat]:
    rows = TableSeat.objects.within(viewer.body).filter(conference=table, taken_back=None)
    return list(rows.select_related("conference"))


def _settle(here: Here, spoken: Spoken, topic: Topic) -> None:
    for one in spoken.settled:
        row = resolve(
            by=here.by(here.hat(CONVENER)),
            at=here.now,
            topic=topic,
            words=one.words,
            taken_by=here.by(here.hat(one.taker)).duty,
            due=here.calendar.add(here.today, one.days),
        )
        here.clock.begin(here.now + timedelta(minutes=5), _goes_on(here, one, row))


def _goes_on(here: Here, one: Settled, row: Resolution) -> Steps:
    if one.up is not None:
        raise_to(by=here.by(here.hat(CONVENER)), at=here.now, resolution=row, kind=one.up)
    if one.became is not None:
        yield here.in_days(here.chance("above", one.words), one.after, one.after + 1)
        by = here.by(here.hat(CONVENER))
        follow_resolution(by=by, at=here.now, resolution=row, result=one.became, words=one.said)


def _pattern(here: Here) -> Steps:
    """As the page of the patterns does it: a way between two fields waits, and no number goes with it."""
    yield here.now + timedelta(minutes=3)
    sender, receiver = PATTERN
    title = f"つなぎの型: {FIELDS[sender]} → {FIELDS[receiver]}"
    subject = Subject(title, sender=sender, receiver=receiver)
    raise_topic(by=here.by(here.hat(PLANNER)), at=here.now, kind=KindCode.POLICY, subject=subject)


def _topic(here: Here, topic: UUID) -> Topic:
    found = topics.topic(here.by(here.hat(CONVENER)), topic)
    assert found is not None  # noqa: S101 — just read
    return found
