"""A conference in rows: convened, prepared, held, and what it decided."""

from datetime import timedelta
from uuid import UUID

from marugoto.conferences.actions import agenda, conference, decision
from marugoto.conferences.actions.date import put_day
from marugoto.conferences.codes import Attendance, KindCode
from marugoto.disclosure.codes import BasisCode
from marugoto.kernel.jst import local_day
from tests.seated import copied, seated_outside
from tests.town import Town


def met(town: Town, case: UUID, about: UUID) -> dict[str, UUID]:
    town.later()
    begins = town.now + timedelta(days=1)
    ends = begins + timedelta(hours=1)
    row = conference.convene(by=town("tanaka"), at=town.now, kind=KindCode.SUPPORT, begins_at=begins, ends_at=ends)
    item = agenda.put_on_agenda(
        by=town("tanaka"), at=town.now, conference=row, case=case, basis=BasisCode.SUPPORT_CONFERENCE
    )
    seats = [
        agenda.take_seat(by=town("tanaka"), at=town.now, item=item, duty=town(who).duty)
        for who in ("tanaka", "yamashita")
    ]
    town.later()
    agenda.pledge(by=town("tanaka"), at=town.now, seat=seats[0])
    town.later()
    agenda.write_view(by=town("tanaka"), at=town.now, seat=seats[0], knows="将棋が好きだった。")
    other = begins + timedelta(days=2)
    option = put_day(
        by=town("tanaka"), at=town.later(), conference=row, begins_at=other, ends_at=ends + timedelta(days=2)
    )
    conference.open_conference(by=town("tanaka"), at=town.later(days=1), conference=row)
    for seat in seats:
        decision.mark_attendance(by=town("tanaka"), at=town.later(), seat=seat, attendance=Attendance.PRESENT)
    decision.write_minutes(by=town("tanaka"), at=town.later(), item=item, words="将棋の会に名前を出さずに聞く。")
    due = local_day(town.now) + timedelta(days=14)
    taker = town("tanaka").duty
    role = decision.decide(
        by=town("tanaka"), at=town.later(), item=item, need=about, words="田中が探す", taken_by=taker, due=due
    )
    ids = {"conference": row.pk, "item": item.pk, "seat": seats[0].pk, "decision": role.pk, "option": option.pk}
    return ids | {"outside": seated_outside(town, item), "copy": copied(town, item)}
