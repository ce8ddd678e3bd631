"""F2.7 各機関の対応力が上がり、司令塔が小さくなれる (106条の3第1項3号)."""

from fractions import Fraction

from marugoto.evaluation.events import HoursDeclared
from marugoto.evaluation.indicators.brought_depth import brought_depth
from marugoto.evaluation.indicators.without_tower import without_tower
from marugoto.evaluation.measures import Distinct
from marugoto.evaluation.rules.ask import AtLeast, Declared, Number
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece, piece_of
from marugoto.ledger.events import layout

others_grow = Criterion(
    code="F2.7",
    name="各機関の力が上がり、司令塔が小さくなれる",
    core=False,
    function=Function.F2,
    article=ARTICLES[Function.F2],
    question="困りごとの重なる世帯を、司令塔が前に出ずに支えられることが増えているか。",
    does_not_say="司令塔に頼まないほうがよいということ。声を上げられなかった世帯のこと。",
    guard="持ち込まれる世帯の深さと、いっしょに読みます。遠のいたための減りかもしれません。",
    voices=("H⑦-6", "H⑦-7", "H⑦-8"),
    decision="司令塔の人数と、各分野の支えかた。",
    evidence={
        "alone": piece_of(without_tower, name="司令塔が前に出ずに終わった世帯", unit="世帯"),
        "hours": Piece(
            "調整の時間を書いた半期",
            Distinct(kinds=(HoursDeclared.kind,), of=layout(HoursDeclared)["last"]),
            "書いた",
            "",
            True,
            unit="半期",
        ),
        "depth": piece_of(brought_depth, name="司令塔に持ち込まれた、3種類以上の困りごとのある世帯", unit="世帯"),
    },
    asks=(
        Declared(
            1, "どこからは司令塔に持ちこむかの目安がある", "tiers", "司令塔に持ちこむ目安を分野ごとに一行で決めて"
        ),
        Number(2, "二つの半期の調整の時間が書かれている", "hours", 2),
        AtLeast(3, "司令塔が前に出ずに終わった世帯が50%以上", "alone", Fraction(50, 100)),
        Declared(
            3,
            "4つの半期で時間が減り、持ち込みは浅くなっていない",
            "trend",
            "「調整役のこれまでとこれから」で時間と深さの変わり方を確かめて",
        ),
    ),
    steps={
        1: "「ここまでは自分の係で、ここからは司令塔と」を、分野ごとに一行で書きます。",
        2: "終わった半期の調整の時間を「調整役のこれまでとこれから」に書きます。",
        3: "返すときに「次は自分たちでできること」を一つ、いっしょに書きます。",
    },
    beside={"depth": "司令塔に持ち込まれた世帯のうち、3種類以上の困りごとのある世帯は%(said)s。"},
)
