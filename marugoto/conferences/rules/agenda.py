"""What may come on the table, and when a stage may follow."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from marugoto.conferences.codes import Stage
from marugoto.conferences.kinds.kind import Kind
from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.rules.basis import BY_CODE
from marugoto.kernel.decision import YES, Decision, no

PASSING = frozenset({BasisCode.EMERGENCY})  # open for minutes: nobody can hold a ball on it


def may_name(kind: Kind) -> Decision:
    """Is this a table that speaks of households?"""
    if kind.of_topics:
        return no(
            f"「{kind.name}」は名前を出さない会議なので、世帯は議題にできません。",
            "世帯のことは、世帯を話し合う会議を呼びかけてください。ここでは、名前を出さずに話すことを議題にします。",
        )
    return YES


def may_put_on(
    kind: Kind, basis: BasisCode, stages: Sequence[Stage], *, councils: Collection[BasisCode] = ()
) -> Decision:
    """Is this basis one of the kind's, or of a body under which the conference sits, and is the agenda still open? Where nobody is
    spoken of by name, no household comes on the agenda, under whichever body the conference sits."""
    if not may_name(kind):
        return may_name(kind)
    if not is_running(stages):
        return no(_over(stages), "次の会議にかけてください。")
    if basis not in kind.bases and basis not in councils:
        return no(f"「{kind.name}」では、この根拠で話し合えません。", "会議の種類か根拠を選び直してください。")
    return YES


def may_reach(stages: Sequence[Stage], to: Stage, *, items: int) -> Decision:
    """Once it has begun it can only be closed: what was decided at the table stays readable to those who sat there."""
    if not is_running(stages):
        return no(_over(stages), "続きは、新しい会議を呼びかけてください。")
    if to in stages:
        return no("この会議は、もうその段階を過ぎています。", "画面を開き直して、いまのようすを確かめてください。")
    if to is Stage.OPENED and not items:
        return no("議題がまだありません。", "議題を一つ以上入れてください。")
    if to is Stage.CALLED_OFF and Stage.OPENED in stages:
        return no("もう始まった会議は、取りやめられません。", "「会議を終える」を押してください。")
    if to is Stage.CLOSED and Stage.OPENED not in stages:
        return no("まだ始まっていない会議です。", "始めるか、取りやめにしてください。")
    return YES


def may_sit(stages: Sequence[Stage]) -> Decision:
    """Seats, pledges and views: until the conference is over, so that no papers open for a meeting that is not held."""
    if Stage.CALLED_OFF in stages:
        return no(_over(stages), "必要なら、新しい会議を呼びかけてください。")
    if Stage.CLOSED in stages:
        return no(_over(stages), "続きは、次の会議か、世帯の記録に書いてください。")
    return YES


def may_ask_dates(stages: Sequence[Stage]) -> Decision:
    """A day can be looked for and moved until the conference begins."""
    if not may_sit(stages):
        return may_sit(stages)
    if Stage.OPENED in stages:
        return no("もう始まった会議です。", "次の会議は「次の日を決める」から呼びかけてください。")
    return YES


def may_record(stages: Sequence[Stage]) -> Decision:
    """Attendance and minutes are written at the table: what was recorded stays as it was when the conference was closed."""
    if not may_sit(stages):
        return may_sit(stages)
    if Stage.OPENED not in stages:
        return no("まだ始まっていない会議です。", "「会議を始める」を押してから書いてください。")
    return YES


def may_write(*, is_open: bool) -> Decision:
    """Nobody writes blind over what he may not read: the later version would hide what stood there."""
    if not is_open:
        return no("この議題の記録は、いまあなたには閉じています。", "読める人に書いてもらってください。")
    return YES


def may_follow(*, seen: int, newest: int) -> Decision:
    """Of two who write at the same time the second is told: what he sends does not stand over what he never read."""
    if seen != newest:
        return no(
            "書いているあいだに、ほかの人がこの議題の話し合いを書きました。",
            "下に両方を並べました。合わせて直してから、もう一度送ってください。どちらも消えていません。",
        )
    return YES


@dataclass(frozen=True)
class Table:
    """What stands at an item when something is decided."""

    opened: bool
    closed: bool
    taker_sits: bool
    taker_pledged: bool
    taker_present: bool
    own_need: bool
    basis: BasisCode


def may_decide(table: Table) -> Decision:
    """A role goes only to somebody who sits at this item, is bound to secrecy and came: nobody gets a ball in his absence, and
    nobody one of which he may not read."""
    if not table.opened or table.closed:
        return no("決められるのは、会議が始まってから終わるまでです。", "会議の外では、ボールを渡してください。")
    if not table.taker_sits:
        return no("その人はこの議題の席にいません。", "席にいる人から選ぶか、会議のあとでボールを渡してください。")
    if not table.taker_present:
        return no("欠席の人に役割は決められません。", "会議のあとでボールを渡してください。")
    if not table.taker_pledged:
        return no(
            "その人は、聞いたことを外で話さない約束をまだ確かめていません。",
            "先に、その人の画面で「約束する」を押してもらってください。",
        )
    if table.basis in PASSING:
        return no(
            f"「{BY_CODE[table.basis].name}」は短い時間だけの根拠なので、役割を引き受けた係が読み続けられません。",
            "本人の同意か、会議の根拠で議題に入れ直してください。",
        )
    if not table.own_need:
        return no("この議題の世帯の必要ではありません。", "その世帯を議題に入れてから決めてください。")
    return YES


def is_running(stages: Sequence[Stage]) -> bool:
    """Called, and neither closed nor called off."""
    return Stage.CLOSED not in stages and Stage.CALLED_OFF not in stages


def _over(stages: Sequence[Stage]) -> str:
    return "この会議は取りやめになりました。" if Stage.CALLED_OFF in stages else "この会議はもう終わっています。"
