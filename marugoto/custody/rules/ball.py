"""Who may do what with a ball, in every state. A no says who has it now, or what to do instead.

A ball is held, or held and offered, or settled; on top of that somebody may be stuck with it or rescue it.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from marugoto.custody.codes import Decliner, DeclineReason, EndingKind, MatterKind, Stance
from marugoto.custody.rules.team import Receiver, may_be_asked, may_hold
from marugoto.kernel.decision import YES, Decision, no

Stances = AbstractSet[Stance]
CARRYING = frozenset({Stance.HOLDER, Stance.COMPANION, Stance.RESCUER})


@dataclass(frozen=True)
class Held:
    """A ball at one moment, with names as they are said. `offered_to` is empty when nobody is asked."""

    holder: str
    person: str
    settled: bool = False
    offered_to: str = ""
    stuck: bool = False
    rescued: bool = False


@dataclass(frozen=True)
class Asked:
    """An offer at one moment: to whom, and how it ended, if it did; `caught_by` names the holder of now."""

    to: str
    ended: EndingKind | None = None


# Nobody can act on these, answer them or lead them without reading them.
NEEDS_ITS_RECORD = frozenset(
    {MatterKind.NOTICE, MatterKind.CONSULTATION, MatterKind.CASE, MatterKind.APPROACH, MatterKind.WATCH}
)


def may_offer(held: Held, stances: Stances, *, to: Receiver, is_holder: bool, oneself: bool = False) -> Decision:
    """`is_holder`: the receiver holds it already; `oneself`: nobody works there but the sender, under another hat."""
    if held.settled:
        return _over(held)
    if not stances & {Stance.HOLDER, Stance.RESCUER}:
        return no(
            "ボールを持っていない係からは渡せません。",
            f"いまの持ち手は{held.holder}の{held.person}さんです。頼んでください。",
        )
    if held.offered_to:
        return no(f"いま{held.offered_to}の返事を待っています。", "別の係に渡すなら、先に取り下げてください。")
    if is_holder:
        return no(
            f"{to.name}は、もうこのボールを持っています。", "係の中で担当を変えるなら「担当を決める」からできます。"
        )
    if oneself:
        return no(
            f"{to.name}で働くのは、あなただけです。自分に渡すことはできません。", "渡さずに、そのまま続けてください。"
        )
    return may_be_asked(to)


def may_hand_over(held: Held, stances: Stances, *, to: Receiver) -> Decision:
    """At the table of a conference, where giver and taker both sit: whoever keeps its minutes records it."""
    if held.settled:
        return _over(held)
    if not stances & {Stance.HOLDER, Stance.RESCUER, Stance.TOWER}:
        return no(
            "会議で持ち手を決めたと書けるのは、いまの持ち手と司令塔です。", f"{held.holder}か司令塔に頼んでください。"
        )
    return may_hold(to)


def may_due(due: date, *, today: date) -> Decision:
    if due < today:
        return no("返事の期限が、もう過ぎた日になっています。", "きょうから先の日を選んでください。")
    return YES


def may_catch(held: Held, stances: Stances, asked: Asked, *, over: bool = False) -> Decision:
    """`over`: the time is past for which the person agreed that the matter is told."""
    found = _may_answer(held, stances, asked)
    if found and over:
        return no(
            "本人が同意した期限が過ぎたので、中身を受け取れません。まだ何も動いていません。",
            f"{held.holder}に、取り下げて本人にもう一度聞いてから渡し直すように頼んでください。",
        )
    return found


def may_take_over(kind: MatterKind, *, shut: bool) -> Decision:
    """`shut`: the matter's own record was to be told with the offer and has closed meanwhile."""
    if shut and kind in NEEDS_ITS_RECORD:
        return no(
            "伝えるはずだった記録が、本人の同意がなくなるなどして閉じたので、受け取れません。",
            "「受け取れない」で返してください。ボールは渡した係のままです。",
        )
    return YES


def may_hand_back(held: Held, stances: Stances, *, shut: bool, to: Receiver | None) -> Decision:
    """`to`: who handed it on, None where nobody did; `shut`: what was told with it has closed."""
    if held.settled:
        return _over(held)
    if Stance.HOLDER not in stances:
        return no("返せるのは、持ち手の係だけです。", f"{held.holder}に頼んでください。")
    if to is None or not shut:
        return no("伝えられた記録は閉じていないので、返すだけはできません。", "「渡す」から、渡し直してください。")
    if held.offered_to:
        return no(f"いま{held.offered_to}の返事を待っています。", "返すなら、先に取り下げてください。")
    if not may_hold(to):
        return no(f"渡した{to.name}は、いま持てません。", "「困った」を押して、司令塔に相談してください。")
    return YES


def may_decline(held: Held, stances: Stances, asked: Asked, *, answer: "Answer") -> Decision:
    found = _may_answer(held, stances, asked)
    if not found:
        return found
    return may_say_no(answer)


def may_say_no(answer: "Answer") -> Decision:
    """A no says why and what instead, whoever writes it down."""
    if answer.reason is DeclineReason.OTHER and not answer.words.strip():
        return no("断るわけが書かれていません。", "一言でよいので、わけを書いてください。")
    if not answer.instead and not answer.words.strip():
        return no("代わりの案がありません。", "ほかに合う係を選ぶか、どうすればよいかを一言書いてください。")
    if (answer.by is Decliner.PERSON) != (answer.reason is DeclineReason.PERSON_DOES_NOT_WISH):
        return no("断った人と、わけが合っていません。", "本人が望まないときは「本人が断った」を選んでください。")
    return YES


@dataclass(frozen=True)
class Answer:
    """A no: who says it, why, in which words, and whether another team is named instead."""

    by: Decliner
    reason: DeclineReason
    words: str = ""
    instead: bool = False


def may_withdraw(held: Held, stances: Stances, asked: Asked) -> Decision:
    if asked.ended is not None:
        return already_ended(held, asked)
    if not stances & {Stance.HOLDER, Stance.RESCUER}:
        return no("取り下げられるのは、渡した係だけです。", f"持ち手の{held.holder}に頼んでください。")
    return YES


def may_lapse(held: Held, asked: Asked, *, due: date, today: date) -> Decision:
    """The due day itself still counts."""
    if asked.ended is not None:
        return already_ended(held, asked)
    if today <= due:
        return no(f"{asked.to}の返事の期限は、まだ過ぎていません。", "待つか、取り下げてください。")
    return YES


def may_assign(held: Held, stances: Stances, *, same: bool) -> Decision:
    """`same`: that person is in charge already."""
    if held.settled:
        return _over(held)
    if Stance.HOLDER not in stances:
        return no("担当を決められるのは、持ち手の係だけです。", f"{held.holder}に頼んでください。")
    if same:
        return no(f"担当は、もう{held.person}さんです。", "ほかの人を選んでください。")
    return YES


def may_touch(held: Held) -> Decision:
    """Whoever works on the matter may record a step; whether it counts depends on the stance."""
    return _over(held) if held.settled else YES


# What ends a matter of this kind says more than a ball can: who asked is answered, a household is not left alone.
ENDS_WITH_ITS_MATTER = {
    MatterKind.NOTICE: no(
        "気づきのボールは、気づきに答えないままではおわりにできません。",
        "気づきの画面の「答える」から、どうしたかを残してください。ボールもおわりになります。",
    ),
    MatterKind.CONSULTATION: no(
        "相談のボールは、どうなったかを残さないままではおわりにできません。",
        "相談の画面の「ここで終わるとき」から残すか、世帯の支援を始めてください。ボールもおわりになります。",
    ),
    MatterKind.QUESTION: no(
        "問い合わせのボールは、答えないままではおわりにできません。",
        "問い合わせの画面から答えてください。ボールもおわりになります。",
    ),
    MatterKind.CASE: no(
        "世帯の支援は、ボールだけでは終えられません。",
        "世帯の画面の「おわりにする」から、どうなったかを書いて終えてください。",
    ),
    MatterKind.RESOURCE_TASK: no(
        "足りないもののボールは、どうなったかを残さないままではおわりにできません。",
        "地域の「足りないもの」から、答えを残してください。ボールもおわりになります。",
    ),
    MatterKind.APPROACH: no(
        "訪ねているボールは、どうなったかを残さないままではおわりにできません。",
        "訪ねる画面の「ここで終わるとき」から残すか、相談として受けてください。ボールもおわりになります。",
    ),
    MatterKind.WATCH: no(
        "見守りのボールは、終えるわけを残さないままではおわりにできません。",
        "見守りの画面の「見守りを終える」から残してください。ボールもおわりになります。",
    ),
    MatterKind.COOPERATION: no(
        "協力のお願いのボールは、返事をしないままではおわりにできません。",
        "お願いの画面から返事をしてください。ボールもおわりになります。",
    ),
    MatterKind.FOLLOW_UP: no(
        "宿題のボールは、どうなったかを残さないままではおわりにできません。",
        "宿題の画面の「どうなりましたか」から残してください。ボールもおわりになります。",
    ),
    MatterKind.IMPROVEMENT: no(
        "見直しの仕事のボールは、どうなったかを残さないままではおわりにできません。",
        "見直しの画面から、返事か、わかったことか、ききめを残してください。ボールもおわりになります。",
    ),
}
# Its end was written down once and for all; what comes later is a matter of its own.
BEGINS_ANEW = {
    MatterKind.NOTICE: no(
        "答えた気づきは、もう一度は始められません。",
        "続きがあれば、相談として受けるか、新しい気づきとして伝えてください。",
    ),
    MatterKind.QUESTION: no("答えた問い合わせは、もう一度は始められません。", "続きは、電話で話してください。"),
    MatterKind.CASE: no(
        "終えた世帯の支援は、ここからは始められません。", "世帯の画面の「おわりのあと」から、もう一度始めてください。"
    ),
    MatterKind.APPROACH: no(
        "終えた「訪ねる」は、もう一度は始められません。", "また気になることがあれば、新しく始めてください。"
    ),
    MatterKind.WATCH: no("終えた見守りは、もう一度は始められません。", "続けるなら、新しい見守りを始めてください。"),
    MatterKind.RESOURCE_TASK: no(
        "答えた「足りないもの」は、もう一度は始められません。", "まだ足りないなら、新しく残してください。"
    ),
    MatterKind.COOPERATION: no(
        "返事をしたお願いは、もう一度は始められません。", "続きは、新しいお願いにしてください。"
    ),
    MatterKind.FOLLOW_UP: no(
        "終わった宿題は、もう一度は始められません。", "続きは、もとの日誌や対話に新しい宿題を置いてください。"
    ),
    MatterKind.IMPROVEMENT: no(
        "終わった見直しの仕事は、もう一度は始められません。", "続きは、新しい見直しで決めてください。"
    ),
}


def ends_alone(kind: MatterKind) -> Decision:
    """May the ball of such a matter be ended by itself, behind the matter's back?"""
    return ENDS_WITH_ITS_MATTER.get(kind, YES)


def begins_again(kind: MatterKind) -> Decision:
    return BEGINS_ANEW.get(kind, YES)


def may_settle(held: Held, stances: Stances, *, kind: MatterKind, with_matter: bool) -> Decision:
    """`with_matter`: it is the matter's own ending that asks."""
    if held.settled:
        return _over(held)
    if Stance.HOLDER not in stances:
        return no(
            "おわりにできるのは、持ち手の係だけです。",
            f"いまの持ち手は{held.holder}の{held.person}さんです。頼んでください。",
        )
    if held.offered_to:
        return no(
            f"{held.offered_to}の返事を待っているあいだは、おわりにできません。",
            "返事を待つか、先に取り下げてください。",
        )
    if held.rescued:
        return no("司令塔が預かっているあいだは、おわりにできません。", "先に、預かりを終えてもらってください。")
    return YES if with_matter else ends_alone(kind)


def may_look_again(held: Held) -> Decision:
    """Looking in is for what has ended; what runs has its own clocks."""
    if not held.settled:
        return no(
            f"このボールは動いています。いまは{held.holder}の{held.person}さんが持っています。",
            "画面を開き直してください。",
        )
    return YES


def may_reopen(
    held: Held, stances: Stances, *, kind: MatterKind, leads: bool = False, with_matter: bool = False
) -> Decision:
    """`leads`: the viewer's team leads the support to which this belongs; who held it may read it no more. `with_matter`: it is
    the matter's own resuming that asks."""
    if not held.settled:
        return no(
            f"このボールは動いています。いまは{held.holder}の{held.person}さんが持っています。",
            "画面を開き直してください。",
        )
    if not leads and not stances & {Stance.HOLDER, Stance.TOWER}:
        return no(
            "もう一度始められるのは、最後の持ち手と、支援のまとめ役と、司令塔です。",
            f"{held.holder}か司令塔に頼んでください。",
        )
    return YES if with_matter else begins_again(kind)


def moved_meanwhile(seen: Held, now: Held) -> Decision:
    """The hand that came second: what the first one did. Always a no."""
    if now.settled and not seen.settled:
        return no(f"先に{now.holder}がおわりにしました。", "続けるなら、もう一度始めてください。")
    if seen.settled and not now.settled:
        return no(
            f"先にもう一度始まり、いまは{now.holder}の{now.person}さんが持っています。", "画面を開き直してください。"
        )
    if now.holder != seen.holder:
        return no(
            f"先に{now.holder}が受け取りました。担当は{now.person}さんです。", f"{now.holder}に声をかけてください。"
        )
    if now.offered_to and now.offered_to != seen.offered_to:
        return no(f"先に{now.offered_to}へ渡され、返事を待っています。", "返事を待つか、取り下げてください。")
    if seen.offered_to and not now.offered_to:
        return no(
            f"{seen.offered_to}への渡しは、先に終わりました。{now.holder}が持っています。", "画面を開き直してください。"
        )
    return no(
        f"ほかの人が先に動かしました。いまは{now.holder}の{now.person}さんが持っています。",
        "画面を開き直して、もう一度してください。",
    )


def _may_answer(held: Held, stances: Stances, asked: Asked) -> Decision:
    if asked.ended is not None:
        return already_ended(held, asked)
    if Stance.OFFERED not in stances:
        return no(
            f"これは{asked.to}に渡されたものです。", f"受け取るなら、持ち手の{held.holder}に渡してもらってください。"
        )
    return YES


def already_ended(held: Held, asked: Asked) -> Decision:
    said = {
        EndingKind.CAUGHT: f"先に{asked.to}が受け取りました。",
        EndingKind.DECLINED: f"{asked.to}が先に断りました。ボールは{held.holder}にあります。",
        EndingKind.WITHDRAWN: f"{held.holder}が先に取り下げました。",
        EndingKind.LAPSED: f"返事の期限が過ぎて、この渡しは終わりました。ボールは{held.holder}にあります。",
        EndingKind.TAKEN_ON: f"{asked.to}が先に引き受けました。ボールは{held.holder}が持って見ています。",
    }
    if asked.ended is None:  # only asked for ended offers
        return YES
    return no(said[asked.ended], f"いまは{held.holder}の{held.person}さんが持っています。声をかけてください。")


def _over(held: Held) -> Decision:
    return no("このボールはおわっています。", f"続けるなら、{held.holder}か司令塔にもう一度始めてもらってください。")
