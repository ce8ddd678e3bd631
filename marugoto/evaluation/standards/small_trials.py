"""P.5 小さく試して速く直す (106条の3第2項の指針): something is tried for a time, and stopped or changed where it does not help."""

from marugoto.evaluation.events import InitiativeBegun, InitiativeChanged, InitiativeEnded
from marugoto.evaluation.measures import Count
from marugoto.evaluation.rules.ask import Declared, Number, Unrecorded
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece

small_trials = Criterion(
    code="P.5",
    name="小さく試して速く直す",
    core=False,
    function=Function.P,
    article=ARTICLES[Function.P],
    question="年度を待たずに小さく試し、だめならやめるか直しているか。",
    does_not_say="試した数の多いことがよいということ。やめたことのよしあし。",
    guard="一度もやめたことのない試しばかりになっていないかと、いっしょに読みます。",
    voices=("H⑥-11",),
    decision="次の半年に、何を小さく試すか。",
    evidence={
        "begun": Piece("始めた取り組み", Count(kinds=(InitiativeBegun.kind,)), "始めた", "", True, unit="つ"),
        "changed": Piece(
            "やめたか直した取り組み",
            Count(kinds=(InitiativeChanged.kind, InitiativeEnded.kind)),
            "やめた・直した",
            "",
            True,
            unit="つ",
        ),
    },
    asks=(
        Declared(1, "試しのひな形(いつまで・何を見て・どうなればやめる)がある", "form", "試しのひな形を一枚つくって"),
        Number(2, "1年に一つは試した", "begun", 1),
        Number(3, "1年に二つ以上試した", "begun", 2),
        Number(3, "一つはやめたか直した", "changed", 1),
        Unrecorded(
            3,
            "気づいてから変わるまでの真ん中が180日以内",
            "見直しで見つかった日と、やり方の変わった日を、同じ番号で残す",
        ),
    ),
    steps={
        1: "「いつまで・何を見て・どうなればやめる」の三行のひな形をつくります。",
        2: "「取り組み」の画面に、一つの圏域での試しを書きます。",
        3: "三か月たった試しを一つ、続けるかやめるか話します。",
    },
)
