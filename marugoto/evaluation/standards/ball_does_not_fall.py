"""F2.2 ボールが落ちない (社会福祉法106条の3第1項3号): what is handed over is answered in time, and nothing ends in silence."""

from fractions import Fraction

from marugoto.custody.events import BallOffered
from marugoto.evaluation.indicators.answered_in_time import answered_in_time
from marugoto.evaluation.indicators.stale import stale
from marugoto.evaluation.measures import Count, Repeated, Sequence
from marugoto.evaluation.rules.ask import Against, AtLeast, AtMost, EveryGroup, Nothing, Recorded
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece
from marugoto.ledger.events import layout

OFFERED = layout(BallOffered)
MANY_OFFERS = 3

ball_does_not_fall = Criterion(
    code="F2.2",
    name="ボールが落ちない",
    core=True,
    function=Function.F2,
    article=ARTICLES[Function.F2],
    question="渡そうとした支援の依頼に期限までに返事があり、返事のないまま消えていないか。",
    does_not_say="受け取ったあとの支援のよしあし。ボールの数の多い少ない。",
    guard="断った割合(返すだけの返事がふえていないか)と、いっしょに読みます。",
    voices=("H⑦-2", "H⑦-3"),
    decision="返事の期限の長さと、断るときの約束の決め方。",
    evidence={
        "answered": Piece(
            "期限までの返事",
            answered_in_time.measure,
            "期限までに返事",
            "期限までに返事なし",
            True,
            by=OFFERED["to"],
        ),
        "declined": Piece(
            "受け取れないという返事",
            Sequence(first=("ball.offered",), then=("ball.declined",), due_column=OFFERED["due"], key=OFFERED["offer"]),
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
        "resting": Piece("手のついていないボール", stale.measure, stale.done, stale.left, False),
    },
    asks=(
        Recorded(1, "渡すときに、返事の期限がついている", "answered", "どの受け渡しにも期限があります"),
        AtLeast(2, "期限までの返事が70%以上", "answered", Fraction(70, 100)),
        AtLeast(3, "期限までの返事が90%以上", "answered", Fraction(90, 100)),
        Against(3, "返事のないまま切れたものが3%以下", "lapsed", "answered", Fraction(3, 100)),
        Nothing(3, "60日より前からあり、30日手がついていないボールがない", "resting"),
        AtMost(3, "3回以上渡そうとしたボールが5%以下", "bounced", Fraction(5, 100)),
        EveryGroup(3, "どの受け手の分野でも、期限までの返事が75%以上", "answered", Fraction(75, 100)),
    ),
    steps={
        1: "つぎに渡すとき、画面の「渡す」から渡し、返事の期限をつけます。",
        2: "返事の当番を係ごとに一人決め、期限の前の日に声をかけます。",
        3: "月に一度、手のついていない一覧を関係する係といっしょに見ます。",
    },
    beside={"declined": "「受け取れない」という返事は%(said)s。返すだけの返事がふえていないかを見ます。"},
)
