"""F3.6 足りないものが生まれる (106条の3第1項2号後段): what is missing is answered by a place."""

from fractions import Fraction

from marugoto.community.events import UnmetEnded, UnmetFiled
from marugoto.evaluation.measures import Coded, Count, Sequence
from marugoto.evaluation.rules.ask import AtLeast, Number, Recorded
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece
from marugoto.ledger.events import layout

HALF_A_YEAR = 180
BORN = (Coded(UnmetEnded.kind, layout(UnmetEnded)["end"], ("place_found", "place_made")),)

what_is_missing_is_born = Criterion(
    code="F3.6",
    name="足りないものが生まれる",
    core=False,
    function=Function.F3,
    article=ARTICLES[Function.F3],
    question="「足りない」と届いたものに、場所が見つかるか、できているか。",
    does_not_say="その場所に人が通いはじめたか。「いまは作れない」と答えたことのよしあし。",
    guard="できたのに使われていない場所がないかと、いっしょに読みます。",
    voices=("H③-4", "H③-5", "H②-2"),
    decision="次の年に、どの不足にだれの手を当てるか。",
    evidence={
        "answered": Piece(
            "半年のうちに場所で答えた不足",
            Sequence(first=(UnmetFiled.kind,), then=BORN, days=HALF_A_YEAR),
            "場所で答えた",
            "まだ・作れない",
            True,
        ),
        "born": Piece("見つかった、またはできた場所", Count(kinds=BORN), "生まれた", "", True, unit="か所"),
        "ended": Piece("答えた不足", Count(kinds=(UnmetEnded.kind,)), "答えた", "", None),
    },
    asks=(
        Recorded(1, "足りないものが記録されている", "answered", "届いた日が残っています"),
        Number(2, "半年に一つは生まれている(1年に2つ)", "born", 2),
        AtLeast(3, "半年のうちに場所で答えた不足が25%以上", "answered", Fraction(25, 100)),
    ),
    steps={
        1: "合う場所がなかったときに「足りない場所」として届けます。",
        2: "いちばん古い「足りないもの」に、次に試すことと日を決めます。",
        3: "同じ不足が三つたまったら、協議の場に一つの議題として出します。",
    },
    beside={"ended": "答えた不足は(「いまは作れない」も入れて)%(said)s。"},
)
