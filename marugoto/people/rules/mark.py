"""Which marks a picture of a family may carry."""

from uuid import UUID

from marugoto.kernel.decision import YES, Decision, no
from marugoto.people.codes import CARERS, FAMILY_ROLES, MarkKind


def may_stand(one: UUID, other: UUID, *, now: MarkKind | None, kind: MarkKind) -> Decision:
    """`now`: how they stand by what is written; None where nothing is."""
    if one == other:
        return no("同じ方どうしの間柄は書けません。", "相手の方を選んでください。")
    if kind in FAMILY_ROLES:
        return no("それは、二人の間柄ではありません。", "「キーパーソン・介護をする人」で選んでください。")
    if now is kind:
        return no("もうそのように書かれています。")
    return YES


def instead_of(role: MarkKind) -> tuple[MarkKind, ...]:
    """The roles of which a person has only one at once."""
    return CARERS if role in CARERS else (role,)


def may_have(role: MarkKind, *, now: MarkKind | None, shown: bool) -> Decision:
    """`now`: the one of `instead_of` that is written; `shown`: living, and of this household or its family."""
    if role not in FAMILY_ROLES:
        return no("それは、二人の間柄です。", "「二人の間柄を書く」で選んでください。")
    if not shown:
        return no("この世帯と家族の人から選んでください。", "先に、家族のつながりを書いてください。")
    if now is role:
        return no("もうそのように書かれています。")
    return YES
