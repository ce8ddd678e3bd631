"""An initiative: what has to be said of it, and who may write it."""

from datetime import date

from marugoto.agencies.codes import Role
from marugoto.kernel.decision import YES, Decision, no

WRITERS = frozenset({Role.COMMUNITY, Role.COORDINATOR, Role.PLANNER, Role.CHIEF})
AHEAD = 366  # days


def may_write_initiative(roles: frozenset[Role]) -> Decision:
    if roles & WRITERS:
        return YES
    return no(
        "取り組みを書けるのは、地域づくり・司令塔・計画・課長です。", "始めたことと日を、その人に伝えてください。"
    )


def may_begin(name: str, runner: str, *, since: date, today: date, taken: bool) -> Decision:
    """`taken`: another that runs has the same name."""
    if not name.strip():
        return no("取り組みの名前がありません。", "名前を書いてください。")
    if not runner.strip():
        return no("だれがしているかが書かれていません。", "課や団体の名前を書いてください。人の名前は要りません。")
    if (since - today).days > AHEAD:
        return no("始まる日が1年より先です。", "日を確かめてください。")
    if taken:
        return no("同じ名前の取り組みが、もうあります。", "一覧から開くか、区別できる名前にしてください。")
    return YES


def may_change(reason: str, *, running: bool) -> Decision:
    if not running:
        return no("もう終えた取り組みです。", "終えたものは直せません。新しく書いてください。")
    if not reason.strip():
        return no("直すわけが書かれていません。", "日や範囲を直すと数が変わります。なぜ直すかを一言で書いてください。")
    return YES


def may_end_initiative(reason: str, *, running: bool, since: date, day: date) -> Decision:
    if not running:
        return no("もう終えた取り組みです。", "一覧を開き直してください。")
    if day < since:
        return no("終わる日が、始まる日より前です。", "日を確かめてください。")
    if not reason.strip():
        return no("終えるわけが書かれていません。", "一言で書いてください。")
    return YES
