"""What may be said of oneself for a criterion, by whom, and for how long it holds."""

from datetime import date

from marugoto.agencies.codes import Role
from marugoto.evaluation.codes import Path, Word
from marugoto.evaluation.rules.evidence import LAST_CASES
from marugoto.evaluation.rules.standing import MONTHS
from marugoto.evaluation.rules.thinking import months_after
from marugoto.kernel.decision import YES, Decision, no

WRITERS = (Role.PLANNER, Role.COORDINATOR, Role.CHIEF)
NO_NAMES = "人の名前は要りません。"


def may_tend(roles: frozenset[Role]) -> Decision:
    if roles & frozenset(WRITERS):
        return YES
    return no("言明を書けるのは、企画・司令塔・課長です。", "その人に伝えてください。")


def may_attest(words: str, *, today: date, until: date) -> Decision:
    if not words.strip():
        return no("ことばが書かれていません。", f"何を、いつ、どの係で決めたかを一行で書いてください。{NO_NAMES}")
    if until <= today:
        return no("いつまで言えるかの日が過ぎています。", "あすよりあとの日にしてください。")
    if until > months_after(today, MONTHS):
        return no("2年より先までは言えません。", "2年のうちの日にして、そのころにもう一度確かめてください。")
    return YES


def may_walk(cases: int, passed: int, path: Path) -> Decision:
    """How many of the last cases were walked through, and of how many the answer was yes."""
    if not 1 <= cases <= LAST_CASES:
        return no(f"たどるのは、直近の1件から{LAST_CASES}件です。", "件数を確かめてください。")
    if cases < LAST_CASES and path is not Path.SMALL:
        return no(
            f"直近の{LAST_CASES}件をたどります。", f"{LAST_CASES}件に足りない小さな町は、まず進め方をCにしてください。"
        )
    if passed > cases:
        return no("「はい」の数が、たどった数より多くなっています。", "数を確かめてください。")
    return YES


def is_word_of(word: Word, statement: str) -> bool:
    """Of a statement one says yes or not yet; of the cases themselves that there were none, or that they were walked through."""
    return (word in {Word.YES, Word.NOT_YET}) if statement else (word in {Word.NO_CASE, Word.WALKED})
