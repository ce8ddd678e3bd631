"""Who sits at a table that speaks of nobody, and who of them came."""

from datetime import datetime
from uuid import UUID

from marugoto.agencies.models import Duty
from marugoto.agencies.queries.directory import duties_at_the_table
from marugoto.agencies.viewer import Viewer
from marugoto.conferences.actions.conference import stages_of
from marugoto.conferences.codes import Attendance, KindCode
from marugoto.conferences.events import TableSeated, TableSeatTakenBack
from marugoto.conferences.kinds import kind_of
from marugoto.conferences.models import Conference, TableAttended, TableSeat, TableSeatTakingBack
from marugoto.conferences.rules.agenda import may_record, may_sit
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.ledger.actions import announce

GONE, ANEW = "この席は、もう取り消されています。", "画面を開き直してください。"


@acting
def sit(*, by: Viewer, at: datetime, conference: Conference, duty: UUID | None = None, post: str = "") -> TableSeat:
    """Somebody who works here, or a post by its name. Refused at a table about households: there a seat is one of an item."""
    if not kind_of(conference.kind).of_topics:
        no("世帯のことを話す会議の席は、議題ごとに作ります。", "議題の「席を足す」から作ってください。").require()
    may_sit(stages_of(conference)).require()
    post = clean(post, limit=60).strip()
    if (duty is None) == (not post):
        no(
            "だれの席かが決まりません。", "名簿の人を選ぶか、名簿にない役職の名前を書くか、どちらか一つにしてください。"
        ).require()
    who = _who(by, duty) if duty is not None else None
    if TableSeat.objects.within(by.body).filter(conference=conference, duty=who, post=post, taken_back=None).exists():
        no("この席は、もうあります。").require()
    row = TableSeat.objects.create(body=by.body, made_at=at, conference=conference, duty=who, post=post, by=by.duty)
    told = TableSeated(conference=conference.pk, type=KindCode(conference.kind), team=who.team_id if who else None)
    announce(told, by=by, at=at, matter=conference.pk)
    return row


@acting
def take_back(*, by: Viewer, at: datetime, seat: TableSeat) -> TableSeatTakingBack:
    """It was put there by mistake: it is no seat any more, and stays in the history of the table. What was settled stays settled.
    Refused when the conference is over: who sat there is then as it is."""
    may_sit(stages_of(seat.conference)).require()
    row = TableSeatTakingBack.objects.create(body=by.body, made_at=at, at=at, by=by.duty)
    if not TableSeat.objects.within(by.body).filter(pk=seat.pk, taken_back=None).update(taken_back=row):
        no(GONE, ANEW).require()
    told = TableSeatTakenBack(conference=seat.conference_id, type=KindCode(seat.conference.kind))
    announce(told, by=by, at=at, matter=seat.conference_id)
    return row


@acting
def mark(*, by: Viewer, at: datetime, seat: TableSeat, attendance: Attendance) -> TableAttended:
    """Refused before the conference has begun and after it is over, and where the seat was taken back."""
    may_record(stages_of(seat.conference)).require()
    if not TableSeat.objects.within(by.body).filter(pk=seat.pk, taken_back=None).exists():
        no(GONE, ANEW).require()
    row, _ = TableAttended.objects.within(by.body).update_or_create(
        seat=seat, defaults={"attendance": attendance, "made_at": at, "body": by.body}
    )
    return row


def _who(by: Viewer, duty: UUID) -> Duty:
    found = next((one for one in duties_at_the_table(by) if one.pk == duty), None)
    if found is None:
        no("この人は、いまこの自治体で働いている人の名簿にいません。", "ほかの人を選んでください。").require()
    assert found is not None  # noqa: S101 — refused above
    return found
