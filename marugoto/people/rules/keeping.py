"""Who keeps records of persons: those who support them; a window outside welfare raises a notice and sees no household."""

from marugoto.agencies.codes import Role
from marugoto.kernel.decision import YES, Decision, no

KEEPERS = frozenset({Role.COUNSELLOR, Role.COORDINATOR, Role.COMMUNITY, Role.CHIEF, Role.SYSTEM})


def may_keep(roles: frozenset[Role]) -> Decision:
    """May a duty with these roles begin or change a record of a person?"""
    if roles.isdisjoint(KEEPERS):
        return no(
            "この役割では、人の記録を作ったり直したりしません。", "心配な様子は「気づき」として知らせてください。"
        )
    return YES
