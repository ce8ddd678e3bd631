"""Who may ask the holder of a ball how it stands, and who answers. Nobody needs to know whose matter it is."""

from marugoto.custody.codes import Stance
from marugoto.custody.rules.ball import Held, Stances
from marugoto.kernel.decision import YES, Decision, no


def may_ask(held: Held, stances: Stances, *, oversees: bool, asked: bool) -> Decision:
    """`oversees`: the control tower, or a section chief; `asked`: a question is open already."""
    if not oversees:
        return no(
            "持っている係にたずねられるのは、司令塔と課長です。", f"持ち手の{held.holder}に、直接声をかけてください。"
        )
    if held.settled:
        return no("このボールはおわっています。", "続けるなら、先にもう一度始めてください。")
    if Stance.HOLDER in stances:
        return no("このボールは、あなたの係が持っています。", "係の中の人に聞いてください。")
    if asked:
        return no(f"{held.holder}には、もうたずねてあります。", "返事を待っています。急ぐときは電話してください。")
    return YES


def may_answer_asking(held: Held, stances: Stances, *, running: bool, worded: bool) -> Decision:
    if not running:
        return no("このたずねごとは、もう終わっています。", "画面を開き直してください。")
    if not stances & {Stance.HOLDER, Stance.RESCUER}:
        return no("返事をするのは、いまの持ち手です。", f"持ち手は{held.holder}です。")
    if not worded:
        return no("返事が書かれていません。", "一言でかまいません。「あす訪ねます」のように書いてください。")
    return YES


def may_take_back_asking(*, running: bool, own: bool) -> Decision:
    """`own`: the viewer's team asked."""
    if not running:
        return no("このたずねごとは、もう終わっています。", "画面を開き直してください。")
    if not own:
        return no("取り消せるのは、たずねた係だけです。", "たずねた係に頼んでください。")
    return YES
