"""Record who came, what was said, and decisions that become roles at once."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.codes import Field
from marugoto.agencies.models import Duty
from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.case import mine as my_case
from marugoto.casework.actions.need import mine as my_need
from marugoto.casework.actions.need import openings_of
from marugoto.casework.actions.plan import StepDraft, add_step
from marugoto.casework.models import Need
from marugoto.conferences.actions.conference import require_open, stages_of
from marugoto.conferences.codes import Attendance, Stage
from marugoto.conferences.events import DecisionMade
from marugoto.conferences.models import AgendaItem, Attended, Decision, Minutes, Seat, SeatPledge
from marugoto.conferences.rules.agenda import Table, is_running, may_decide, may_follow, may_record
from marugoto.custody.actions.offer import hand_over
from marugoto.custody.actions.opening import Opening
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.ground.actions.counter import next_number
from marugoto.ground.transaction import acting, hold
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce
from marugoto.people.models import Member

USUALLY_TOLD = (Part.BASIC, Part.CONTACT)  # of the person whose need it is, to whoever takes the role


@acting
def mark_attendance(*, by: Viewer, at: datetime, seat: Seat, attendance: Attendance) -> Attended:
    """Refused before the conference has begun and after it is over."""
    may_record(stages_of(seat.item.conference)).require()
    require_open(by, at, seat.item)
    row, _ = Attended.objects.within(by.body).update_or_create(
        seat=seat, defaults={"attendance": attendance, "made_at": at, "body": by.body}
    )
    return row


@acting
def write_minutes(*, by: Viewer, at: datetime, item: AgendaItem, words: str, follows: int = 0) -> Minutes:
    """The next version of what was said under this item; refused before the conference has begun and after it is over.

    `follows`: the version its writer had before him, 0 where there was none; refused where somebody wrote another since. Every
    version is kept."""
    may_record(stages_of(item.conference)).require()
    require_open(by, at, item)
    hold(AgendaItem.objects.within(by.body).filter(pk=item.pk))
    may_follow(seen=follows, newest=_newest(by, item)).require()
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


def _newest(by: Viewer, item: AgendaItem) -> int:
    """0 where nothing was written yet."""
    written = Minutes.objects.within(by.body).filter(item=item).order_by("-version").values_list("version", flat=True)
    return written.first() or 0


@acting
def decide(
    *,
    by: Viewer,
    at: datetime,
    item: AgendaItem,
    need: UUID,
    words: str,
    taken_by: UUID,
    due: date,
    parts: Iterable[Part] = USUALLY_TOLD,
    plan_words: str = "",
) -> Decision:
    """A role: the need's ball goes to the team of the one who takes it, at the table, in one step, with a date. While it holds
    the ball that team reads the need, and `parts` of the person, on the item's basis; where that basis does not allow it, all is
    refused. `plan_words`: the same as a step of the plan, in words of its own, as what was said at the table does not leave it."""
    words = clean(words, limit=300).strip()
    if not words:
        no("何を決めたかが書かれていません。").require()
    if due < local_day(at):
        no("いつまでかが、もう過ぎた日になっています。", "きょうから先の日を選んでください。").require()
    row = my_need(by, need)
    my_case(by, row.case_id)
    taker = (
        Duty.objects.everywhere("a member may belong to another body").select_related("team__agency").get(pk=taken_by)
    )
    seat = Seat.objects.within(by.body).filter(item=item, duty=taker).first()
    may_decide(_table(by, item, row, seat)).require()
    openings = _openings(by, at, row, BasisCode(item.basis), set(parts), seat)
    decision = _written(by, at, item, row, words, taker, due)
    hand_over(by=by, at=at, ball=row.ball_id, to=taker.team_id, in_charge=taker.pk, due=due, openings=openings)
    if plan_words.strip():
        add_step(by=by, at=at, case=item.case, step=StepDraft(plan_words.strip(), taker.team_id, until=due))
    field = Field(taker.team.agency.field)
    told = DecisionMade(decision=decision.pk, need=row.pk, owner=taker.team_id, field=field, due=due)
    announce(told, by=by, at=at, matter=item.case)
    return decision


def _written(by: Viewer, at: datetime, item: AgendaItem, need: Need, words: str, taker: Duty, due: date) -> Decision:
    return Decision.objects.create(
        body=by.body,
        made_at=at,
        folder_id=item.folder,
        item=item,
        number=next_number(by.body, f"decision {item.pk.hex}"),
        words=words,
        team_id=taker.team_id,
        taken_by=taker,
        due=due,
        need=need.pk,
        by=by.duty,
    )


def _openings(
    by: Viewer, at: datetime, need: Need, basis: BasisCode, parts: set[Part], seat: Seat | None
) -> list[Opening]:
    """As for an offer; of a need of the whole household, the parts of everybody who lives there."""
    opened = openings_of(by, at, need, basis, parts, "")
    if need.person_id is None:
        members = Member.objects.open_to(by).filter(household=need.household_id, until=None).order_by("pk")
        people = list(members.values_list("person_id", flat=True))
        opened += [Opening(person, part, basis) for person in people for part in sorted(parts)]
    return [replace(one, seat=seat.pk if seat else None) for one in opened]


def _table(by: Viewer, item: AgendaItem, need: Need, seat: Seat | None) -> Table:
    stages = stages_of(item.conference)
    attended = Attended.objects.within(by.body).filter(seat=seat, attendance=Attendance.PRESENT)
    return Table(
        opened=Stage.OPENED in stages,
        closed=not is_running(stages),
        taker_sits=seat is not None,
        taker_pledged=seat is not None and SeatPledge.objects.within(by.body).filter(seat=seat).exists(),
        taker_present=seat is not None and attended.exists(),
        own_need=need.case_id == item.case,
        basis=BasisCode(item.basis),
    )
