"""What can be written into the journal."""

from datetime import date, datetime

from marugoto.kernel.decision import YES, Decision, no


def may_write(words: str, *, happened_at: datetime, at: datetime) -> Decision:
    if not words:
        return no("記録がまだ書かれていません。", "見たこと・聞いたことを書いてください。")
    if happened_at > at:
        return no("まだ来ていない日時の記録はできません。", "日時を直してください。")
    return YES


def may_promise(words: str, day: date | None, *, written_for: date) -> Decision:
    """What stands in the calendar has words, and was not late before it was promised. `written_for`: the day of the entry."""
    if day is None:
        return YES
    if not words:
        return no("約束の日だけが書かれています。", "「約束したこと」も書くか、日を消してください。")
    if day < written_for:
        return no("約束の日が、記録した日より前です。", "日付を直してください。")
    return YES
