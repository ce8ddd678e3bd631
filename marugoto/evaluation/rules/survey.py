"""調査の回: what was asked of whom, how many were asked, answered, and answered in the way that is counted; and when that says anything.

Whole numbers only, and nobody's answer by itself. The questions and the bars are our proposal v0 (no official form).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import ceil, floor, sqrt

from marugoto.evaluation.codes import SurveyQuestion
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.suppression import TINY, Hidden, few_of, nothing_told, part_of
from marugoto.kernel.decision import YES, Decision, no

FIFTH = 5  # one of so many asked has to answer
MOST = 10_000_000  # more than any municipality has residents
LONGEST = 400  # days from the first to the last
SURE = 1.96  # of twenty such ranges nineteen hold what all would have said


@dataclass(frozen=True)
class Question:
    """`counted`: what the third number is. With points, `low` and `high` are what one sheet can have, over `items` questions; `paired`: each
    was asked twice, and the points of the first time are said, too."""

    code: SurveyQuestion
    indicator: str
    name: str
    asks: str
    counted: str
    low: int = 0
    high: int = 0
    items: int = 1
    paired: bool = False

    @property
    def in_points(self) -> bool:
        return self.high > 0

    @property
    def lowest_change(self) -> int:
        """From the most to the least of one sheet: a change is told counted from here, so that it is never under zero."""
        return self.low - self.high if self.paired else 0


QUESTIONS = (
    Question(
        SurveyQuestion.TRUST,
        "I19",
        "係・団体の信頼と価値(6問)",
        "いっしょに支える係や団体に、頼りになるか・役に立つかを6問、1から4で",
        "6問の点の合計(全員ぶん)",
        low=6,
        high=24,
        items=6,
    ),
    Question(
        SurveyQuestion.LONELINESS,
        "I36",
        "支援した人の孤独の点(UCLA-3)",
        "望む方に3問(1人3点から9点)を、はじめと6か月後に",
        "6か月後の点の合計(両方で答えた人)",
        low=3,
        high=9,
        paired=True,
    ),
    Question(
        SurveyQuestion.LONELY,
        "I37",
        "孤独を感じることがあるか(直接の問い)",
        "「どの程度、孤独であると感じることがありますか」",
        "「しばしばある・常にある」と答えた数",
    ),
    Question(
        SurveyQuestion.ISOLATED,
        "I38",
        "会う人・頼れる人の少なさ(LSNS-6)",
        "65歳以上の住民に6問",
        "12点に届かなかった数",
    ),
    Question(
        SurveyQuestion.MUTUAL_HELP,
        "I39",
        "近所で助け合っていると思うか",
        "「近所で助け合っていると思いますか」",
        "「そう思う」と答えた数",
    ),
    Question(
        SurveyQuestion.KNOWS_WHERE,
        "I40",
        "困ったときの相談先を知っているか",
        "「困ったときの相談先を知っていますか」",
        "「知っている」と答えた数",
    ),
)
QUESTION_OF = {one.code: one for one in QUESTIONS}


@dataclass(frozen=True)
class Answers:
    """`counted`: how many answered in the way that is looked for, or the sum of all points; `first`: the sum the first time."""

    asked: int
    answered: int
    counted: int
    first: int | None = None


class Weak(StrEnum):
    """Why the answers say nothing yet."""

    NOTHING = "nothing"
    FEW = "few"
    LOW = "low"


def may_count(question: Question, said: Answers) -> Decision:
    if said.asked < 1 or max(said.asked, said.answered) > MOST:
        return no(f"たずねた数は1から{MOST:,}までです。", "配った紙の数か、声をかけた人の数を書いてください。")
    if said.answered < 0 or said.answered > said.asked:
        return no(
            f"答えた数({said.answered})が、たずねた数({said.asked})より多くなっています。",
            "配った数と、返ってきた数を見くらべてください。",
        )
    if not question.in_points:
        if 0 <= said.counted <= said.answered:
            return YES
        return no(
            f"{question.counted}({said.counted})が、答えた数({said.answered})より多くなっています。",
            "答えた数には、どの答えの人も入れてください。",
        )
    sums = [said.counted] if said.first is None else [said.counted, said.first]
    if question.paired and said.first is None:
        return no("はじめの点の合計がありません。", "両方で答えた人の、はじめの点を足して書いてください。")
    least, most = question.low * said.answered, question.high * said.answered
    if all(least <= one <= most for one in sums):
        return YES
    return no(
        f"点の合計が合いません。{said.answered}人なら{least}点から{most}点までになります。",
        f"1人{question.low}点から{question.high}点です。すべての問いに答えた人だけを足してください。",
    )


def may_record(*, population: str, source: str, since: date, until: date, today: date) -> Decision:
    if not population.strip():
        return no("だれにたずねたかがありません。", "「18歳以上の住民から無作為に2,000人」のように書いてください。")
    if not source.strip():
        return no("何で確かめたかがありません。", "報告書や集計表の名前と、置き場所を書いてください。")
    if since > until:
        return no("終わりの日が、始まりの日より前です。", "たずね始めた日と、締め切った日を書いてください。")
    if until > today:
        return no("終わりの日が、まだ来ていません。", "締め切って数え終わってから残してください。")
    if (until - since).days > LONGEST:
        return no("たずねた期間が1年をこえています。", "一回ごとに分けて残してください。")
    return YES


def told_count(question: Question, said: Answers) -> int:
    """The number the ledger carries: of a change so many points over the lowest there can be, and so never under zero."""
    if not question.paired:
        return said.counted
    return said.counted - (said.first or 0) - question.lowest_change * said.answered


def words_of(question: Question, said: Answers, asked: str = "") -> str:
    """「2,000人にたずね、812人が答え、「知っている」と答えた数は406」, as it is printed beside a decision."""
    head = f"{asked or _asked(said)}{said.answered:,}人が答え、"
    first = "" if said.first is None else f"はじめの点の合計は{said.first:,}、"
    return f"{head}{first}{question.counted}は{said.counted:,}"


def words_outside(question: Question, said: Answers, *, population: int | None) -> str:
    """The same for a paper that leaves the house: a few people are not told, nor the few who did not answer, and what would give them away
    is not."""
    if nothing_told(population):
        return f"人口{TINY:,}人未満のまちなので、答えた数は載せません"
    few = few_of(population)
    hidden = part_of(Share(said.answered, said.answered if question.in_points else said.counted), few)
    silent = 0 if hidden is Hidden.FEW else said.asked - said.answered  # of what is hidden nothing is subtracted
    secret = said.asked < few or 0 < silent < few
    asked = "たずねた数は※、" if secret else _asked(said)
    if hidden is Hidden.FEW:
        return f"{asked}答えた数は※({few}人より少ない数は伏せます)"
    note = f"({few}人より少ない数と、引き算でそれがわかる数は伏せます)"
    if hidden:
        return f"{asked}{said.answered:,}人が答え、{question.counted}は※{note}"
    return words_of(question, said, asked) + (note if secret else "")


def _asked(said: Answers) -> str:
    return f"{said.asked:,}人にたずね、"


def weak_of(share: Share, *, least: int, of_asked: bool) -> Weak | None:
    """`share`: n who answered, running who did not. `of_asked`: a fifth of those asked must have answered."""
    if not share.n:
        return Weak.NOTHING
    if share.n < least:
        return Weak.FEW
    return Weak.LOW if of_asked and share.n * FIFTH < share.n + share.running else None


def mean_of(question: Question, share: Share) -> float | None:
    """Points of one question, or by how many points one sheet changed."""
    return (share.k / share.n / question.items + question.lowest_change) if share.n else None


def range_of(share: Share) -> tuple[int, int]:
    """Whole percents between which it lies, if those who answered were drawn by chance (Wilson, 95 %)."""
    n, part = share.n, share.k / share.n
    middle = part + SURE**2 / (2 * n)
    half = SURE * sqrt(part * (1 - part) / n + SURE**2 / (4 * n * n))
    whole = 1 + SURE**2 / n
    low, high = (middle - half) / whole, (middle + half) / whole
    return max(floor(low * 100 + 1e-9), 0), min(ceil(high * 100 - 1e-9), 100)
