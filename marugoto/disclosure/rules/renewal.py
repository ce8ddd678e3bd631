"""支援措置 runs for a year and can be granted for longer from a month before (住民基本台帳事務処理要領; docs/reference/law.md).

On the day it runs out the measure of the resident register lapses. What is shut here stays shut until a listed person ends it: a
file that opens by itself on a day nobody looked at cannot be shut again for those who have read it. That is a choice of ours, on the
safe side, and is said on the page.
"""

from datetime import date
from enum import StrEnum

from marugoto.kernel.decision import YES, Decision, no

MONTHS = 12


class Stage(StrEnum):
    RUNNING = "running"
    SOON = "soon"  # within the month before
    OVER = "over"


def renewable_from(due: date) -> date:
    """The same day of the month before; where that month is too short, its last day."""
    year, month = (due.year - 1, MONTHS) if due.month == 1 else (due.year, due.month - 1)
    return _day(year, month, due.day)


def a_year_on(day: date) -> date:
    return _day(day.year + 1, day.month, day.day)


def stage(due: date, today: date) -> Stage:
    """`due` is the last day of the measure."""
    if today > due:
        return Stage.OVER
    return Stage.SOON if today >= renewable_from(due) else Stage.RUNNING


def may_renew(*, listed: bool, due: date | None, until: date, today: date, reason: str) -> Decision:
    """`until`: the last day that was granted now. After the end it counts from today on: it was applied for anew."""
    if not listed:
        return no("この制限の名簿に、あなたは入っていません。", "名簿に入っている人に頼んでください。")
    if due is None:
        return no("この制限には、期限が書かれていません。", "続けるだけなら、何もしなくて大丈夫です。")
    if stage(due, today) is Stage.RUNNING:
        return no("延長できるのは、期限の一か月前からです。", "その日が近づくと、「きょう」に出ます。")
    if not reason.strip():
        return no("何で確かめたかが要ります。", "「〇月〇日に延長の申出を確認」のように書いてください。")
    begins = max(due, today)
    if until <= begins:
        return no("新しい期限が、いまの期限よりあとではありません。", "決定通知にある日を書いてください。")
    if until > a_year_on(begins):
        return no("支援措置は一年ごとです。", "一年より先の日は書けません。決定通知の日をたしかめてください。")
    return YES


def _day(year: int, month: int, day: int) -> date:
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1
