"""Whether it lasts: 90 and 180 days after somebody settled, somebody asks the person and the host. And which answer follows which."""

from collections.abc import Collection
from datetime import date, timedelta

from marugoto.kernel.decision import YES, Decision, no
from marugoto.participation.codes import GoodEnd, MatchState, StillThere, WhyNot

MARKS = (90, 180)
STAYING = frozenset({MatchState.SETTLED, MatchState.HELPING})
NOTHING_CAME = frozenset({MatchState.NO_ROOM, MatchState.UNWILLING})
GOING = frozenset({StillThere.GOES, StillThere.SOMETIMES})
EARLY = timedelta(days=14)  # so long before the day it may be done


def next_look(settled_on: date, done: Collection[int]) -> tuple[int, date] | None:
    """The first mark at which nobody has looked yet, with its day; None when both are done."""
    left = [mark for mark in MARKS if mark not in done]
    return (left[0], settled_on + timedelta(days=left[0])) if left else None


def may_look(*, state: MatchState, due: tuple[int, date] | None, today: date) -> Decision:
    if state not in STAYING:
        return no("続いているつなぎだけ、様子を見られます。", "「続いている」にしてから書いてください。")
    if due is None:
        return no("90日と180日の様子は、どちらも書かれています。")
    if today < due[1] - EARLY:
        return no("まだ様子を見る日ではありません。", "2週間前から書けます。")
    return YES


def may_move(now: MatchState, to: MatchState, *, why: WhyNot | None, good: GoodEnd | None) -> Decision:
    """What is said with a step belongs to it: a reason with what came to nothing, a good end with an end."""
    if now is to and to in {*STAYING, MatchState.ENDED}:
        return no("このつなぎは、もうその段になっています。", "書き足すことは、訪問か様子の欄に書いてください。")
    if why and good:
        return no("「うまくいかなかったわけ」と「よいおわり」は、どちらか一つです。", "片方を空けてください。")
    if why and to not in {*NOTHING_CAME, MatchState.ENDED}:
        return no(
            "うまくいかなかったわけは、空きがない・行きたくない・おわりのときに書きます。", "わけを空けてください。"
        )
    if good and to is not MatchState.ENDED:
        return no("よいおわりは、「おわり」のときに書きます。", "段を「おわり」にするか、空けてください。")
    if to is MatchState.HELPING and now not in STAYING:
        return no("担い手になったと書けるのは、続いているつなぎだけです。", "先に「続いている」にしてください。")
    return YES
