"""Who keeps records of persons: those who support them; a window outside welfare raises a notice and sees no household."""

from marugoto.agencies.codes import Role
from marugoto.kernel.decision import YES, Decision, no

KEEPERS = frozenset({Role.COUNSELLOR, Role.COORDINATOR, Role.COMMUNITY, Role.CHIEF, Role.SYSTEM})


def may_correct(seen: int | None, now: int) -> Decision:
    """`seen`: the number of corrections the writer knew of; None where he did not open a page."""
    if seen is not None and seen != now:
        return no("ほかの人が、先に直しました。", "いまの書き方を見て、まだ違うところだけを直してください。")
    return YES


def may_keep(roles: frozenset[Role]) -> Decision:
    """May a duty with these roles begin or change a record of a person?"""
    if roles.isdisjoint(KEEPERS):
        return no(
            "この役割では、人の記録を作ったり直したりしません。", "心配な様子は「気づき」として知らせてください。"
        )
    return YES
