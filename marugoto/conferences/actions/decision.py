"""Record who came, what was said, and decisions that become roles at once."""

from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.models import Duty
from marugoto.agencies.viewer import Viewer
from marugoto.casework.models import Need
from marugoto.conferences.actions.conference import stages_of
from marugoto.conferences.codes import Attendance, Stage
from marugoto.conferences.events import DecisionMade
from marugoto.conferences.models import AgendaItem, Attended, Decision, Minutes, Seat
from marugoto.conferences.rules.agenda import Table, is_running, may_decide, may_record
from marugoto.custody.actions.offer import hand_over
from marugoto.ground.actions.counter import next_number
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce


@acting
def mark_attendance(*, by: Viewer, at: datetime, seat: Seat, attendance: Attendance) -> Attended:
    """Refused before the conference has begun and after it is over."""
    may_record(stages_of(seat.item.conference)).require()
    row, _ = Attended.objects.within(by.body).update_or_create(
        seat=seat, defaults={"attendance": attendance, "made_at": at, "body": by.body}
    )
    return row


@acting
def write_minutes(*, by: Viewer, at: datetime, item: AgendaItem, words: str) -> Minutes:
    """The next version of what was said under this item; refused before the conference has begun and after it is over."""
    may_record(stages_of(item.conference)).require()
    words = clean(words, limit=50_000).strip()
    if not words:
        no("話し合ったことが書かれていません。").require()
    return Minutes.objects.create(
        body=by.body,
        made_at=at,
        folder_id=item.folder,
        item=item,
        version=next_number(by.body, f"minutes {item.pk.hex}"),
        words=words,
        by=by.duty,
    )


@acting
def decide(
    *, by: Viewer, at: datetime, item: AgendaItem, need: UUID, words: str, taken_by: UUID, due: date
) -> Decision:
    """A role: the need's ball goes to the team of the one who takes it, at the table, in one step, with a date."""
    words = clean(words, limit=300).strip()
    if not words:
        no("何を決めたかが書かれていません。").require()
    if due < local_day(at):
        no("いつまでかが、もう過ぎた日になっています。", "きょうから先の日を選んでください。").require()
    row = Need.objects.open_to(by).select_related("ball").get(pk=need)
    taker = Duty.objects.everywhere("a member may belong to another body").get(pk=taken_by)
    may_decide(_table(by, item, row, taker)).require()
    decision = Decision.objects.create(
        body=by.body,
        made_at=at,
        folder_id=item.folder,
        item=item,
        number=next_number(by.body, f"decision {item.pk.hex}"),
        words=words,
        team_id=taker.team_id,
        taken_by=taker,
        due=due,
        need=row.pk,
        by=by.duty,
    )
    hand_over(by=by, at=at, ball=row.ball_id, to=taker.team_id, in_charge=taker.pk, due=due)
    told = DecisionMade(conference=item.conference_id, need=row.pk, owner=taker.team_id, due=due)
    announce(told, by=by, at=at, matter=item.case)
    return decision


def _table(by: Viewer, item: AgendaItem, need: Need, taker: Duty) -> Table:
    stages = stages_of(item.conference)
    seat = Seat.objects.within(by.body).filter(item=item, duty=taker).first()
    came = Attended.objects.within(by.body).filter(seat=seat, attendance=Attendance.PRESENT).exists() if seat else False
    return Table(
        opened=Stage.OPENED in stages,
        closed=not is_running(stages),
        taker_sits=seat is not None,
        taker_present=came,
        own_need=need.case_id == item.case,
    )
