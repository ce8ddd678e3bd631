"""When support of a household may end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from marugoto.casework.codes import CaseEnd, LookInResult
from marugoto.kernel.decision import YES, Decision, no

NEEDS_A_SUCCESSOR = frozenset({CaseEnd.ACHIEVED, CaseEnd.HANDED_TO_AGENCY, CaseEnd.OWN_WISH})
SUCCESSOR_OR_WHY = frozenset({CaseEnd.BROKEN_OFF})  # whoever is not reached any more is who slips most easily


@dataclass(frozen=True)
class Ending:
    """What is said at the end. `open_needs`: balls of needs that are still in somebody's hands; `why_none`: why no agency looks
    after the household, or on no day. `today`: a day said must be near."""

    end: CaseEnd
    open_needs: int
    next_team: bool
    look_in_on: date | None
    today: date
    why_none: str = ""


def may_close(ending: Ending) -> Decision:
    if ending.open_needs:
        return no(
            f"まだ終わっていない必要が{ending.open_needs}つあります。", "それぞれのボールを「おわり」にしてください。"
        )
    if ending.end in NEEDS_A_SUCCESSOR and not ending.next_team:
        return no("このあと見守る機関が決まっていません。", "機関を一つ選んでください。")
    if ending.end in NEEDS_A_SUCCESSOR and ending.look_in_on is None:
        return no("次に様子を見る日が決まっていません。", "日付を入れてください。")
    if ending.end in SUCCESSOR_OR_WHY and not ending.why_none.strip() and not _somebody_looks(ending):
        return _somebody_looks(ending)
    return _near(ending.look_in_on, ending.today) if ending.look_in_on else YES


def _somebody_looks(ending: Ending) -> Decision:
    """Both, or the reason."""
    if ending.next_team and ending.look_in_on:
        return YES
    lacking = "次に様子を見る日" if ending.next_team else "このあと見守る機関"
    return no(
        f"連絡が取れなくなった世帯なのに、{lacking}が決まっていません。",
        "機関と日付を入れるか、決められないわけを書いてください。",
    )


def may_go_on(running: bool) -> Decision:
    """Nothing new begins in a case that has ended."""
    if not running:
        return no("この世帯の支援は、もうおわっています。", "相談の画面から、世帯の支援を新しく始めてください。")
    return YES


def may_go_nameless(words: str, *, named: Sequence[str]) -> Decision:
    """Without a name and a record the words are all the other team has to decide by. `named`: whoever is called by name in them."""
    if not words.strip():
        return no(
            "名前も記録も伝えずに渡すので、してほしいことが書かれていないと、相手は決められません。",
            "「してほしいこと」を、名前を書かずに一言書いてください。",
        )
    if named:
        return no(
            f"「{'」「'.join(named)}」は、この世帯の人の名前です。",
            "名前を書かずに書くか、記録を伝える根拠を選んでください。",
        )
    return YES


def may_say_next_step(team: UUID, *, holder: UUID | None, lead: UUID | None) -> Decision:
    """Whoever holds the need says what comes next; whoever leads the household may too."""
    if team not in {holder, lead}:
        return no(
            "次の一手は、このボールを持つ係か、まとめ役の係が書きます。", "気づいたことは、記録に書いてください。"
        )
    return YES


def may_go_on_with(running: bool) -> Decision:
    """Nothing new is begun for a need that is over."""
    if not running:
        return no(
            "この必要は、もうおわっています。", "続きがあれば、ボールのページから「もう一度始める」を押してください。"
        )
    return YES


AGAIN = frozenset({LookInResult.WATCH, LookInResult.NOT_MET})
LONGEST_WATCH = timedelta(days=366)


@dataclass(frozen=True)
class Looking:
    """What is said after looking in. `ended`: the support has ended and nobody resumed it."""

    ended: bool
    result: LookInResult
    next_on: date | None
    today: date


def may_look_in(looking: Looking) -> Decision:
    """Who says that something stirs says when somebody looks again; nothing is watched without a day."""
    if not looking.ended:
        return no("この世帯の支援は動いています。", "様子は、世帯の画面の「記録を書く」に書いてください。")
    if looking.result in AGAIN and looking.next_on is None:
        return no("次に様子を見る日が決まっていません。", "日付を入れてください。")
    if looking.next_on is None or looking.result not in AGAIN:
        return YES
    return _near(looking.next_on, looking.today)


def _near(day: date, today: date) -> Decision:
    """A slip of the pen would put the household off by years, or make it late from the first."""
    if day <= today:
        return no("次に様子を見る日が、あしたより前です。", "あしたか、それより後の日付を入れてください。")
    if day > today + LONGEST_WATCH:
        return no("次に様子を見る日が、1年より先です。", "1年のうちの日付を入れてください。")
    return YES


def may_resume(*, ended: bool) -> Decision:
    if not ended:
        return no("この世帯の支援は、もう動いています。", "画面を開き直してください。")
    return YES
