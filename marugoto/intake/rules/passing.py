"""To whom a notice or a consultation may be handed on, and on what ground its words go along (個人情報保護法69条).

What was told is one piece: without it nobody can act or answer, so it never goes without a ground that lasts as long as it is held.
"""

from dataclasses import dataclass

from marugoto.agencies.codes import Role
from marugoto.disclosure.codes import BasisCode
from marugoto.kernel.decision import YES, Decision, no

READERS = frozenset({Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF})  # who reads and answers what came in
GROUNDS = (BasisCode.OWN_DUTY, BasisCode.CONSENT, BasisCode.PURPOSE_CHANGE)


@dataclass(frozen=True)
class Passing:
    """`inside`: giver and receiver are of one house; `reads`: somebody there reads what came in; `named`: it is known whom it is
    about, so that he can have agreed."""

    to: str
    inside: bool
    reads: bool
    named: bool


def may_pass(basis: BasisCode | None, passing: Passing) -> Decision:
    if basis is None or basis not in GROUNDS:
        return no(
            "どの根拠で中身を伝えるかが選ばれていません。",
            "根拠を選んでください。中身が読めないと、受け取った係は動くことも答えることもできません。",
        )
    if not passing.reads:
        return no(
            f"{passing.to}には、気づきや相談を読んで答える役割の人がいません。",
            "福祉の相談を受ける係を選んでください。",
        )
    if basis is BasisCode.OWN_DUTY and not passing.inside:
        return no(
            f"{passing.to}は別の機関なので、「自分の機関の仕事」では伝えられません。",
            "目的外の提供の決定を求めるか、本人の同意を得てから渡してください。",
        )
    if basis is BasisCode.CONSENT and not passing.named:
        return no("だれのことかがまだ分からないので、同意では伝えられません。", "ほかの根拠を選んでください。")
    return YES
