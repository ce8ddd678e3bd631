"""Before a team takes a ball it may ask back once, and is answered: the offer waits on, with a new day for its answer."""

from marugoto.custody.codes import Stance
from marugoto.custody.rules.ball import Asked, Held, Stances, already_ended
from marugoto.kernel.decision import YES, Decision, no


def may_ask_more(held: Held, stances: Stances, asked: Asked, *, worded: bool, before: bool) -> Decision:
    """`before`: it has asked already; what is still unclear then is said on the telephone."""
    if asked.ended is not None:
        return already_ended(held, asked)
    if Stance.OFFERED not in stances:
        return no(f"聞き返せるのは、渡された{asked.to}です。", f"持ち手の{held.holder}に、電話で聞いてください。")
    if before:
        return no("もう一度聞き返しています。", "続きは、渡した人に電話で聞いてください。")
    if not worded:
        return no("聞きたいことが書かれていません。", "何が分かれば決められるかを、一言書いてください。")
    return YES


def may_reply(
    held: Held, stances: Stances, asked: Asked, *, worded: bool, waiting: bool, offered: bool = False
) -> Decision:
    """`waiting`: something was asked and not answered yet. Whoever rescues reads the question, and answers it, where his team
    `offered` in the holder's place."""
    if asked.ended is not None:
        return already_ended(held, asked)
    if Stance.HOLDER not in stances and not (offered and Stance.RESCUER in stances):
        return no("聞き返しに答えられるのは、渡した係です。", f"持ち手の{held.holder}に伝えてください。")
    if not waiting:
        return no("答えを待っている聞き返しは、ありません。", "画面を開き直してください。")
    if not worded:
        return no("答えが書かれていません。", "分からないときは、分からないと書いてください。")
    return YES
