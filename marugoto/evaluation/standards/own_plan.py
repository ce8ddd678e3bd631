"""F2.9 本人のプランになっている (106条の3第1項3号): the person says how far the goals have come."""

from fractions import Fraction

from marugoto.casework.events import GoalScored
from marugoto.evaluation.measures import Among, Coded, Scored
from marugoto.evaluation.rules.ask import AtLeast, Recorded
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece
from marugoto.ledger.events import layout

GOAL = layout(GoalScored)
AS_BEFORE, MUCH_BETTER = 0, 2
BY_PERSON = (Coded(GoalScored.kind, GOAL["scorer"], ("person",)),)


def _scored(good: int) -> Scored:
    return Scored(kinds=BY_PERSON, goal=GOAL["goal"], score=GOAL["score"], weight=GOAL["weight"], good=good)


own_plan = Criterion(
    code="F2.9",
    name="本人のプランになっている",
    core=False,
    function=Function.F2,
    article=ARTICLES[Function.F2],
    question="めざすことがどこまで来たかを、本人が言っているか。",
    does_not_say="点をつけられない方のこと。プランの数の多い少ない。",
    guard="どれも「とてもよくなった」の、やさしすぎる目標になっていないかと、いっしょに読みます。",
    voices=("H⑥-1", "H⑥-3"),
    decision="見直しの場に本人がいるか、めざすことが本人のことばか。",
    evidence={
        "own": Piece(
            "本人がつけた点",
            Among(kinds=(GoalScored.kind,), those=BY_PERSON),
            "本人がつけた",
            "職員などがつけた",
            True,
        ),
        "kept": Piece(
            "変わらない、またはよくなった、めざすこと", _scored(AS_BEFORE), "変わらない・よくなった", "悪くなった", True
        ),
        "easy": Piece(
            "「とてもよくなった」とつけた、めざすこと", _scored(MUCH_BETTER), "とてもよくなった", "ほか", None
        ),
    },
    asks=(
        Recorded(1, "めざすことが記録され、点がついている", "own", "めざすことに点がついています"),
        AtLeast(2, "本人がつけた点が50%以上", "own", Fraction(50, 100)),
        AtLeast(3, "本人がつけた点が70%以上", "own", Fraction(70, 100)),
        AtLeast(3, "本人の点で、変わらないかよくなったものが50%以上", "kept", Fraction(50, 100)),
    ),
    steps={
        1: "次のプランで、本人のことばのめざすことを一つ書きます。",
        2: "見直しの日に「どのくらい来ましたか」と本人に聞き、その場でつけます。",
        3: "プランの文を本人に読んでもらい、ちがうことばを書き直します。",
    },
    beside={"easy": "「とてもよくなった」とついたものは%(said)s。"},
)
