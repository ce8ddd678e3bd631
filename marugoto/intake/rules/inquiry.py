"""On which ground somebody may ask whether another office keeps a record, and whether an answer is still awaited."""

from marugoto.disclosure.codes import BasisCode
from marugoto.kernel.decision import YES, Decision, no

# A conference asks at its own table; there the question is an item, not a search.
GROUNDS = (BasisCode.OWN_DUTY, BasisCode.CONSENT, BasisCode.PURPOSE_CHANGE, BasisCode.EMERGENCY)


def may_inquire_on(basis: BasisCode) -> Decision:
    if basis not in GROUNDS:
        return no("会議の根拠では、記録のあるなしを尋ねられません。", "その会議の議題として聞いてください。")
    return YES


def may_answer(*, answered: bool) -> Decision:
    if answered:
        return no("この問い合わせには、もう答えています。", "続きは、電話で話してください。")
    return YES
