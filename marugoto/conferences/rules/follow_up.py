"""Who says what became of a decision, and what may be said after what was said."""

from dataclasses import dataclass

from marugoto.conferences.codes import Followed
from marugoto.kernel.decision import YES, Decision, no

FINAL = frozenset({Followed.DONE, Followed.NOT_POSSIBLE})


@dataclass(frozen=True)
class Told:
    """What somebody wants to say. `takes`: of the team that took it on; `hosts`: of the team that called the conference; `newest`: what
    was said last, with its words."""

    result: Followed
    words: str
    takes: bool = False
    hosts: bool = False
    newest: Followed | None = None
    newest_words: str = ""


def may_follow_up(told: Told) -> Decision:
    """It is said by those whose matter it is: whoever only sat there reads what they say. The same is not said twice, and what has
    ended is put right with a reason, or by another decision."""
    if not told.takes and not told.hosts:
        return no(
            "どうなったかを残せるのは、引き受けた係と、会議を呼びかけた係です。",
            "知っていることがあれば、引き受けた係に電話で伝えてください。",
        )
    if told.result is not Followed.DONE and not told.words:
        return no("どこまでできたか、なぜできなかったかが書かれていません。", "一言書いてください。")
    if told.newest is told.result and (told.result in FINAL or told.words == told.newest_words):
        return no("同じことが、もう残っています。", "画面を開き直して、いまのようすを確かめてください。")
    if told.newest in FINAL and not told.words:
        return no("もう終わったと残っている決定です。", "まちがいを直すときは、わけを一言書いてください。")
    return YES
