"""A household at a conference: brought there by its lead, spoken of by those who sit for it, and what becomes of it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from marugoto.conferences.actions.agenda import pledge, put_on_agenda, take_seat, write_view
from marugoto.conferences.actions.decision import decide, mark_attendance, write_minutes
from marugoto.conferences.codes import Attendance, KindCode
from marugoto.conferences.models import AgendaItem, Seat
from marugoto.demo.live.beside import asks_outside, is_recent, puts_papers
from marugoto.demo.live.clock import Steps
from marugoto.demo.live.consent import ask_person
from marugoto.demo.live.councils import speaks_jointly
from marugoto.demo.live.fate import Drawn, Meets
from marugoto.demo.live.household import Life, OpenNeed
from marugoto.demo.live.meetings import Table
from marugoto.demo.live.table import basis_of, kind_for, who_sits
from marugoto.demo.live.words.meeting import ASKS, CAN, DECIDED, DOES, KNOWS, MINUTES, VOICES
from marugoto.disclosure.codes import BasisCode, ConsentState
from marugoto.kernel.jst import local_day

LATE_TABLE = 24  # open days before today: for what is to have been spoken of at the last table before it
LEADS, HOLDS, MAY_HOLD = "この世帯のまとめ役", "この世帯のボールを持つ係", "これから関われる係"
QUIET_DAYS = 12  # open days before today in which no decision moves a ball that is to be seen today


@dataclass
class Sitting:
    """Who sits for the household: the hat, its team and its seat."""

    hat: UUID
    team: str
    seat: Seat
    pledged: bool = False


@dataclass
class Spoken:
    """An item of an agenda, with those who sit for it; `held` once it was spoken of."""

    table: Table
    item: AgendaItem
    sitting: list[Sitting] = field(default_factory=list)
    held: bool = False


def is_spoken_of(life: Life, found: list[Spoken]) -> Steps:
    """Up to the end of the conference; `found` gets it as soon as it is on an agenda."""
    yield _when_brought(life)
    kind = kind_for(life)
    if not life.open_needs():
        return
    spoken = _bring(life, life.here.meetings.next(kind), kind)
    found.append(spoken)
    yield from _prepares(life, spoken)
    yield spoken.table.begins + timedelta(minutes=life.rng.randint(4, 40))
    yield from _speaks(life, spoken)


def _when_brought(life: Life) -> datetime:
    here = life.here
    if life.fate.meets is Meets.AHEAD:
        return max(life.soon(), here.before_today(life.rng, 9))
    if life.fate.drawn in {Drawn.EXAMINED, Drawn.DECIDED}:
        return max(life.soon(), here.before_today(life.rng, LATE_TABLE))
    return life.days(8, 30)


def _bring(life: Life, table: Table, kind: KindCode) -> Spoken:
    basis, teams = basis_of(life, kind), who_sits(life)
    if basis is BasisCode.CONSENT:
        for team in teams:
            for person in life.sketch.members:
                ask_person(life, person.key, team, life.rng, ConsentState.GIVEN)
    item = put_on_agenda(by=life.by, at=life.now, conference=table.conference, case=life.case, basis=basis)
    spoken = Spoken(table, item)
    for team, hat in teams.items():
        seat = take_seat(by=life.by, at=life.now, item=item, duty=life.here.by(hat).duty, reason=_why(life, team, hat))
        spoken.sitting.append(Sitting(hat, team, seat))
    asks_outside(life, table, item)
    puts_papers(life, table, item)
    speaks_jointly(life, table, recent=is_recent(life.here, local_day(table.begins)))
    return spoken


def _why(life: Life, team: str, hat: UUID) -> str:
    """Why somebody sits there, as short as it is said."""
    if hat == life.lead:
        return LEADS
    return HOLDS if any(need.team == team for need in life.open_needs()) else MAY_HOLD


def _prepares(life: Life, spoken: Spoken) -> Steps:
    """Before the day: each confirms the secrecy, most write what they know."""
    for one in spoken.sitting:
        at = life.soon(5, 200) if one.hat == life.lead else life.days(0, 1)
        yield min(at, spoken.table.begins - timedelta(minutes=5))
        if life.here.by(one.hat).duty != one.seat.duty_id or life.rng.random() < 0.08:
            continue  # somebody else wears the hat now, or it was forgotten
        pledge(by=life.here.by(one.hat), at=life.now, seat=one.seat)
        one.pledged = True
        if life.rng.random() < 0.8:
            _views(life, one)


def _views(life: Life, one: Sitting) -> None:
    rng, agency = life.rng, life.here.agency_of(one.team)
    write_view(
        by=life.here.by(one.hat),
        at=life.now,
        seat=one.seat,
        knows=rng.choice(KNOWS.get(agency.field, ("まだ会ったことがありません。",))),
        does=rng.choice(DOES),
        can=rng.choice(CAN),
        asks=rng.choice(ASKS),
    )


def _speaks(life: Life, spoken: Spoken) -> Steps:
    """At the table: who came, what was said, and roles taken by those who sit there."""
    here = [one for one in spoken.sitting if life.here.by(one.hat).duty == one.seat.duty_id]  # some have left meanwhile
    came = [one for one in here if one.hat == life.lead or (one.pledged and life.rng.random() < 0.93)]
    for one in spoken.sitting:
        attendance = Attendance.PRESENT if one in came else Attendance.ABSENT
        mark_attendance(by=life.by, at=life.now, seat=one.seat, attendance=attendance)
    yield life.soon(3, 8)
    about = life.open_needs() or life.needs
    words = life.rng.choice(MINUTES).format(
        title=life.say(about[0].sketch.title, about[0].person), voice=life.rng.choice(VOICES)
    )
    write_minutes(by=life.by, at=life.now, item=spoken.item, words=words)
    for need in life.open_needs():
        taker = _taker(life, need, came)
        if taker is not None:
            yield life.soon(2, 5)
            _decided(life, need, taker, spoken)
    spoken.held = True


def _taker(life: Life, need: OpenNeed, came: list[Sitting]) -> Sitting | None:
    """Whoever sits there for the need's field, where the lead still holds it and nothing else is about to happen to it."""
    if need.team != life.team or need.settled or need.decided:
        return None
    near = life.here.calendar.between(life.here.today, life.here.until) < QUIET_DAYS
    if need.stand is not None and near:
        return None
    teams = life.here.teams_of(need.sketch.field)
    bound = [one for one in came if one.pledged]
    other = next((one for one in bound if one.team in teams and one.team != life.team), None)
    return other or next(iter(bound), None)


def _decided(life: Life, need: OpenNeed, taker: Sitting, spoken: Spoken) -> None:
    here = life.here
    title = life.say(need.sketch.title, need.person)
    decide(
        by=life.by,
        at=life.now,
        item=spoken.item,
        need=need.id,
        words=life.rng.choice(DECIDED).format(title=title, team=here.agency_of(taker.team).short),
        taken_by=taker.seat.duty_id,
        due=here.calendar.add(here.today, life.rng.randint(5, 15)),
    )
    need.offered = False
    if taker.team == need.team:
        return
    need.team, need.hat, need.shared, need.decided = taker.team, taker.hat, True, True
