"""An opinion (声): somebody holds it until it is answered, and whoever gave it hears what became of it."""

from marugoto.evaluation.codes import OpinionSaid
from marugoto.kernel.decision import YES, Decision, no

ANSWERED_IN = 20  # opening days (ours)


def may_give(words: str) -> Decision:
    if words.strip():
        return YES
    return no("声が書かれていません。", "何が困るか、どうだとよいかを、一言で書いてください。名前は要りません。")


def may_answer_opinion(said: OpinionSaid, words: str, *, holds: bool, answered: bool, review: bool) -> Decision:
    """`review`: one that goes on was chosen."""
    if not holds:
        return no("答えるのは、ボールを持っている係です。", "持ち手に知らせてください。")
    if answered:
        return no("もう返事をしています。", "画面を開き直してください。")
    if said is OpinionSaid.TAKEN_UP and not review:
        return no(
            "どの見直しの提案にするかが選ばれていません。", "続いている見直しを選ぶか、先に見直しを始めてください。"
        )
    if not words.strip():
        return no("返事が書かれていません。", "届けた人が読んで分かるように、一言で書いてください。")
    return YES


def may_tell(*, there: bool, told: bool) -> Decision:
    """`there`: it is so; `told`: that was told already."""
    if not there:
        return no("まだそこまで進んでいません。", "返事や決定が書かれてから、伝えたことを残してください。")
    if told:
        return no("もう伝えています。", "画面を開き直してください。")
    return YES
