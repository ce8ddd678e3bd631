"""Who may stand beside a ball, act for its holder, and call for help."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from marugoto.custody.codes import Stance, StuckOutcome
from marugoto.custody.rules.ball import CARRYING, Held, Stances
from marugoto.custody.rules.team import Receiver
from marugoto.kernel.decision import YES, Decision, no
from marugoto.kernel.named import names_in

LONGEST_RESCUE = timedelta(days=62)  # ours: longer than two months is not acting beside, it is holding


def may_accompany(held: Held, stances: Stances, *, team: Receiver, is_holder: bool, already: bool) -> Decision:
    if held.settled:
        return no("このボールはおわっています。", "続けるなら、先にもう一度始めてください。")
    if not stances & {Stance.HOLDER, Stance.RESCUER, Stance.TOWER}:
        return no(
            "伴走を頼めるのは、持ち手と司令塔です。", f"持ち手の{held.holder}に、いっしょに動きたいと伝えてください。"
        )
    if is_holder:
        return no(f"{team.name}は持ち手なので、伴走にはなりません。", "ほかの係を選んでください。")
    if already:
        return no(f"{team.name}は、もう伴走しています。", "ほかの係を選んでください。")
    if not team.stands:
        return no(f"{team.name}は、いまこの自治体の係にありません。", "ほかの係を選んでください。")
    return YES


def may_end_companionship(held: Held, stances: Stances, *, own: bool, running: bool) -> Decision:
    """`own`: the companion is the viewer's team."""
    if not running:
        return no("この伴走は、もう終わっています。", "画面を開き直してください。")
    if own or stances & {Stance.HOLDER, Stance.TOWER}:
        return YES
    return no("伴走を終えられるのは、伴走する係、持ち手、司令塔です。", f"持ち手の{held.holder}に頼んでください。")


def may_rescue(held: Held, stances: Stances, *, until: date, today: date) -> Decision:
    if held.settled:
        return no("このボールはおわっています。", "続けるなら、先にもう一度始めてください。")
    if Stance.TOWER not in stances:
        return no("預かれるのは、司令塔だけです。", "「困った」を押すと、司令塔に届きます。")
    if held.rescued:
        return no("もう司令塔が預かっています。", "続けるなら、いまの預かりを終えてから、もう一度始めてください。")
    if until <= today:
        return no("返す日が、きょうより先になっていません。", "あすから先の日を選んでください。")
    if until > today + LONGEST_RESCUE:
        return no("預かりは二か月までです。", "近い日を選んでください。長くかかるなら、渡すことを考えてください。")
    return YES


def may_end_rescue(held: Held, stances: Stances, *, running: bool) -> Decision:
    if not running:
        return no("預かりは、もう終わっています。", "画面を開き直してください。")
    if stances & {Stance.TOWER, Stance.RESCUER}:
        return YES
    return no("預かりを終えられるのは、司令塔です。", f"持ち手の{held.holder}から、司令塔に頼んでください。")


def may_say_learnt(stances: Stances, *, holder: str, waiting: bool) -> Decision:
    """`waiting`: acting ended by its day, and nobody has said what was learnt."""
    if not waiting:
        return no("次に何ができそうかは、もう書かれています。", "画面を開き直してください。")
    if stances & {Stance.HOLDER, Stance.TOWER, Stance.RESCUER}:
        return YES
    return no("次に何ができそうかを書くのは、持ち手と司令塔です。", f"持ち手の{holder}に頼んでください。")


def may_share(words: str) -> Decision:
    """Other agencies read it: nobody is named."""
    found = names_in(words)
    if found:
        return no(
            f"「{'」「'.join(found[:3])}」は、人の名前や電話に見えます。",
            "ほかの機関の人も読むので、だれのことか分からないように書いてください。",
        )
    return YES


def may_say_stuck(words: str) -> Decision:
    """The control tower reads it, also where the record is not open to it: nobody is named."""
    found = names_in(words)
    if found:
        return no(
            f"「{'」「'.join(found[:3])}」は、人の名前や電話に見えます。",
            "司令塔の人も読むので、だれのことか分からないように書くか、何も書かずに「困った」を押してください。",
        )
    return YES


def may_add_to_call(stances: Stances, *, holder: str, waiting: bool, words: str) -> Decision:
    """What one is stuck with can be said after the press, as long as the answer is awaited."""
    if not waiting:
        return no("この困ったには、もう返事があります。", "画面を開き直してください。")
    if not stances & {Stance.HOLDER, Stance.COMPANION, Stance.RESCUER, Stance.TOWER}:
        return no("何に困っているかを書くのは、持ち手と伴走する係です。", f"持ち手の{holder}に声をかけてください。")
    if not words.strip():
        return no("何に困っているかが書かれていません。", "一言で書いてください。")
    return may_say_stuck(words)


def may_call_stuck(held: Held, stances: Stances) -> Decision:
    """No criteria: whoever carries the ball may call."""
    if held.settled:
        return no("このボールはおわっています。", "続けるなら、先にもう一度始めてください。")
    if not stances & {Stance.HOLDER, Stance.COMPANION, Stance.RESCUER, Stance.TOWER}:
        return no("困ったを押せるのは、持ち手と伴走する係です。", f"持ち手の{held.holder}に声をかけてください。")
    if held.stuck:
        return no("困ったは、もう司令塔に届いています。", "返事を待っています。急ぐときは、司令塔に電話してください。")
    return YES


def may_answer_stuck(held: Held, stances: Stances, *, outcome: StuckOutcome, waiting: bool) -> Decision:
    """The control tower answers; the holder itself may say that it has found a way."""
    if not waiting:
        return no("この困ったには、もう返事があります。", "画面を開き直してください。")
    if outcome not in {StuckOutcome.SELF, StuckOutcome.JOINT, StuckOutcome.TAKEN}:
        return no("この返事は選べません。", "自分で・いっしょに・預かって、から選んでください。")
    if Stance.TOWER in stances:
        return YES
    if Stance.HOLDER in stances and outcome is StuckOutcome.SELF:
        return YES
    return no("困ったに返事をするのは、司令塔です。", f"持ち手の{held.holder}は「自分でやってみる」を選べます。")


def days_together(touches: Iterable[tuple[date, UUID, Stance]]) -> set[date]:
    """Days on which two teams that carry the ball each recorded a step of their own, one of them beside the holder. Two holders of
    one day are no such pair: the ball went from one to the other."""
    carried: dict[date, set[UUID]] = defaultdict(set)
    along = set()
    for day, team, stance in touches:
        if stance in CARRYING:
            carried[day].add(team)
        if stance in CARRYING - {Stance.HOLDER}:
            along.add(day)
    return {day for day, teams in carried.items() if day in along and len(teams) > 1}
