"""What was open to somebody and is no more: what is missing by now, and one lawful way on.

Said only of what stood open to the reader himself and still stands on a list of his; of anything else nothing is said, as if it were
not there.
"""

from dataclasses import dataclass

from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.rules.basis import Basis


@dataclass(frozen=True)
class Missing:
    what: str
    way_on: str


BY_BASIS = {
    BasisCode.OWN_DUTY: Missing("その仕事は、ほかの係に移りました。", "いまの持ち手の係に尋ねてください。"),
    BasisCode.CONSENT: Missing(
        "本人の同意が、いまはありません。", "本人に聞き直して答えを残すか、会議にかけてください。"
    ),
    BasisCode.PURPOSE_CHANGE: Missing(
        "目的外の提供の決定が、終わったか取り消されました。",
        "渡した係に、もう一度決定を求めてもらうか、本人の同意を得てください。",
    ),
    BasisCode.EMERGENCY: Missing(
        "急ぎで開いた60分が終わりました。", "まだあぶないときは、もう一度、急ぎで開いてください。"
    ),
}
OF_A_SEAT = Missing("席で読める期間が終わりました。", "続きが要るときは、次の会議の議題にしてもらってください。")
OF_A_ROLE = Missing(
    "会議で決まった役割が、ほかの係に移ったか、おわりました。", "いまの持ち手の係に尋ねるか、次の会議にかけてください。"
)


def what_is_missing(basis: Basis, *, seat: bool) -> Missing:
    """`seat`: it had been open to one who sat at the table, not to a team for its role."""
    if basis.by_conference:
        return OF_A_SEAT if seat else OF_A_ROLE
    return BY_BASIS[basis.code]
