"""F1.8 学びが動きになる (106条の3第1項1号 研修): what residents learn is followed by something they do."""

from fractions import Fraction

from marugoto.community.events import FieldVisited, TrainingFollowed, TrainingHeld
from marugoto.custody.events import BallPlaced
from marugoto.evaluation.measures import Coded, Count, Covered, Sequence
from marugoto.evaluation.rules.ask import AtLeast, Number
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece
from marugoto.ledger.events import layout

FOR_RESIDENTS = (Coded(TrainingHeld.kind, layout(TrainingHeld)["type"], ("residents", "helpers", "promoters")),)
HALF_A_YEAR, YEAR = 180, 365

learning_moves = Criterion(
    code="F1.8",
    name="学びが動きになる",
    core=False,
    function=Function.F1,
    article=ARTICLES[Function.F1],
    question="住民の学びの場があり、そのあとに気づきや役割が生まれているか。",
    does_not_say="来た人数の多い少ない。すぐに動きにならない学びのよしあし。",
    guard="来た人数は点になりません。",
    voices=("H③-2",),
    decision="講座のあとに、だれがいつ声をかけるか。",
    evidence={
        "followed": Piece(
            "半年のうちに動きになった学びの場",
            Sequence(
                first=FOR_RESIDENTS,
                then=(Coded(TrainingFollowed.kind, layout(TrainingFollowed)["fruit"], ("helpers", "place_started")),),
                days=HALF_A_YEAR,
            ),
            "動きになった",
            "まだ",
            True,
            unit="回",
        ),
        "held": Piece("住民の学びの場", Count(kinds=FOR_RESIDENTS), "開いた", "", True, unit="回"),
        "covered": Piece(
            "学びの場のあった圏域",
            Covered(kinds=(BallPlaced.kind, FieldVisited.kind, TrainingHeld.kind), seen=FOR_RESIDENTS, days=YEAR),
            "あった",
            "なかった",
            True,
            unit="圏域",
        ),
    },
    asks=(
        Number(1, "住民の学びの場を開いた", "held", 1),
        AtLeast(2, "半分以上の圏域で開いた", "covered", Fraction(50, 100), whole=True),
        AtLeast(3, "動きになった学びの場が50%以上", "followed", Fraction(50, 100), whole=True),
    ),
    steps={
        1: "小さな講座を一つ開き、来た人数を残します。",
        2: "まだ開いていない圏域の公民館に、一回分の場所を頼みます。",
        3: "講座の最後に「やってみたいこと」を聞き、ひと月あとに電話をします。",
    },
)
