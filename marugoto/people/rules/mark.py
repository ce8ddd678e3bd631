"""Which marks a picture of a family may carry."""

from uuid import UUID

from marugoto.kernel.decision import YES, Decision, no
from marugoto.people.codes import MarkKind


def may_stand(one: UUID, other: UUID, *, now: MarkKind | None, kind: MarkKind) -> Decision:
    """`now`: how they stand by what is written; None where nothing is."""
    if one == other:
        return no("同じ方どうしの間柄は書けません。", "相手の方を選んでください。")
    if kind is MarkKind.KEY_PERSON:
        return no("キーパーソンは、二人の間柄ではありません。", "「キーパーソンにする」で選んでください。")
    if now is kind:
        return no("もうそのように書かれています。")
    return YES


def may_be_key(*, shown: bool, already: bool) -> Decision:
    """`shown`: of this household or its family."""
    if not shown:
        return no("この世帯と家族の人から選んでください。", "先に、家族のつながりを書いてください。")
    if already:
        return no("もうキーパーソンになっています。")
    return YES
