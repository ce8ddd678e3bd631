"""The life of a plan: which state may follow which, and who may bring it there (社会福祉法106条の4, 自治体事務マニュアル).

The support decision is the municipality's: a contracted agency can draft and examine, never decide.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from marugoto.casework.codes import PlanState
from marugoto.kernel.decision import YES, Decision, no

FOLLOWS: dict[PlanState, frozenset[PlanState]] = {
    PlanState.DRAFTED: frozenset({PlanState.EXAMINED}),
    PlanState.EXAMINED: frozenset({PlanState.DECIDED, PlanState.DRAFTED}),
    PlanState.DECIDED: frozenset({PlanState.RUNNING}),
    PlanState.RUNNING: frozenset({PlanState.EVALUATED, PlanState.SUSPENDED}),
    PlanState.SUSPENDED: frozenset({PlanState.RUNNING, PlanState.EVALUATED}),
    PlanState.EVALUATED: frozenset({PlanState.RUNNING, PlanState.CLOSED, PlanState.SUSPENDED}),
    PlanState.CLOSED: frozenset(),
}
BY_REVIEW = frozenset({PlanState.EVALUATED, PlanState.CLOSED})  # only a review brings a plan there
SAID = {
    PlanState.DRAFTED: "案",
    PlanState.EXAMINED: "会議での確かめ",
    PlanState.DECIDED: "市町村の決定",
    PlanState.RUNNING: "実行",
    PlanState.EVALUATED: "見直し",
    PlanState.CLOSED: "おわり",
    PlanState.SUSPENDED: "休止",
}


@dataclass(frozen=True)
class Mover:
    """Who wants to bring the plan on."""

    may_decide: bool  # a chief of the municipality
    contracted: bool


def may_move(
    states: Sequence[PlanState],
    to: PlanState,
    *,
    by: Mover,
    goals: int,
    steps: int,
    examined: bool,
    reviewed: bool = False,
    at_a_table: bool = True,
) -> Decision:
    """`states` so far, oldest first; `examined` says that a conference looked at it and is named, `reviewed` that a review is kept
    from which the state follows. Not `at_a_table`: where 重層 is not run no conference is prescribed, and who looked at it is enough."""
    now = states[-1]
    if to not in FOLLOWS[now]:
        wanted = "、".join(SAID[state] for state in sorted(FOLLOWS[now])) or "なし"
        return no(f"「{SAID[now]}」の次に「{SAID[to]}」には進めません。", f"次にできるのは、{wanted}です。")
    if not reviewed and (to in BY_REVIEW or now is PlanState.EVALUATED):
        return no(
            "見直しを残さずに、ここへは進めません。", "「見直す」から、変わったことと次にすることを書いてください。"
        )
    if to is PlanState.EXAMINED:
        return _examinable(goals, steps, examined, at_a_table)
    if to is PlanState.DECIDED:
        return _decidable(by)
    return YES


def may_rest(*, asked_on: date | None, words: str, today: date) -> Decision:
    """A plan is the person's: before it rests he is asked, or it is said why he could not be."""
    if asked_on is None and not words.strip():
        return no(
            "止めることを本人に聞いた日が書かれていません。", "聞いた日か、まだ聞けていないわけを書いてください。"
        )
    if asked_on is not None and asked_on > today:
        return no("本人に聞いた日が、きょうより先になっています。", "日付を確かめてください。")
    return YES


def _examinable(goals: int, steps: int, examined: bool, at_a_table: bool) -> Decision:
    if not goals:
        return no("めざすことがまだありません。", "一つ以上書いてください。")
    if not steps:
        return no("だれが何をするかがまだありません。", "一歩を一つ以上書いてください。")
    if not examined and not at_a_table:
        return no("だれと確かめたかが分かりません。", "開いた会議を選ぶか、だれと・いつ確かめたかを書いてください。")
    if not examined:
        return no("どの会議で確かめたかが分かりません。", "会議を選んでください。")
    return YES


def _decidable(by: Mover) -> Decision:
    if by.contracted:
        return no("支援の決定は市町村がします。委託先の役割では記録できません。", "市町村の課長に頼んでください。")
    if not by.may_decide:
        return no("支援の決定は、課長の役割で記録します。", "課長に頼んでください。")
    return YES
