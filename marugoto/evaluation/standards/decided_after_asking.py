"""P.1 調べて話し合ってから決める (106条の3第2項の指針): analysis and dialogue first, and the way of working cites both."""

from marugoto.community.events import DialogueHeld
from marugoto.evaluation.measures import Coded, Count, Distinct
from marugoto.evaluation.rules.ask import Declared, Number
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece
from marugoto.ledger.events import layout

PARTNER = layout(DialogueHeld)["partner"]

decided_after_asking = Criterion(
    code="P.1",
    name="調べて話し合ってから決める",
    core=True,
    function=Function.P,
    article=ARTICLES[Function.P],
    question="2年のうちに調べ、住民や本人の声を聞き、その上で決めているか。",
    does_not_say="調べ方のよしあし。話し合いの回数。",
    guard="「委員会が承認しただけ」になっていないかと、いっしょに読みます。",
    voices=("H⑤-1", "H⑤-3", "H⑤-6", "H⑤-7"),
    decision="次に、だれの声を聞いてから決めるか。",
    evidence={
        "partners": Piece(
            "話し合った相手の種類", Distinct(kinds=(DialogueHeld.kind,), of=PARTNER), "話した", "", True, unit="種類"
        ),
        "residents": Piece(
            "住民との話し合い",
            Count(kinds=(Coded(DialogueHeld.kind, PARTNER, ("residents",)),)),
            "話した",
            "",
            True,
            unit="回",
        ),
    },
    asks=(
        Declared(1, "地域の資源と必要を調べ、日付がある", "analysis", "地域の資源と必要を調べ、まとめた日を入れて"),
        Number(2, "4種類以上の相手と話し合った(小さな町は2種類)", "partners", 4, small=2),
        Number(2, "住民と話し合った", "residents", 1),
        Declared(2, "本人や家族の声を聞いた", "concerned", "本人や家族に集まりや面談で聞いて"),
        Declared(
            3,
            "三つの機能それぞれの進め方が、調べたことと話し合いを引いている",
            "cited",
            "進め方の文書に、調べたことと話し合いの日を書き入れて",
        ),
    ),
    steps={
        1: "いまある統計と相談の記録から、地域の資源と必要を一枚にまとめます。",
        2: "支所か事業所に一つ聞きに行き、言われたことを「対話」に残します。",
        3: "進め方の文書に「〇月〇日に聞いたこと」を一行ずつ足します。",
    },
)
