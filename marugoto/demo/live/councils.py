"""The bodies under which tables sit: entered by the office when the town begins; in a joint session a household is spoken of under each
ground apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from marugoto.agencies.codes import Role
from marugoto.agencies.queries import directory
from marugoto.conferences.actions.agenda import pledge, put_on_agenda, take_seat
from marugoto.conferences.actions.decision import mark_attendance, write_minutes
from marugoto.conferences.codes import Attendance, KindCode
from marugoto.conferences.models import Seat
from marugoto.demo.live.clock import Steps
from marugoto.demo.live.fields import MINAMO, SHIOMI
from marugoto.demo.live.meetings import LASTS, Table
from marugoto.demo.live.words.beside import SCHOOL
from marugoto.disclosure.actions.council import Order, add_council_member, enter_council, write_council_text
from marugoto.disclosure.codes import BasisCode, CouncilKind, MemberSort, NoticeKind

if TYPE_CHECKING:
    from marugoto.demo.live.here import Here
    from marugoto.demo.live.household import Life


@dataclass(frozen=True)
class Sketch:
    """`teams`: whose agencies belong to it, empty for every agency of the town; `others`: who is not kept here."""

    kind: CouncilKind
    name: str
    notice: NoticeKind
    said: str
    day: date
    coordinator: str
    teams: tuple[str, ...] = ()
    others: tuple[tuple[str, MemberSort], ...] = ()
    words: str = ""


SKETCHES: Mapping[str, tuple[Sketch, ...]] = {
    MINAMO: (
        Sketch(
            CouncilKind.CHILD,
            "みなも市要保護児童対策地域協議会",
            NoticeKind.ANNOUNCEMENT,
            "みなも市告示第31号",
            date(2006, 4, 3),
            "child-family",
            others=((SCHOOL.from_where, MemberSort.PUBLIC), ("主任児童委員", MemberSort.PERSON)),
            words="協議会で知ったことを、席の外では話しません。委員でなくなったあとも同じです(児童福祉法25条の5、市要綱7条)。",
        ),
        Sketch(
            CouncilKind.SUPPORT,
            "みなも市支援会議",
            NoticeKind.OUTLINE,
            "みなも市支援会議設置要綱(令和3年みなも市告示第52号)",
            date(2021, 4, 1),
            "tower",
            teams=("tower", "soudan-desk", "aged-support", "disability-service", "child-family", "health-nurse"),
            words="支援会議で知ったことを、席の外では話しません。役目を離れたあとも同じです(社会福祉法106条の6、市要綱6条)。",
        ),
        Sketch(
            CouncilKind.POVERTY,
            "みなも市生活困窮者支援会議",
            NoticeKind.OUTLINE,
            "みなも市生活困窮者支援会議設置要綱(平成31年みなも市告示第18号)",
            date(2019, 4, 1),
            "soudan-desk",
            teams=("soudan-desk", "tax-pay", "housing-support"),
        ),
    ),
    SHIOMI: (
        Sketch(
            CouncilKind.POVERTY,
            "汐見市困窮者支援会議",
            NoticeKind.OUTLINE,
            "汐見市支援会議設置要綱(令和3年汐見市告示第40号)",
            date(2021, 4, 1),
            "s-plan",
            teams=("s-plan",),
        ),
    ),
}
# Under which of them a table sits; where there are several it is a joint session.
UNDER: Mapping[str, Mapping[KindCode, tuple[CouncilKind, ...]]] = {
    MINAMO: {
        KindCode.SUPPORT: (CouncilKind.SUPPORT, CouncilKind.POVERTY),
        KindCode.CHILD: (CouncilKind.CHILD,),
    },
    SHIOMI: {KindCode.POVERTY: (CouncilKind.POVERTY,)},
}
COORDINATOR, REASONS = "tower", ("この世帯のまとめ役", "困窮の支援とのつなぎ")
SAID = "家賃と税の分け方を、生活困窮の支援としてだけ話した。支援会議で出た話は、ここには書いていない。"


def enters_councils(here: "Here") -> Steps:
    """Before anything else: what a town has had for years."""
    here.meetings.under = UNDER.get(here.body, {})
    for sketch in SKETCHES.get(here.body, ()):
        _enter(here, sketch)
    yield here.clock.ends


def _enter(here: "Here", sketch: Sketch) -> None:
    by, at, day = here.by(here.with_role(Role.OFFICE, Role.CHIEF)), here.now, here.today
    row = enter_council(
        by=by,
        at=at,
        kind=sketch.kind,
        name=sketch.name,
        order=Order(sketch.notice, sketch.said, sketch.day),
        since=day,
        coordinator=here.team(sketch.coordinator),
    )
    here.meetings.councils[sketch.kind] = row.pk
    wanted = {here.team(key) for key in sketch.teams}
    rows = [team for team in directory.teams(by) if team.agency.has_accounts]
    agencies = dict.fromkeys(team.agency_id for team in rows if team.pk in wanted or not wanted)
    for agency in agencies:
        add_council_member(by=by, at=at, council=row.pk, sort=MemberSort.PUBLIC, since=day, agency=agency)
    for name, sort in sketch.others:
        made = add_council_member(by=by, at=at, council=row.pk, sort=sort, since=day, name=name)
        here.meetings.members[name] = made.pk
    if sketch.words:
        write_council_text(by=by, at=at, council=row.pk, words=sketch.words, since=day)


def speaks_jointly(life: "Life", table: Table, *, recent: bool) -> None:
    """Of one household at each joint table: what is said of it as 生活困窮 is an item of its own, with seats of its own."""
    if not recent or table.jointly or table.conference.kind != KindCode.SUPPORT or life.here.body != MINAMO:
        return
    table.jointly = True
    at = min(life.now + timedelta(minutes=6), table.begins - timedelta(minutes=6))
    life.here.clock.begin(at, _is_said_apart(life, table))


def _is_said_apart(life: "Life", table: Table) -> Steps:
    here, by = life.here, life.by
    item = put_on_agenda(
        by=by, at=here.now, conference=table.conference, case=life.case, basis=BasisCode.POVERTY_CONFERENCE
    )
    hats = dict.fromkeys((life.lead, here.wearers(COORDINATOR)[0]))
    seats = {
        hat: take_seat(by=by, at=here.now, item=item, duty=here.by(hat).duty, reason=reason)
        for hat, reason in zip(hats, REASONS, strict=False)
    }
    yield max(here.now, min(here.now + timedelta(minutes=40), table.begins - timedelta(minutes=2)))
    for hat, seat in seats.items():
        if _still_sits(here, hat, seat):
            pledge(by=here.by(hat), at=here.now, seat=seat)
    yield table.begins + LASTS - timedelta(minutes=15)
    by = here.by(life.lead)
    if not _still_sits(here, life.lead, seats[life.lead]):
        return
    for hat, seat in seats.items():
        there = Attendance.PRESENT if _still_sits(here, hat, seat) else Attendance.ABSENT
        mark_attendance(by=by, at=here.now, seat=seat, attendance=there)
    write_minutes(by=by, at=here.now, item=item, words=SAID)


def _still_sits(here: "Here", hat: UUID, seat: Seat) -> bool:
    return here.by(hat).duty == seat.duty_id
