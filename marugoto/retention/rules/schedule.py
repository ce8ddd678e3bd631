"""For how long records are kept: the body's own numbers, counted from the closing.

No national rule was found for the records of this support (that of 生活保護, 1961, has classes of 1 to 10 years as a minimum, and lets
municipalities fix the periods). Therefore nothing here is in force by itself: PROPOSED is our own, unverified, and shown as that.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from marugoto.kernel.decision import YES, Decision, no
from marugoto.kernel.fiscal import APRIL, fiscal_year
from marugoto.kernel.jst import JST
from marugoto.retention.codes import Counted, RecordKind

LONGEST = 100
PROPOSED: Mapping[RecordKind, int | None] = {
    RecordKind.HOUSEHOLD: 5,
    RecordKind.PERSON: 3,
    RecordKind.CONSULTATION: 3,
    RecordKind.NOTICE: 3,
    RecordKind.INQUIRY: 3,
    RecordKind.APPROACH: 3,
    RecordKind.WATCH: 3,
    RecordKind.CONFERENCE: 5,
    RecordKind.ATTACHMENT: 5,
    RecordKind.LOOK: 10,
}


@dataclass(frozen=True)
class Period:
    """`years` None: for ever."""

    years: int | None
    counted: Counted


def over_on(period: Period, closed_on: date) -> date | None:
    """The first day on which it need not be kept any more; None: never."""
    if period.years is None:
        return None
    if period.counted is Counted.FISCAL:
        return date(fiscal_year(closed_on) + 1 + period.years, APRIL, 1)
    return _next_day(_years_later(closed_on, period.years))


def closed_before(period: Period, today: date) -> datetime | None:
    """What was closed before this moment is over today; None: nothing ever is."""
    if period.years is None:
        return None
    if period.counted is Counted.FISCAL:
        edge = date(fiscal_year(today) - period.years, APRIL, 1)
    else:
        edge = _years_later(today, -period.years)
    return datetime(edge.year, edge.month, edge.day, tzinfo=JST)


def may_set(years: int | None, *, leads: bool, since: date, today: date, source: str, reason: str) -> Decision:
    if not leads:
        return no("保存期間を決めるのは、自治体の個人情報の担当か課長です。", "委託先の人は決められません。")
    if not source.strip() or not reason.strip():
        return no(
            "何に書いてあるか、なぜかが書かれていません。", "文書管理規程などの名と、決めたわけを書いてください。"
        )
    if since < today:
        return no("過ぎた日から変えることはできません。", "きょうから後の日を選んでください。")
    if years is not None and not 1 <= years <= LONGEST:
        return no("年数は、1から100までの数です。", "ずっと残すときは、空けておいてください。")
    return YES


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return date(day.year + years, 3, 1)


def _next_day(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)
