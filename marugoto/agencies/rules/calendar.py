"""When a body may differ from the general calendar (地方自治法4条の2: 休日 are set by each body's own 条例)."""

from dataclasses import dataclass

from marugoto.kernel.decision import YES, Decision, no


@dataclass(frozen=True)
class Asked:
    """A day somebody wants to close or open: open by weekends, holidays and the turn of the year; spoken of already; gone by."""

    open_by_rule: bool
    said: bool = False
    past: bool = False
    named: bool = True


def may_close(asked: Asked, *, is_open: bool, keeps_calendar: bool) -> Decision:
    if not keeps_calendar:
        return _not_yours()
    if asked.past:
        return _gone_by()
    if asked.said:
        return no("その日のことは、もう書いてあります。", "変えるときは、先に、書いてあるものを取り消してください。")
    if is_open and asked.open_by_rule:
        return no("その日は、もともと開いています。", "日付を確かめてください。")
    if not is_open and not asked.open_by_rule:
        return no("その日は、土日・祝日・年末年始で、もともと閉まっています。", "日付を確かめてください。")
    if not asked.named:
        return no("何の日かが書かれていません。", "「夏の閉庁日」のように、一言書いてください。")
    return YES


def may_take_back(*, removed: bool, past: bool, reasoned: bool, keeps_calendar: bool) -> Decision:
    if not keeps_calendar:
        return _not_yours()
    if removed:
        return no("この日は、もう取り消されています。", "画面を開き直してください。")
    if past:
        return _gone_by()
    if not reasoned:
        return no("取り消すわけが書かれていません。", "あとから読む人のために、一言書いてください。")
    return YES


def _not_yours() -> Decision:
    return no("開庁日を変えられるのは、庶務か課長です。", "庶務の人に頼んでください。")


def _gone_by() -> Decision:
    return no("過ぎた日は変えられません。", "数え終わった日数が変わらないように、きょうか先の日を選んでください。")
