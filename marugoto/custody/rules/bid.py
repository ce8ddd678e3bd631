"""Who may say that they would hold a ball, and who answers."""

from marugoto.custody.codes import Stance
from marugoto.custody.rules.ball import Held, Stances
from marugoto.kernel.decision import YES, Decision, no


def may_bid(held: Held, stances: Stances, *, waiting: bool) -> Decision:
    """`waiting`: this team has offered itself already."""
    if held.settled:
        return no("このボールはおわっています。", "続けるなら、先にもう一度始めてください。")
    if Stance.HOLDER in stances:
        return no("このボールは、あなたの係が持っています。", "もう申し出る必要はありません。")
    if held.offered_to:
        return no(
            f"いま、{held.offered_to}の返事を待っています。", f"持ち手の{held.holder}に、直接声をかけてください。"
        )
    if waiting:
        return no("もう申し出てあります。", f"{held.holder}の返事を待っています。急ぐときは電話してください。")
    return YES


def may_refuse_bid(held: Held, stances: Stances, *, running: bool, worded: bool) -> Decision:
    if not running:
        return no("この申し出は、もう終わっています。", "画面を開き直してください。")
    if not stances & {Stance.HOLDER, Stance.RESCUER}:
        return no("答えるのは、いまの持ち手です。", f"持ち手は{held.holder}です。")
    if not worded:
        return no(
            "渡さないわけが書かれていません。", "一言でかまいません。「来週の面談までは、こちらで持ちます」のように。"
        )
    return YES


def may_withdraw_bid(*, running: bool, own: bool) -> Decision:
    """`own`: the viewer's team offered itself."""
    if not running:
        return no("この申し出は、もう終わっています。", "画面を開き直してください。")
    if not own:
        return no("取り下げられるのは、申し出た係だけです。", "申し出た係に頼んでください。")
    return YES
