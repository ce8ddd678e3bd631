"""What was promised to whoever keeps a place, and what it forbids: obeyed wherever a place leaves the house or is proposed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from marugoto.community.codes import PromiseKind, Tier
from marugoto.community.rules.check import cannot_be_reached
from marugoto.kernel.decision import YES, Decision, no


@dataclass(frozen=True)
class Promised:
    """`until` is exclusive; empty: until it is lifted."""

    kind: PromiseKind
    since: date
    until: date | None = None


def in_force(promises: Iterable[Promised], day: date) -> frozenset[PromiseKind]:
    return frozenset(one.kind for one in promises if one.since <= day and (one.until is None or day < one.until))


def may_leave_house(tier: str, promises: Collection[PromiseKind]) -> bool:
    """Onto the porch, into an export, onto a poster: public places only, and none whose host does not want to be listed."""
    return tier == Tier.PUBLIC and not promises


def may_be_proposed(promises: Collection[PromiseKind], tries: Collection[date]) -> Decision:
    """To somebody who looks for a place. A place that is only not listed in public may be: the worker asks there first."""
    if PromiseKind.NOT_CONTACTED in promises:
        return no("こちらから連絡しない約束の場所です。")
    if cannot_be_reached(tries):
        return no("続けて連絡がつかない場所です。", "連絡がついて確かめられれば、また候補になります。")
    return YES


def may_be_contacted(promises: Collection[PromiseKind]) -> Decision:
    """Calls, visits and links to the group alike."""
    if PromiseKind.NOT_CONTACTED in promises:
        return no("こちらから連絡しない約束の場所です。", "約束がとけるまで、連絡もリンクもお待ちください。")
    return YES


def may_promise(*, since: date, until: date | None) -> Decision:
    if until is not None and until <= since:
        return no("約束の終わりの日が、始まりの日より前です。", "終わりの日を直すか、空けておいてください。")
    return YES
