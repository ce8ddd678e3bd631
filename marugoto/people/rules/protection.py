"""Who can shut a record: one who goes on seeing it, with a reason."""

from uuid import UUID

from marugoto.kernel.decision import YES, Decision, no


def may_protect(worker: UUID, listed: frozenset[UUID], reason: str) -> Decision:
    if worker not in listed:
        return no("自分を外すと、この制限をだれも解けなくなります。", "自分も見られる人に入れてください。")
    if not reason.strip():
        return no("制限するわけが要ります。", "支援措置など、わけを書いてください。")
    return YES
