"""F2.2 ボールが落ちない (社会福祉法106条の3第1項3号): what is handed over is answered in time, and nothing ends in silence.

Not judged yet, because no fact carries it: the floor for the worst field (evaluation.md 6.5). Level 4 needs two fiscal years at
level 3 and a review that used it.
"""

from fractions import Fraction

from marugoto.custody.events import BallOffered
from marugoto.evaluation.indicators.answered_in_time import answered_in_time
from marugoto.evaluation.indicators.stale import stale
from marugoto.evaluation.measures import Count, Repeated, Sequence
from marugoto.evaluation.rules.certainty import certainty
from marugoto.evaluation.rules.figures import ENOUGH, Share, said, said_of
from marugoto.evaluation.standards.criterion import Criterion, Evidence, Mark, Piece, Test, Verdict
from marugoto.ledger.events import layout

TWO, THREE = Fraction(70, 100), Fraction(90, 100)
SILENT, BOUNCED = Fraction(3, 100), Fraction(5, 100)
MANY_OFFERS = 3


def judge(evidence: Evidence) -> Verdict:
    share = evidence["answered"]
    if not share.n and not share.running:
        return Verdict(None, "まだボールの受け渡しがありません。", "一つでも渡すと、判定が始まります。", share)
    tests = _tests(evidence)
    level = _level(tests)
    next_step, look_at = _next_step(level, evidence, tests)
    return Verdict(
        level,
        f"期限の来た受け渡しは{said(share)}。返事のないまま期限が切れたのは{evidence['lapsed'].n}件。",
        next_step,
        share,
        tests=tests,
        look_at=look_at,
        marks=tuple(Mark(at, share.needed(bar), share.missing(bar)) for at, bar in ((2, TWO), (3, THREE))),
        beside=(
            f"「受け取れない」という返事は{said_of(evidence['declined'])}。返すだけの返事がふえていないかを見ます。",
        ),
        sure=certainty(share, TWO if level < 3 else THREE) if share.enough else "",
    )


def _level(tests: tuple[Test, ...]) -> int:
    """A level holds only if all below hold."""
    reached = 0
    for level in (1, 2, 3):
        if all(test.met for test in tests if test.level == level):
            reached = level
        else:
            break
    return reached


def _tests(evidence: Evidence) -> tuple[Test, ...]:
    share, lapsed, bounced, resting = (evidence[name] for name in ("answered", "lapsed", "bounced", "resting"))
    answers = said_of(share)
    quiet, back = Share(share.n, lapsed.n), Share(bounced.n, bounced.k)
    return (
        Test(1, "渡すときに、返事の期限がついている", "どの受け渡しにも期限があります", True),
        Test(2, "期限までの返事が70%以上", answers, _met(share, share.at_least(TWO))),
        Test(3, "期限までの返事が90%以上", answers, _met(share, share.at_least(THREE))),
        Test(3, "返事のないまま切れたものが3%以下", f"{lapsed.n}件", _met(share, quiet.at_most(SILENT))),
        Test(3, "60日より前からあり、30日手がついていないボールがない", f"{resting.k}件", resting.k == 0),
        Test(3, "3回以上渡そうとしたボールが5%以下", said_of(back), _met(back, back.at_most(BOUNCED))),
    )


def _met(share: Share, passes: bool) -> bool | None:
    return passes if share.enough else None


def _next_step(level: int, evidence: Evidence, tests: tuple[Test, ...]) -> tuple[str, str]:
    """The nearest thing to do, in the order in which it helps most, and the piece of evidence to look at for it."""
    share = evidence["answered"]
    if not share.enough:
        return f"あと{ENOUGH - share.n}件の受け渡しに期限が来ると、割合から判定できます。", "answered"
    if level < 2:
        return f"期限までの返事があと{share.missing(TWO)}件多ければ「動いた」です。", "answered"
    if level == 3:
        return "2年つづけて保ち、見直しに使うと「学んでいる」です。", "answered"
    words, piece = _towards_three(evidence)
    unmet = sum(1 for test in tests if test.level == 3 and not test.met)
    rest = f"「回っている」までの{unmet}つのうち、1つがすみます。" if unmet > 1 else "「回っている」になります。"
    return words + rest, piece


def _towards_three(evidence: Evidence) -> tuple[str, str]:
    share, lapsed, resting = evidence["answered"], evidence["lapsed"].n, evidence["resting"].k
    if share.missing(THREE):
        return f"期限までの返事をあと{share.missing(THREE)}件ふやすと、", "answered"
    if Fraction(lapsed, share.n) > SILENT:
        return f"返事のないまま切れたものを{lapsed}件から{int(share.n * SILENT)}件に減らすと、", "lapsed"
    if resting:
        return f"手のついていない{resting}件のボールに手をつけると、", "resting"
    return "はじめから合う相手に渡し、3回以上渡そうとするボールを減らすと、", "bounced"


ball_does_not_fall = Criterion(
    code="F2.2",
    name="ボールが落ちない",
    core=True,
    function="機関が連携して支える",
    article="社会福祉法106条の3第1項3号",
    question="渡そうとした支援の依頼に期限までに返事があり、返事のないまま消えていないか。",
    does_not_say="受け取ったあとの支援のよしあし。ボールの数の多い少ない。",
    guard="断った割合(返すだけの返事がふえていないか)と、いっしょに読みます。",
    decision="返事の期限の長さと、断るときの約束の決め方。",
    version="v0.1",
    evidence={
        "answered": Piece("期限までの返事", answered_in_time.measure, "期限までに返事", "期限までに返事なし", True),
        "declined": Piece(
            "受け取れないという返事",
            Sequence(
                first=("ball.offered",),
                then=("ball.declined",),
                due_column=layout(BallOffered)["due"],
                key=layout(BallOffered)["offer"],
            ),
            "受け取れないと返事",
            "ほかの返事、または返事なし",
            None,
        ),
        "lapsed": Piece("返事のないまま切れたもの", Count(kinds=("ball.lapsed",)), "期限が切れた", "", False),
        "bounced": Piece(
            "何度も渡そうとしたボール",
            Repeated(kinds=("ball.offered",), times=MANY_OFFERS),
            "3回以上",
            "2回まで",
            False,
        ),
        "resting": Piece(
            "手のついていないボール",
            stale.measure,
            stale.done,
            stale.left,
            False,
        ),
    },
    judge=judge,
)
