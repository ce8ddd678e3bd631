"""A list of disposal: something whose period is over, a rule of the city for it, and somebody who made the list; and the list of staff
of 1 April."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from marugoto.exchange.actions.staff_list import prepare as prepare_staff
from marugoto.intake.actions.consultation import Told, receive
from marugoto.intake.actions.consultation import end as end_consultation
from marugoto.intake.codes import Channel, ConsultationEnd
from marugoto.kernel.jst import local_day
from marugoto.retention.actions.disposal import propose_disposal
from marugoto.retention.actions.schedule import set_schedule
from marugoto.retention.codes import Counted, RecordKind
from tests.town import Town

LONG_AGO = datetime(2023, 6, 12, 1, 0, tzinfo=UTC)


def listed(town: Town) -> UUID:
    """白石 made a list of one consultation at 西村's window, answered years ago."""
    forgotten(town)
    ruled(town)
    return propose_disposal(by=town("shiraishi"), at=town.later()).pk


def forgotten(town: Town) -> UUID:
    by = town("nishimura").at_moment(LONG_AGO)
    told = Told(caller="奨学金のことで来た人", words="申し込みの日を聞かれた。")
    heard = receive(by=by, at=LONG_AGO, day=local_day(LONG_AGO), channel=Channel.WINDOW, told=told).pk
    after = LONG_AGO + timedelta(minutes=20)
    end_consultation(by=by.at_moment(after), at=after, consultation=heard, end=ConsultationEnd.ANSWERED)
    return heard


def ruled(town: Town, record: RecordKind = RecordKind.CONSULTATION, years: int = 1) -> None:
    """白石 writes the rule of the city in."""
    set_schedule(
        by=town("shiraishi"),
        at=town.later(),
        record=record,
        years=years,
        counted=Counted.FISCAL,
        since=local_day(town.now),
        source="みなも市文書管理規程 別表",
        reason="課の簿冊と同じにする",
    )


def staff_list(town: Town) -> UUID:
    """本間 has looked at the list of 1 April and not yet said yes."""
    said = "職員番号,氏名,所属,係,役割,着任日,退任日\n"
    said += "3001,新井 光,福祉総合相談課,,相談支援員,令和30年4月1日,\n3002,上野 学,水道局,,窓口,令和30年4月1日,\n"
    return prepare_staff(by=town("honma"), at=town.later(), upload=said.encode(), file_name="4月の名簿.csv").pk
