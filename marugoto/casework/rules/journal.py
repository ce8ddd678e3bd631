"""What can be written into the journal."""

from datetime import datetime

from marugoto.kernel.decision import YES, Decision, no


def may_write(words: str, *, happened_at: datetime, at: datetime) -> Decision:
    if not words:
        return no("記録がまだ書かれていません。", "見たこと・聞いたことを書いてください。")
    if happened_at > at:
        return no("まだ来ていない日時の記録はできません。", "日時を直してください。")
    return YES
