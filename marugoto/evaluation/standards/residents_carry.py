"""F1.4 住民が担い、役割が生まれる (106条の3第1項1号): residents hold what happens, and who was helped gets a part."""

from fractions import Fraction

from marugoto.evaluation.indicators.resident_hosted import resident_hosted
from marugoto.evaluation.measures import Coded, Count
from marugoto.evaluation.rules.ask import AtLeast, Number
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece, piece_of
from marugoto.ledger.events import layout
from marugoto.participation.events import MatchMoved

residents_carry = Criterion(
    code="F1.4",
    name="住民が担い、役割が生まれる",
    core=False,
    function=Function.F1,
    article=ARTICLES[Function.F1],
    question="集まりを住民が開き、支えられた方にも役割が生まれているか。",
    does_not_say="担い手にならない参加のよしあし。見に行っていない集まりのこと。",
    guard="担い手の疲れ(世話をする人がいなくなって終わった集まり)と、いっしょに読みます。",
    voices=("H③-6", "H⑤-5"),
    decision="役所や社協が開く集まりを、住民と開く・住民に渡す手順にするか。",
    evidence={
        "hosted": piece_of(resident_hosted, name="住民が開いた集まり", unit="回"),
        "roles": Piece(
            "支えられた方に生まれた役割",
            Count(kinds=(Coded(MatchMoved.kind, layout(MatchMoved)["state"], ("helping",)),)),
            "担い手になった",
            "",
            True,
        ),
    },
    asks=(
        Number(1, "住民が開いた集まりが一つはある", "hosted", 1),
        AtLeast(2, "住民が開いた集まりが30%以上", "hosted", Fraction(30, 100)),
        AtLeast(3, "住民が開いた集まりが50%以上", "hosted", Fraction(50, 100)),
        Number(3, "支えられた方の役割が3つ以上生まれた", "roles", 3),
    ),
    steps={
        1: "集まりを一つ訪ね、だれが開いたかを日誌に書きます。",
        2: "役所が開いている集まりを一つ、次は住民といっしょに開きます。",
        3: "なじんだ方に、受付やお茶など小さな役を一つ頼みます。",
    },
)
