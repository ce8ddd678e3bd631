"""Many balls at once: what may be taken back of it, and when there is nothing to do."""

from marugoto.custody.rules.succession import MOST_AT_ONCE
from marugoto.kernel.decision import YES, Decision, Refused, no


def may_hand_many(balls: int, *, to_self: bool) -> Decision:
    if to_self:
        return no("渡す先が、あなたの係です。", "係の人に渡すなら、その人を選んでください。")
    if not balls:
        return no("渡すボールが選ばれていません。", "一つ以上に印をつけてください。")
    if balls > MOST_AT_ONCE:
        return no(f"一度に渡せるのは{MOST_AT_ONCE}個までです。", "分けて渡してください。")
    return YES


def may_take_back_many(*, own: bool, left_to_do: int) -> Decision:
    """`left_to_do`: lines that were done and are not taken back yet."""
    if not own:
        return no("取り下げられるのは、渡した係だけです。", "渡した係に頼んでください。")
    if not left_to_do:
        return no("取り下げるものは、もうありません。", "表の一つずつのようすを見てください。")
    return YES


def may_give_back(*, holder_same: bool, person_same: bool) -> Decision:
    """In the same team: only while the ball lies where it was put."""
    if not holder_same:
        return no("もう、ほかの係に移っています。", "その係に声をかけてください。")
    if not person_same:
        return no("担当が、その後また替わっています。", "いまの担当に声をかけてください。")
    return YES


def in_words(refused: Refused) -> str:
    return f"{refused.sentence}{refused.way_on}"
