"""宿題: what follows has a day and exactly one holder, and ends with a word on what became of it."""

from datetime import date, timedelta

from marugoto.community.codes import FieldTaskEnd
from marugoto.kernel.decision import YES, Decision, no

FURTHEST = timedelta(days=400)
ASK_AFTER = timedelta(days=90)  # after a training somebody asks what became of it


def may_set(words: str, *, due: date, today: date, works: bool) -> Decision:
    """`works`: the holder wears that hat today."""
    if not words:
        return no("何をするかが書かれていません。")
    if due < today:
        return no("宿題の日が過ぎています。", "きょうより後の日を書いてください。")
    if due - today > FURTHEST:
        return no("宿題の日が遠すぎます。", "400日以内の日を書いてください。")
    if not works:
        return no("その人は、いまこの役割では働いていません。", "ほかの人を選んでください。")
    return YES


def may_end(end: FieldTaskEnd, words: str, *, theirs: bool, ended: bool, asks_after: bool = False) -> Decision:
    """`theirs`: the viewer's team holds its ball. `asks_after`: it is done when what came of the training is written, and it is not."""
    if ended:
        return no("この宿題は、もう終わっています。")
    if not theirs:
        return no("終わりにできるのは、持っている人とその係です。", "持っている人に知らせてください。")
    if asks_after and end is FieldTaskEnd.DONE:
        return no("研修の「そのあと」が、まだ書かれていません。", "研修のページで、どうなったかを書いてください。")
    if end is FieldTaskEnd.DROPPED and not words:
        return no("やめたわけが書かれていません。", "一言で書いてください。")
    return YES


def may_take(*, held: bool, theirs: bool, ended: bool) -> Decision:
    """`held`: by the taker already; `theirs`: the viewer's team holds its ball."""
    if ended:
        return no("この宿題は、もう終わっています。")
    if held:
        return no("その人が、もう持っています。")
    if not theirs:
        return no("渡せるのは、持っている人とその係です。", "持っている人に頼んでください。")
    return YES


def asks_after(held_on: date) -> date:
    return held_on + ASK_AFTER
