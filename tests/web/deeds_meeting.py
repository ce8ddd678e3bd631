"""What is done around a conference: seats that lack, days, and somebody from outside; sent twice in test_replay."""

from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from marugoto.conferences.actions.agenda import put_on_agenda, take_seat
from marugoto.conferences.actions.date import put_day
from marugoto.conferences.actions.outside import Stranger, ask_outside
from marugoto.conferences.actions.table import sit
from marugoto.conferences.actions.topic import Subject, raise_topic
from marugoto.conferences.codes import KindCode, OutsideKind
from marugoto.conferences.queries import conference as conferences
from marugoto.conferences.queries import outside
from marugoto.disclosure.codes import BasisCode
from tests.begun import called
from tests.seated import table_above
from tests.story import Story
from tests.town import Town
from tests.web.filled import Fields, plain, soon


def day(town: Town) -> UUID:
    """A day put to those who sit at a conference that has not begun."""
    row = conferences.get(town("tanaka"), called(town))
    assert row
    begins = timezone.now() + timedelta(days=5)
    ends = begins + timedelta(hours=1)
    return put_day(by=town("tanaka"), at=town.later(), conference=row.conference, begins_at=begins, ends_at=ends).pk


def asked(town: Town, story: Story) -> dict[str, object]:
    """田中 sits at a conference for which two days are put to her."""
    option = outside.option(town("tanaka"), day(town))
    assert option
    by, meeting = town("tanaka"), option.conference
    item = put_on_agenda(
        by=by, at=town.later(), conference=meeting, case=story.case, basis=BasisCode.SUPPORT_CONFERENCE
    )
    take_seat(by=town("tanaka"), at=town.later(), item=item, duty=town("tanaka").duty, reason="受け持ち")
    return {"@conference": meeting.pk, f"day_{option.pk}": "yes"}


def above(town: Town) -> UUID:
    return table_above(town).pk


def waits(town: Town, story: Story) -> dict[str, object]:
    """A topic that waits for a table of that kind."""
    kind = KindCode.STAFF_TABLE
    row = raise_topic(by=town("tanaka"), at=town.later(), kind=kind, subject=Subject("夜間の連絡先"))
    return {"@conference": above(town), "@topic": row.pk}


def seated(town: Town, story: Story) -> dict[str, object]:
    """A head of a department sits at a table that has begun."""
    row = table_above(town)
    seat = sit(by=town("tanaka"), at=town.later(), conference=row, post="福祉部長")
    return {"@conference": row.pk, f"seat_{seat.pk}": "present"}


def misspelt(town: Town, story: Story) -> dict[str, object]:
    """A post at a table, written wrongly."""
    return {"@seat": sit(by=town("tanaka"), at=town.later(), conference=table_above(town), post="福士部長").pk}


def guest(town: Town, story: Story) -> dict[str, object]:
    """Somebody from outside at a conference that is still to come, whose letter was never written."""
    found = conferences.get(town("tanaka"), called(town, story))
    assert found
    item = conferences.item(town("tanaka"), found.items[0].item)
    assert item
    who = Stranger(OutsideKind.CLINIC, "坂口 博", "通院先", "薬の飲み忘れが心配です。")
    return {"@outside": ask_outside(by=town("tanaka"), at=town.later(), item=item, stranger=who).seat.pk}


MEETING: tuple[tuple[str, str, Fields], ...] = (
    ("meeting:seat_new", "tanaka", lambda town, story: {"duty": str(town("nishimura").duty), "reason": "学校を知る"}),
    ("meeting:minutes", "tanaka", plain(words="次の訪問を決めた。", follows="1")),
    ("meeting:seats_take", "tanaka", lambda town, story: {"who_aged": str(town("ogawa").duty)}),
    (
        "meeting:day_put",
        "tanaka",
        lambda town, story: {"@conference": called(town), "day": soon(), "begins": "10:00", "ends": "11:00"},
    ),
    ("meeting:days_answer", "tanaka", asked),
    ("meeting:day_fix", "tanaka", lambda town, story: {"@option": day(town)}),
    (
        "meeting:outside_ask",
        "tanaka",
        plain(kind="clinic", name="坂口 博", reason="通院先", extract="薬の飲み忘れが心配です。"),
    ),
    ("meeting:gap", "tanaka", plain(theme="housing")),
    ("meeting:follow", "tanaka", plain(result="done")),
    (
        "meeting:next",
        "tanaka",
        lambda *_: {"day": soon(), "begins": "10:00", "ends": "11:00"},
    ),
    ("meeting:topic_put", "tanaka", lambda town, story: {"@conference": above(town), "title": "鍵の預かり方"}),
    ("meeting:topic_take", "tanaka", waits),
    ("meeting:table_seat", "tanaka", lambda town, story: {"@conference": above(town), "post": "福祉部長"}),
    ("meeting:table_seat_back", "tanaka", misspelt),
    ("meeting:table_attendance", "tanaka", seated),
    ("meeting:topic_pattern", "mori", plain(sender="tax", receiver="poverty")),
    (
        "meeting:resolve",
        "tanaka",
        lambda town, story: {"words": "案を作る", "taken_by": str(town("tanaka").duty), "due": soon()},
    ),
    ("meeting:raise_on", "tanaka", plain(kind="heads_table")),
    ("meeting:resolution_result", "tanaka", plain(result="done")),
    ("meeting:papers_made", "tanaka", plain()),
    ("meeting:copy_back", "tanaka", plain()),
    ("meeting:outside_letter", "tanaka", guest),
    ("meeting:outside_end", "tanaka", plain()),
)
