"""Who tends the town's list of places. Everybody in support may read it; one hand keeps it, so that it can be trusted."""

from collections.abc import Collection
from datetime import date

from marugoto.agencies.codes import Role
from marugoto.community.rules.field_note import names_in
from marugoto.kernel.decision import YES, Decision, no

# The office and the planners keep official lists: what they bring in by a file they may also put right by hand.
TENDERS = frozenset({Role.COMMUNITY, Role.COORDINATOR, Role.PLANNER, Role.OFFICE, Role.SYSTEM})


def may_tend(roles: Collection[Role]) -> Decision:
    if TENDERS.isdisjoint(roles):
        return no(
            "場所を書き換えるのは、地域づくり・司令塔・企画・庶務の担当です。",
            "違いに気づいたら、地域づくりの担当に知らせてください。",
        )
    return YES


def may_be_told(words: str) -> Decision:
    """Words that residents read on the porch as they stand: why somewhere is closed is told, who is ill is not."""
    found = names_in(words)
    if found:
        return no(
            f"「{'」「'.join(found[:3])}」は、人の名前や電話に見えます。この言葉は、軒先で住民にも見えます。",
            "名前を書かずに、わけだけを書いてください。",
        )
    return YES


def may_widen(*, since: date, today: date, welcomed: bool) -> Decision:
    """`welcomed`: they are welcome there already."""
    if since > today:
        return no("まだ来ていない日です。", "迎えはじめた日を書くか、空けておいてください。")
    if welcomed:
        return no("もう、この方たちを迎えています。")
    return YES


def may_narrow(*, since: date | None, until: date, today: date) -> Decision:
    """`since`: from when on they have been welcome, or nothing; `until`: the first day on which they are not."""
    if since is None:
        return no("この方たちを迎えるとは、書かれていません。")
    if until > today:
        return no("まだ来ていない日です。", "迎えなくなった日を書くか、空けておいてください。")
    if until < since:
        return no("迎えはじめた日より前になっています。", "迎えはじめた日のあとの日を書いてください。")
    return YES
