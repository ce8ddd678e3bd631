"""P.8 人が替わっても続く (106条の3第2項の指針): the top takes part, what is handed over is handed over, no post stands empty."""

from fractions import Fraction

from marugoto.custody.events import BallAssigned
from marugoto.evaluation.measures import Coded, Sequence
from marugoto.evaluation.rules.ask import AtLeast, Declared
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece
from marugoto.ledger.events import layout

HOW = layout(BallAssigned)["how"]
MONTH = 30

survives_people = Criterion(
    code="P.8",
    name="人が替わっても続く",
    core=False,
    function=Function.P,
    article=ARTICLES[Function.P],
    question="首長や部課長が決めることに加わり、人が替わってもボールが引きつがれているか。",
    does_not_say="引きついだ人の力。替わらないことのよしあし。",
    guard="一人の人だけに頼っていないかと、いっしょに読みます。",
    voices=("H②-3", "H②-5", "H④-4"),
    decision="要の席が空いたときに、だれが代わるか。",
    evidence={
        "handed": Piece(
            "30日のうちに引きつがれたボール",
            Sequence(
                first=(Coded(BallAssigned.kind, HOW, ("inherited",)),),
                then=(Coded(BallAssigned.kind, HOW, ("assigned",)), "ball.caught", "ball.touched", "ball.settled"),
                days=MONTH,
            ),
            "引きつがれた",
            "まだ",
            True,
        ),
    },
    asks=(
        Declared(1, "上の立場の後押し役が決まっている", "sponsor", "首長か部長のうち後押し役を一人決めて"),
        Declared(
            2, "この12か月のうちに、首長や部課長が決めることに加わった", "top", "首長や部課長と決める場を一度もち"
        ),
        AtLeast(3, "30日のうちに引きつがれたボールが90%以上", "handed", Fraction(90, 100)),
        Declared(3, "要の席が60日をこえて空いていない", "vacant", "要の席の空いた日数を確かめて"),
    ),
    steps={
        1: "首長か部長に「後押し役」を一人頼みます。",
        2: "首長の一枚を持って、15分だけ時間をもらいます。",
        3: "三月のうちに、動く人のボールを一つずつ次の人に渡します。",
    },
)
