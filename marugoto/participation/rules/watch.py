"""Watch-over (見守り): somebody looks in regularly, and a round that was missed is told (社会福祉法106条の3第1項1号)."""

from datetime import date, timedelta

from marugoto.kernel.decision import YES, Decision, no
from marugoto.participation.codes import Looker, LookResult

LONGEST_DAYS = 92


def next_look(day: date, every: int, result: LookResult) -> date:
    """As usual: after the interval. Nobody seen: the day after. A worry: at once, and it stays on the list until somebody has gone."""
    if result is LookResult.AS_USUAL:
        return day + timedelta(days=every)
    return day + timedelta(days=1) if result is LookResult.NOT_SEEN else day


def late_by(due: date | None, day: date) -> int:
    """By how many days a round came after its day."""
    return max(0, (day - due).days) if due else 0


def may_watch(*, every: int, why: str, looker: Looker, words: str, agreed: bool) -> Decision:
    """`words`: who it is; `agreed`: the firm's agreement is named."""
    if not 1 <= every <= LONGEST_DAYS:
        return no(f"間隔は1日から{LONGEST_DAYS}日までです。", "それより長いと、変わったことに気づけません。")
    if not why.strip():
        return no("なぜ見守るのかが書かれていません。", "一言書いてください。")
    if looker is Looker.FIRM and not agreed:
        return no("どの事業所との協定かが選ばれていません。", "「見守り協定」から選んでください。")
    if looker in {Looker.COMMISSIONER, Looker.NEIGHBOUR, Looker.FAMILY} and not words.strip():
        return no("だれが見るのかが書かれていません。", "名前か、呼びかたを書いてください。")
    return YES


def may_look(*, day: date, today: date, over: bool, result: LookResult, words: str) -> Decision:
    if over:
        return no("この見守りはおわっています。", "続けるなら、新しい見守りを始めてください。")
    if day > today:
        return no("まだ来ていない日のことは書けません。", "見たあとで書いてください。")
    if result is LookResult.WORRY and not words.strip():
        return no("何が気になったのかが書かれていません。", "見えたことを一言書いてください。")
    return YES


def may_end_watch(*, over: bool, words: str) -> Decision:
    if over:
        return no("この見守りは、もうおわっています。", "画面を開き直してください。")
    if not words.strip():
        return no("終えるわけが書かれていません。", "一言書いてください。")
    return YES


def may_join(*, joined: bool, approached: bool) -> Decision:
    """`approached`: it began from an approach, where both are joined at once."""
    if joined:
        return no("だれのことかは、もう残してあります。", "画面を開き直してください。")
    if approached:
        return no(
            "この見守りは、訪ねている記録から始まりました。",
            "訪ねる画面の「だれのことか分かったら」から残してください。見守りにも残ります。",
        )
    return YES
