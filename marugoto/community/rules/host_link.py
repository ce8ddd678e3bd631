"""The link through which a group says of itself that nothing changed: for one place, until a day, and not after it is withdrawn."""

from dataclasses import dataclass
from datetime import date, timedelta

from marugoto.kernel.decision import YES, Decision, no

USUAL, LONGEST = timedelta(days=30), timedelta(days=366)


@dataclass(frozen=True)
class Link:
    """`until` is exclusive."""

    until: date
    withdrawn: bool = False


def may_give(*, until: date, today: date) -> Decision:
    if until <= today:
        return no("リンクの終わりの日が、きょうより前です。", "これからの日を書いてください。")
    if until > today + LONGEST:
        return no("リンクは一年より長くは出せません。", "一年のうちの日を書いてください。")
    return YES


def opens(link: Link, *, today: date) -> Decision:
    if link.withdrawn:
        return no("このリンクは、取り消されています。", "町の担当に電話で知らせてください。")
    if today >= link.until:
        return no("このリンクは、期限が過ぎています。", "町の担当に電話で知らせてください。")
    return YES
