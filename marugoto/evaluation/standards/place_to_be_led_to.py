"""F1.6 活動が「つなぎ先」になっている (106条の3第1項1号・2号): who would like to be somewhere gets there."""

from fractions import Fraction

from marugoto.evaluation.measures import Busiest, Coded, Distinct, Sequence
from marugoto.evaluation.rules.ask import AtLeast, Number, Recorded
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece
from marugoto.ledger.events import layout
from marugoto.participation.events import MatchMoved, WishHeard

MOVED = layout(MatchMoved)
SETTLED = (Coded(MatchMoved.kind, MOVED["state"], ("settled",)),)
HALF_A_YEAR = 180

place_to_be_led_to = Criterion(
    code="F1.6",
    name="活動が「つなぎ先」になっている",
    core=True,
    function=Function.F1,
    article=ARTICLES[Function.F1],
    question="参加したいと話された方が、半年のうちに地域の場に通いはじめているか。",
    does_not_say="その場が合っていたか。願いを聞けていない方のこと。",
    guard="一つの場所にかたよっていないかと、いっしょに読みます。",
    voices=("H③-5", "H③-6"),
    decision="場所をさがす役をだれが持つか。",
    evidence={
        "joined": Piece(
            "半年のうちに通いはじめた願い",
            Sequence(first=(Coded(WishHeard.kind, layout(WishHeard)["first"], (1,)),), then=SETTLED, days=HALF_A_YEAR),
            "通いはじめた",
            "まだ",
            True,
        ),
        "places": Piece(
            "つなぎ先になった場所", Distinct(kinds=SETTLED, of=MOVED["place"]), "通われている", "", True, unit="か所"
        ),
        "busiest": Piece(
            "いちばん多い場所に通いはじめた方",
            Busiest(kinds=SETTLED, of=MOVED["place"]),
            "いちばん多い場所",
            "ほかの場所",
            None,
        ),
    },
    asks=(
        Recorded(1, "参加したい思いが記録されている", "joined", "願いを聞いた日が残っています"),
        AtLeast(2, "半年のうちに通いはじめた願いが20%以上", "joined", Fraction(20, 100)),
        AtLeast(3, "半年のうちに通いはじめた願いが50%以上", "joined", Fraction(50, 100)),
        Number(3, "つなぎ先が5か所以上", "places", 5),
    ),
    steps={
        1: "次の面談で「どんなところなら行ってみたいですか」と一つ聞き、書きます。",
        2: "願いを聞いた方と、合いそうな場所を一つ、いっしょに見に行きます。",
        3: "まだだれも通っていない場所を三つえらび、世話人に様子を聞きます。",
    },
    beside={"busiest": "いちばん多い場所に通いはじめた方は%(said)s。"},
)
