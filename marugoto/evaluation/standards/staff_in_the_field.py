"""F3.7 職員が地域に入り、組織が支える (106条の3第1項2号後段): those who go out go every month, and somebody answers what they bring."""

from fractions import Fraction

from marugoto.community.events import FieldAnswered, FieldVisited
from marugoto.evaluation.measures import Sequence, Silence
from marugoto.evaluation.rules.ask import AtLeast, AtMost, Declared
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece

MONTH = 31

staff_in_the_field = Criterion(
    code="F3.7",
    name="職員が地域に入り、組織が支える",
    core=False,
    function=Function.F3,
    article=ARTICLES[Function.F3],
    question="地域に出る職員が月に一度は出ていて、持ち帰ったことに上司が応えているか。",
    does_not_say="一度も出ていない職員のこと(日誌に名前が出ません)。出た回数の多い少ない。",
    guard="時間外の仕事がふえていないかと、いっしょに読みます。",
    voices=("H③-10",),
    decision="出る日を仕事として割り当てるか。",
    evidence={
        "answered": Piece(
            "ひと月のうちに上司が応えた日誌",
            Sequence(first=(FieldVisited.kind,), then=(FieldAnswered.kind,), days=MONTH),
            "応えた",
            "まだ",
            True,
        ),
        "silent": Piece(
            "ひと月をこえて間のあいた職員",
            Silence(kinds=(FieldVisited.kind,), of="duty", days=MONTH),
            "間があいた",
            "毎月出ている",
            False,
            unit="人",
        ),
    },
    asks=(
        Declared(1, "地域に出ることが仕事として書かれている", "job", "地域に出ることを仕事の割り当てに書いて"),
        AtMost(2, "日誌を書く職員の30%以上が毎月出ている", "silent", Fraction(70, 100), whole=True),
        AtMost(3, "日誌を書く職員の60%以上が毎月出ている", "silent", Fraction(40, 100), whole=True),
        AtLeast(3, "ひと月のうちに上司が応えた日誌が80%以上", "answered", Fraction(80, 100)),
    ),
    steps={
        1: "係の仕事の割り当てに「月に一度、地域に出る」と書きます。",
        2: "次の一か月の出る日を、一人一日ずつ先に決めます。",
        3: "課長が週に一度、日誌を読んで一言返します。",
    },
)
