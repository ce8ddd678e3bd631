"""The answer of an agency without an account: who may write it down, and what must be said of it."""

from dataclasses import dataclass
from datetime import date

from marugoto.custody.codes import OutsideSaid, Stance
from marugoto.custody.rules.ball import Answer, Asked, Held, Stances, already_ended, may_say_no
from marugoto.kernel.decision import YES, Decision, no

HEARERS = frozenset({Stance.HOLDER, Stance.RESCUER, Stance.TOWER})


@dataclass(frozen=True)
class Heard:
    """`who` answered there, on which day; `no` with an answer that declines."""

    said: OutsideSaid
    who: str
    day: date
    words: str = ""
    no: Answer | None = None


def may_hear(
    held: Held, stances: Stances, asked: Asked, *, outside: bool, heard: Heard, offered: date, today: date
) -> Decision:
    """`outside`: the agency asked has no accounts; `offered`: the day on which it was asked."""
    if asked.ended is not None:
        return already_ended(held, asked)
    if not outside:
        return no(f"{asked.to}にはアカウントがあります。", f"返事は、{asked.to}の人が自分の画面で押します。")
    if not stances & HEARERS:
        return no("返事を書けるのは、渡した係と司令塔です。", f"聞いたことを、{held.holder}に伝えてください。")
    return _may_write_down(heard, offered=offered, today=today)


def _may_write_down(heard: Heard, *, offered: date, today: date) -> Decision:
    if not heard.who.strip():
        return no("だれが答えたかが書かれていません。", "電話に出た人の名前か、立場を書いてください。")
    if heard.day > today:
        return no("聞いた日が、先の日になっています。", "きょうか、過ぎた日を書いてください。")
    if heard.day < offered:
        return no("聞いた日が、渡した日より前になっています。", "渡した日から後の日を書いてください。")
    if heard.said is OutsideSaid.DECLINED:
        if heard.no is None:
            return no("断るわけが選ばれていません。", "だれが、なぜ受けられないかを選んでください。")
        return may_say_no(heard.no)
    if heard.said is OutsideSaid.ASKED_BACK and not heard.words.strip():
        return no("何を知りたいのかが書かれていません。", "聞かれたことを、一言書いてください。")
    return YES
