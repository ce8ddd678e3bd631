"""F3.4 参加につなぐ (106条の3第1項2号後段): a wish to take part leads somewhere within sixty days."""

from fractions import Fraction

from marugoto.evaluation.indicators.joined_in_time import joined_in_time
from marugoto.evaluation.measures import Busiest, Distinct
from marugoto.evaluation.rules.ask import AtLeast, Declared, Number, Recorded
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece, piece_of
from marugoto.evaluation.standards.place_to_be_led_to import MOVED, SETTLED

led_to_a_place = Criterion(
    code="F3.4",
    name="参加につなぐ",
    core=True,
    function=Function.F3,
    article=ARTICLES[Function.F3],
    question="参加したいと話された方に、60日のうちに行ってみたい場所ができているか。",
    does_not_say="その場が合っていたか、続いたか。願いを聞けていない方のこと。",
    guard="だれにでも同じ場所をすすめていないか(いちばん多い場所の割合)と、いっしょに読みます。",
    voices=("H③-5",),
    decision="合う場所がないものが多ければ、地域づくりに何を頼むか。",
    evidence={
        "joined": piece_of(joined_in_time, name="60日のうちにつながった願い"),
        "places": Piece(
            "通いはじめた先", Distinct(kinds=SETTLED, of=MOVED["place"]), "通われている", "", True, unit="か所"
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
        Recorded(1, "願いと場所が記録されている", "joined", "願いを聞いた日が残っています"),
        AtLeast(2, "60日のうちにつながった願いが30%以上", "joined", Fraction(30, 100)),
        AtLeast(3, "60日のうちにつながった願いが60%以上", "joined", Fraction(60, 100)),
        Number(3, "通いはじめた先が3つ以上", "places", 3),
        Declared(
            3,
            "通いはじめた先の3割以上は、福祉サービスの外の場所である",
            "outside",
            "通いはじめた先の種類を一つずつ確かめて",
        ),
    ),
    steps={
        1: "一人の願いを聞き、その日を記録します。",
        2: "合う場所を一つ、名前を出さずに世話人に聞きます。",
        3: "福祉の外の場所(畑・工房・図書館など)を三つ、資源地図に足します。",
    },
    beside={"busiest": "いちばん多い場所に通いはじめた方は%(said)s。"},
)
