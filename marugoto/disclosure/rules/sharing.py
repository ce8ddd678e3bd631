"""May this be told to somebody else, on this ground?"""

from dataclasses import dataclass
from uuid import UUID

from marugoto.disclosure.codes import GUARDED_PARTS, BasisCode, Part
from marugoto.disclosure.rules.basis import Basis
from marugoto.kernel.decision import YES, Decision, no


@dataclass(frozen=True)
class Sharing:
    """What is to be told. `agreed`: the parts that all persons concerned agreed to, or on which whoever may decide decided; None where
    the basis asks neither."""

    basis: Basis
    parts: frozenset[Part]
    agreed: frozenset[Part] | None
    reason: str
    seat: UUID | None


def may_share(sharing: Sharing) -> Decision:
    if not sharing.parts:
        return no("伝える部分が選ばれていません。", "何を伝えるかを一つ以上選んでください。")
    lacking = _lacking(sharing)
    if lacking and not sharing.basis.needs_decision:
        return no(
            "本人の同意が、伝える部分のすべてにはまだありません。",
            "「相談と支援の記録」も含めて同意を得るか、同意のある部分だけを選ぶか、支援会議に諮ってください。",
        )
    if sharing.basis.asks_reason and not sharing.reason.strip():
        return no(f"「{sharing.basis.name}」には理由が要ります。", "理由を書いてください。")
    if lacking:
        return no(
            f"「{sharing.basis.name}」は、伝える人とは別の人が決めてからです。その決定が、まだありません。",
            "「決定を求める」を押すと、決められる人に届きます。書いたことは残ります。",
        )
    if sharing.basis.by_conference and sharing.seat is None:
        return no(f"「{sharing.basis.name}」では、席にいる人にだけ伝えられます。", "会議の席を作ってください。")
    if sharing.parts & GUARDED_PARTS and not _guarded(sharing):
        return no("保護住所と知らせた人のことは、会議の席だけでは開けません。", "その部分を外してください。")
    return YES


def _lacking(sharing: Sharing) -> bool:
    """Somebody's yes is missing for what is to be told."""
    asks = sharing.basis.needs_consent or sharing.basis.needs_decision
    agreed = frozenset[Part]() if sharing.agreed is None and asks else sharing.agreed
    return agreed is not None and not sharing.parts <= agreed


def _guarded(sharing: Sharing) -> bool:
    """On a reason or on consent; and within the own house whoever takes a notice over may know who is to be answered."""
    if sharing.basis.asks_reason or sharing.agreed is not None:
        return True
    return sharing.basis.code is BasisCode.OWN_DUTY and Part.SHELTER not in sharing.parts
