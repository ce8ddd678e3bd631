"""On which ground somebody may ask whether another office keeps a record, and whether an answer is still awaited."""

from dataclasses import dataclass
from uuid import UUID

from marugoto.disclosure.codes import BasisCode
from marugoto.kernel.decision import YES, Decision, no

# A conference asks at its own table; there the question is an item, not a search.
GROUNDS = (BasisCode.OWN_DUTY, BasisCode.CONSENT, BasisCode.PURPOSE_CHANGE, BasisCode.EMERGENCY)


def may_inquire_on(basis: BasisCode) -> Decision:
    if basis not in GROUNDS:
        return no("会議の根拠では、記録のあるなしを尋ねられません。", "その会議の議題として聞いてください。")
    return YES


@dataclass(frozen=True)
class Decided:
    """A decision of the asker's own team that something may be told for another purpose: whether it is in force, whom it tells, and
    whether whoever is asked about is one of those it is about."""

    ours: bool
    running: bool
    receiver: UUID
    about: bool


def may_rest_on(basis: BasisCode, decided: Decided | None) -> Decision:
    """To ask an office about somebody tells it of him: on 69条2項2号・3号 that needs a decision like every other telling."""
    if basis is not BasisCode.PURPOSE_CHANGE:
        return YES
    if decided is None or not decided.ours or not decided.running:
        return no(
            "目的外の提供で尋ねるには、決まった「目的外の提供」が要ります。",
            "「目的外の提供」で求めて、課長か首長が認めてから、それを選んで尋ねてください。",
        )
    if not decided.about:
        return no(
            "選んだ「目的外の提供」は、この人についてのものではありません。",
            "この人についての決定を選ぶか、新しく求めてください。",
        )
    return YES


def may_answer(*, answered: bool) -> Decision:
    if answered:
        return no("この問い合わせには、もう答えています。", "続きは、電話で話してください。")
    return YES
