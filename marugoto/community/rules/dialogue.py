"""A dialogue names the body it was held with, and what was said there."""

from datetime import date

from marugoto.kernel.decision import YES, Decision, no


def may_hold(name: str, said: str, *, day: date, today: date) -> Decision:
    if not name:
        return no("どこと話したかが書かれていません。", "機関や団体の名前を書いてください。")
    if not said:
        return no("何と言われたかが書かれていません。")
    if day > today:
        return no("まだ来ていない日の対話です。", "これからの分は、予定に書いてください。")
    return YES
