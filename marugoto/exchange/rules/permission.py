"""Who may bring a list of places in: those who look after places, and the office that keeps the town's lists."""

from collections.abc import Collection

from marugoto.agencies.codes import Role
from marugoto.kernel.decision import YES, Decision, no

IMPORTERS = frozenset({Role.COMMUNITY, Role.COORDINATOR, Role.PLANNER, Role.OFFICE, Role.SYSTEM})


def may_import(roles: Collection[Role]) -> Decision:
    if IMPORTERS.isdisjoint(roles):
        return no(
            "場所の一覧を取り込めるのは、地域づくり・企画・庶務の担当です。", "担当の人に、ファイルを渡してください。"
        )
    return YES
