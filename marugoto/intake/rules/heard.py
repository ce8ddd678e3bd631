"""When something was heard, where it is typed in later: a paper of the window keeps both times (受付日 on the forms of 自立相談支援).

Days for an answer count from the day on which a worker heard it, not from the day of typing: whoever told has waited since then.
This is ours; no law says from when a notice counts. The clock of a ball counts from the typing, for only then somebody could hold it.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from marugoto.kernel.decision import YES, Decision, no
from marugoto.kernel.jst import JST

LONG_AGO = timedelta(days=365)  # ours: whoever slips by a year would make a notice late for as long


@dataclass(frozen=True)
class Heard:
    """`hour` as far as it was noted."""

    day: date
    hour: time | None = None


def may_have_heard(heard: Heard, at: datetime) -> Decision:
    """Nothing is heard after it is written down."""
    now = at.astimezone(JST)
    if heard.day > now.date():
        return no("聞いた日が、きょうより先になっています。", "日付を直してください。")
    if heard.day == now.date() and heard.hour is not None and heard.hour > now.time():
        return no("聞いた時刻が、いまより先になっています。", "時刻を直すか、空けてください。")
    return YES


def may_tell_of(heard: Heard, at: datetime) -> Decision:
    """The days for an answer count from then."""
    if heard.day <= at.astimezone(JST).date() - LONG_AGO:
        return no(
            "聞いた日が、1年以上前になっています。",
            "年を確かめてください。ほんとうに1年以上前なら、きょうの日付にして、いつ聞いたかを言葉に書いてください。",
        )
    return may_have_heard(heard, at)
