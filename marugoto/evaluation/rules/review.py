"""A review (見直し): the question first, every means of the plan answered, and closed only when a means moves or it is written why not.

Reading of the hearings (voices 4-3, 4-10): a yearly revision that touches targets only is none.
"""

from collections.abc import Collection
from datetime import date

from marugoto.agencies.codes import Role
from marugoto.evaluation.codes import Effect, Proof, ReviewSaid
from marugoto.kernel.decision import YES, Decision, no
from marugoto.kernel.era import say_era

WRITERS = frozenset({Role.PLANNER, Role.CHIEF, Role.COORDINATOR})
MOVES = frozenset({ReviewSaid.MEANS, ReviewSaid.STOP})
NEEDS_THE_DAY = frozenset({Effect.BETTER, Effect.SAME})  # what only shows when there was time for it
FURTHEST = 400  # days


def may_review(roles: frozenset[Role]) -> Decision:
    if roles & WRITERS:
        return YES
    return no("見直しを書けるのは、計画・司令塔・課長です。", "気づいたことは「声を届ける」から届けてください。")


def may_open(question: str, *, due: date, today: date, means: int) -> Decision:
    if not question.strip():
        return no("問いが書かれていません。", "何を知りたいのか、何を決めたいのかを、問いの形で先に書いてください。")
    if means == 0:
        return no(
            "見直す手段が選ばれていません。", "計画の手段を一つ以上選んでください。なければ、先に手段を書いてください。"
        )
    return _day(due, today, "結論を出す日")


def may_cite(*, closed: bool, picked: int) -> Decision:
    if closed:
        return no("もう閉じた見直しです。", "新しい見直しを始めてください。")
    if picked == 0:
        return no("指標が選ばれていません。", "問いに答えるのに要る指標を、一つ以上選んでください。")
    return YES


def may_decide(
    said: ReviewSaid,
    *,
    closed: bool,
    decided: bool,
    reason: str,
    becomes: str,
    would_change: str,
    team: bool,
    due: date | None,
    today: date,
) -> Decision:
    """Each answer has a reason; what moves has a holder and a day; a keep says what would change it."""
    if closed:
        return no("もう閉じた見直しです。", "新しい見直しを始めてください。")
    if decided:
        return no("この手段には、もう答えています。", "答えを変えるときは、新しい見直しを始めてください。")
    if not reason.strip():
        return no("わけが書かれていません。", "どの数字や話から、なぜそう決めるのかを一言で書いてください。")
    if said is ReviewSaid.KEEP and not would_change.strip():
        return no(
            "続けるときは、何が起きたら変えるかも要ります。", "どの数字がいくつになったら変えるかを書いてください。"
        )
    if said is not ReviewSaid.KEEP and not becomes.strip():
        return no("何をどう変えるかが書かれていません。", "一言で書いてください。")
    return _held(team=team, due=due, today=today) if said in MOVES else YES


def _held(*, team: bool, due: date | None, today: date) -> Decision:
    """What moves has a holder and a day."""
    if not team:
        return no("だれがするかが選ばれていません。", "持ち手の係を選んでください。")
    if due is None:
        return no("いつまでにするかが書かれていません。", "日を書いてください。")
    return _day(due, today, "いつまでにするか")


def may_close(said: Collection[ReviewSaid | None], *, closed: bool, why_kept: str) -> Decision:
    """`said`: of each means, None where it has no answer yet."""
    if closed:
        return no("もう閉じた見直しです。", "一覧を開き直してください。")
    waiting = sum(one is None for one in said)
    if waiting:
        return no(
            f"まだ答えていない手段が{waiting}つあります。",
            "どの手段にも、続ける・変える・やめるのどれかを書いてください。",
        )
    if not MOVES & set(said) and not why_kept.strip():
        return no(
            "手段を変える決定が一つもありません。",
            "手段を変えるかやめる決定を一つするか、「手段を変えない理由」を書いてください。",
        )
    return YES


def may_publish(where: str, *, closed_on: date | None, published: bool, day: date, today: date) -> Decision:
    """`closed_on`: None while it goes on; nothing was decided to be published before."""
    if closed_on is None:
        return no("まだ閉じていない見直しです。", "どの手段にも答えて閉じてから、公表したことを書いてください。")
    if published:
        return no("公表したことは、もう書かれています。", "画面を開き直してください。")
    if not where.strip():
        return no("どこに公表したかが書かれていません。", "ホームページの頁や、広報の号を書いてください。")
    if day > today:
        return no("公表した日が先です。", "公表してから書いてください。")
    if day < closed_on:
        return no(
            f"公表した日が、見直しを閉じた日({say_era(closed_on)})より前です。",
            "閉じた日からきょうまでの日を書いてください。",
        )
    return YES


def may_change_means(
    proof: Proof | None,
    *,
    holds: bool,
    done: bool,
    was: str,
    becomes: str,
    effective: date,
    check_on: date,
    opened: date,
    today: date,
) -> Decision:
    """`done`: it was written already. `opened`: when the review began; what was otherwise before is no fruit of it."""
    if not holds:
        return no("書けるのは、ボールを持っている係だけです。", "持ち手に知らせてください。")
    if done:
        return no("変えたことは、もう書かれています。", "画面を開き直してください。")
    if proof is None or not (was.strip() and becomes.strip()):
        return no("何の、どこが、どう変わったかが要ります。", "前の文と、いまの文を書いてください。")
    if was.strip() == becomes.strip():
        return no("前といまが同じ文です。", "変わったところを書いてください。")
    return _begun(effective, check_on, opened=opened, today=today)


def _begun(effective: date, check_on: date, *, opened: date, today: date) -> Decision:
    if effective > today:
        return no("始まる日が先です。", "始まってから書いてください。それまでボールは持ち手にあります。")
    if effective < opened:
        return no("始まる日が、見直しを始めた日より前です。", "この見直しで決めたことが始まった日を書いてください。")
    if check_on <= effective:
        return no("ききめを確かめる日が、始まる日より後ではありません。", "効果が見えるころの日を書いてください。")
    return _day(check_on, today, "ききめを確かめる日")


def may_check_effect(
    said: Effect | None, words: str, *, holds: bool, changed: bool, checked: bool, check_on: date | None, today: date
) -> Decision:
    """Before the day that was named for it, only that it grew worse or cannot be seen may be said: harm waits for no day."""
    if not holds:
        return no("書けるのは、ボールを持っている係だけです。", "持ち手に知らせてください。")
    if not changed:
        return no("まだ変えたことが書かれていません。", "先に、何を変えたかを書いてください。")
    if checked:
        return no("ききめは、もう書かれています。", "画面を開き直してください。")
    if said is None or not words.strip():
        return no("ききめが書かれていません。", "どの数字や話から、どうなったと見たかを書いてください。")
    if said in NEEDS_THE_DAY and check_on is not None and today < check_on:
        return no(
            f"ききめを確かめる日({say_era(check_on)})が、まだ来ていません。",
            "「よくなった」「変わらない」は、その日から書けます。悪くなったときは、いますぐ書いてください。",
        )
    return YES


def may_undo(reason: str, *, changed: bool, undone: bool) -> Decision:
    if not changed:
        return no("まだ変えたことが書かれていません。", "画面を開き直してください。")
    if undone:
        return no("もう元に戻しています。", "画面を開き直してください。")
    if not reason.strip():
        return no("元に戻したわけが書かれていません。", "一言で書いてください。")
    return YES


def may_try(words: str, stop_rule: str, *, since: date, until: date, today: date, team: bool) -> Decision:
    if not words.strip():
        return no("何を試すかが書かれていません。", "小さく、一言で書いてください。")
    if not stop_rule.strip():
        return no("やめる目安が書かれていません。", "「3か月で1件も来なければ」のように、先に決めておきます。")
    if until <= since:
        return no("終わる日が、始まる日より後ではありません。", "日を確かめてください。")
    if not team:
        return no("だれがするかが選ばれていません。", "持ち手の係を選んでください。")
    return _day(until, today, "試しが終わる日")


def may_end_pilot(finding: str, *, holds: bool, ended: bool) -> Decision:
    if not holds:
        return no("書けるのは、ボールを持っている係だけです。", "持ち手に知らせてください。")
    if ended:
        return no("この試しは、もう終わっています。", "画面を開き直してください。")
    if not finding.strip():
        return no(
            "わかったことが書かれていません。", "うまくいかなかったときも、わかったことを書けば、同じだけの実りです。"
        )
    return YES


def _day(day: date, today: date, named: str) -> Decision:
    if day < today:
        return no(f"{named}が過ぎています。", "きょうより後の日を書いてください。")
    if (day - today).days > FURTHEST:
        return no(f"{named}が遠すぎます。", f"{FURTHEST}日以内の日を書いてください。")
    return YES
