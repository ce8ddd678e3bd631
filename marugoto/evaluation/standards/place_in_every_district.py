"""F1.2 どの圏域にもある (106条の3第1項1号): in every district there is a place that somebody saw alive lately."""

from fractions import Fraction

from marugoto.community.events import FieldVisited
from marugoto.evaluation.indicators.districts_covered import districts_covered
from marugoto.evaluation.measures import Coded, Silence
from marugoto.evaluation.rules.ask import AtLeast, Declared, Either, Nothing, Recorded
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece, piece_of
from marugoto.ledger.events import layout

HALF_A_YEAR = 180

place_in_every_district = Criterion(
    code="F1.2",
    name="どの圏域にもある",
    core=False,
    function=Function.F1,
    article=ARTICLES[Function.F1],
    question="どの圏域にも、このごろ人が集まっている場所があるか。",
    does_not_say="集まった人数やよしあし。だれも見に行っていない圏域に場所がないこと。",
    guard="集まった人数の幅と、いっしょに読みます。人が少ない集まりも大切です。",
    voices=("H③-1", "H③-3"),
    decision="だれがどの圏域に、いつ出るか。",
    evidence={
        "covered": piece_of(districts_covered, name="90日のうちに見た圏域", unit="圏域"),
        "silent": Piece(
            "180日をこえて見ていない圏域",
            Silence(
                kinds=(Coded(FieldVisited.kind, layout(FieldVisited)["type"], ("visit", "gathering", "help")),),
                of="area",
                days=HALF_A_YEAR,
            ),
            "180日をこえて間があいた",
            "間があいていない",
            False,
            unit="圏域",
        ),
    },
    asks=(
        Recorded(1, "圏域が決まっている", "covered", "記録に圏域がついています"),
        AtLeast(2, "半分以上の圏域で見ている", "covered", Fraction(50, 100), whole=True),
        AtLeast(3, "80%以上の圏域で見ている", "covered", Fraction(80, 100), whole=True),
        Either(
            3,
            "半年をこえて見ていない圏域がない、またはわけがある",
            (
                Nothing(3, "半年をこえて見ていない圏域がない", "silent"),
                Declared(3, "半年をこえて見ていない圏域には、わけがある", "silent", "見ていない圏域のわけを話し合って"),
            ),
        ),
    ),
    steps={
        1: "圏域を決め、場所や日誌に圏域をつけます。",
        2: "まだ出ていない圏域を一つえらび、来週の集まりを訪ねます。",
        3: "三か月に一度はどの圏域にも出るよう、担当の表をつくります。",
    },
)
