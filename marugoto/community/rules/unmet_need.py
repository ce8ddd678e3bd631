"""An unmet need: what answers it, which two are one task, what is tried next, and who may say what of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from marugoto.community.codes import UnmetEnd, UnmetSaid
from marugoto.kernel.decision import YES, Decision, no

NEXT_IN = 20  # open days after which a task is looked at when nobody said a day


@dataclass(frozen=True)
class Task:
    """A task as the rules see it: who holds it, whether it goes on, whether it went into another or others went into it."""

    unmet: UUID
    holder: UUID
    open: bool = True
    joined: bool = False
    leads: bool = False


def may_answer(end: UnmetEnd, place: UUID | None) -> Decision:
    if end is UnmetEnd.NOT_POSSIBLE and place is not None:
        return no("「いまは作れない」のときは、場所を選びません。", "場所を外すか、答えを選び直してください。")
    if end is not UnmetEnd.NOT_POSSIBLE and place is None:
        return no("どの場所かが選ばれていません。", "場所を一つ選んでください。")
    return YES


def may_join(one: Task, into: Task, by_team: UUID) -> Decision:
    """Only the holder of both, and never in a chain: what others went into goes on under its own name."""
    if one.unmet == into.unmet:
        return no("同じものは、一つにまとめられません。", "ほかの「足りないもの」を選んでください。")
    if one.holder != by_team or into.holder != by_team:
        return no(
            "まとめられるのは、どちらのボールも持っている係だけです。", "もう一つの持ち手に、渡してもらってください。"
        )
    if not (one.open and into.open) or one.joined or into.joined:
        return no("もう終わったものか、ほかにまとめたものです。", "一覧を開き直してください。")
    if one.leads:
        return no("これには、ほかのものがまとめてあります。", "もう一つのほうを開き、こちらへまとめてください。")
    return YES


def may_go_on(task: Task, by_team: UUID, *, next_on: date, today: date) -> Decision:
    if task.holder != by_team:
        return no("書けるのは、ボールを持っている係だけです。", "持ち手に知らせてください。")
    if not task.open or task.joined:
        return no("もう終わったものか、ほかにまとめたものです。", "一覧を開き直してください。")
    if next_on <= today:
        return no("次の日は、あした以降の日です。", "次に動く日を選んでください。")
    return YES


def may_reply(*, holds: bool, came: bool, replied: bool) -> Decision:
    if not holds:
        return no("答えるのは、待っていた必要の持ち手です。", "持ち手の係に知らせてください。")
    if not came:
        return no("場所はまだできていません。")
    if replied:
        return no("もう答えています。", "きょうの画面に戻ってください。")
    return YES


@dataclass(frozen=True)
class Waiting:
    """How many needs stand behind a task, of how many a holder waits, and what the holders answered."""

    needs: int = 1
    waiting: int = 0
    said: Mapping[UnmetSaid, int] | None = None

    @property
    def replied(self) -> int:
        return sum((self.said or {}).values())
