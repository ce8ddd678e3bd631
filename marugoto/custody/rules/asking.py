"""Who may ask the holder of a ball how it stands, and who answers. Nobody needs to know whose matter it is."""

from dataclasses import dataclass
from datetime import date, timedelta

from marugoto.custody.codes import Stance
from marugoto.custody.rules.ball import Held, Stances
from marugoto.kernel.decision import YES, Decision, no


def may_ask(held: Held, stances: Stances, *, oversees: bool, asked: bool) -> Decision:
    """`oversees`: the control tower, or a section chief; `asked`: a question is open already."""
    if not oversees:
        return no(
            "持っている係にたずねられるのは、司令塔と課長です。", f"持ち手の{held.holder}に、直接声をかけてください。"
        )
    if held.settled:
        return no("このボールはおわっています。", "続けるなら、先にもう一度始めてください。")
    if Stance.HOLDER in stances:
        return no("このボールは、あなたの係が持っています。", "係の中の人に聞いてください。")
    if asked:
        return no(f"{held.holder}には、もうたずねてあります。", "返事を待っています。急ぐときは電話してください。")
    return YES


LONGEST = timedelta(days=92)


@dataclass(frozen=True)
class Directing:
    """What is directed. `oversees`: the control tower, or a section chief; `open`: something is asked or directed already."""

    oversees: bool
    open: bool
    worded: bool
    due: date
    today: date


def may_direct(held: Held, stances: Stances, directing: Directing) -> Decision:
    """The ball stays with its holder, who does it or says why not."""
    if not directing.oversees:
        return no("指示を出せるのは、司令塔と課長です。", f"持ち手の{held.holder}に、直接声をかけてください。")
    if directing.open and not held.settled and Stance.HOLDER not in stances:
        return no(f"{held.holder}の返事を待っているものがあります。", "返事を待つか、先に取り消してください。")
    asked = may_ask(held, stances, oversees=True, asked=False)
    if not asked:
        return asked
    if not directing.worded:
        return no(
            "何をしてほしいかが書かれていません。", "「あす電話して、結果を知らせてください」のように書いてください。"
        )
    if directing.due < directing.today:
        return no("期限が、きょうより前です。", "きょうか、きょうより後の日付を入れてください。")
    if directing.due > directing.today + LONGEST:
        return no("期限が、三か月より先です。", "三か月のうちの日付を入れてください。")
    return YES


def may_answer_asking(
    held: Held, stances: Stances, *, running: bool, worded: bool, directed: bool = False, done: bool | None = None
) -> Decision:
    """`directed`: something was to be done; `done` says whether it was."""
    if not running:
        return no("このたずねごとは、もう終わっています。", "画面を開き直してください。")
    if not stances & {Stance.HOLDER, Stance.RESCUER}:
        return no("返事をするのは、いまの持ち手です。", f"持ち手は{held.holder}です。")
    if directed and done is None:
        return no("やったか、できなかったかが選ばれていません。", "どちらかを選んでください。")
    if done:
        return YES  # what was done needs no word
    if not worded:
        return no("返事が書かれていません。", "一言でかまいません。「あす訪ねます」のように書いてください。")
    return YES


def may_take_back_asking(*, running: bool, own: bool) -> Decision:
    """`own`: the viewer's team asked."""
    if not running:
        return no("このたずねごとは、もう終わっています。", "画面を開き直してください。")
    if not own:
        return no("取り消せるのは、たずねた係だけです。", "たずねた係に頼んでください。")
    return YES
