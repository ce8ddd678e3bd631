"""P.5 小さく試して速く直す (106条の3第2項の指針): something is tried for a time, and stopped or changed where it does not help."""

from fractions import Fraction

from marugoto.evaluation.codes import PilotEnd
from marugoto.evaluation.events.review import MeansChanged, PilotBegun, PilotEnded
from marugoto.evaluation.measures import Coded, Count, Within
from marugoto.evaluation.rules.ask import AtLeast, Declared, Number
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece
from marugoto.ledger.events import layout

QUICK = 180  # days from the question, or from the voice before it, to the change
ENDED = (PilotEnd.STOPPED.value, PilotEnd.CHANGED.value)

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
        "begun": Piece("やめる目安のある試し", Count(kinds=(PilotBegun.kind,)), "始めた", "", True, unit="つ"),
        "changed": Piece(
            "やめたか直した試し",
            Count(kinds=(Coded(PilotEnded.kind, layout(PilotEnded)["end"], ENDED),)),
            "やめた・直した",
            "",
            True,
            unit="つ",
        ),
        "quick": Piece(
            "気づいてから180日のうちに変わった手段",
            Within(kinds=(MeansChanged.kind,), column=layout(MeansChanged)["since"], most=QUICK),
            "180日のうちに",
            "もっとあとに",
            True,
            unit="つ",
        ),
    },
    asks=(
        Declared(1, "試しのひな形(いつまで・何を見て・どうなればやめる)がある", "form", "試しのひな形を一枚つくって"),
        Number(2, "1年に一つは試した", "begun", 1),
        Number(3, "1年に二つ以上試した", "begun", 2),
        Number(3, "一つはやめたか直した", "changed", 1),
        AtLeast(3, "気づいてから変わるまでの真ん中が180日以内", "quick", Fraction(50, 100), whole=True),
    ),
    steps={
        1: "「いつまで・何を見て・どうなればやめる」の三行のひな形をつくります。",
        2: "「見直し」の「試し」の画面に、一つの圏域での試しを書きます。",
        3: "三か月たった試しを一つ、続けるかやめるか話します。",
    },
    version="v0.3",  # judged by what reviews and plans leave in the ledger
)
