"""P.2 目指す姿と手段が線でつながる (106条の3第2項の指針)."""

from fractions import Fraction

from marugoto.evaluation.events.plan import (
    AimMeasured,
    AimSet,
    AimUnmeasured,
    MeansBegun,
    MeansEnded,
    MeansLinked,
    MeansUnlinked,
)
from marugoto.evaluation.events.review import EffectChecked
from marugoto.evaluation.measures import Coded, Count, Renewed
from marugoto.evaluation.rules.ask import AtLeast, Declared, Either, Number, Recorded
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece
from marugoto.ledger.events import layout

ALWAYS = 36_500  # days: a line holds until it is cut

aims_and_means = Criterion(
    code="P.2",
    name="目指す姿と手段が線でつながる",
    core=False,
    function=Function.P,
    article=ARTICLES[Function.P],
    question="していることの一つ一つが、めざす姿と指標に線でつながっているか。",
    does_not_say="線が本当かどうか。線をたくさん引くことのよしあし。",
    guard="結果が出たあとで線を引き直していないかと、いっしょに読みます。",
    voices=("H⑥-6",),
    decision="どの手段にも線がないなら、それをやめるか。",
    evidence={
        "linked": Piece(
            "目指す姿と線でつながった手段",
            Renewed(
                listed=(MeansBegun.kind,),
                ended=(MeansEnded.kind,),
                confirmed=(MeansLinked.kind,),
                thing=layout(MeansBegun)["means"],
                days=ALWAYS,
                lapsed=(Coded(MeansUnlinked.kind, layout(MeansUnlinked)["left"], (0,)),),
            ),
            "つながっている",
            "線がない",
            True,
            unit="つ",
        ),
        "measured": Piece(
            "指標のついた目指す姿",
            Renewed(
                listed=(AimSet.kind,),
                ended=(),
                confirmed=(AimMeasured.kind,),
                thing=layout(AimSet)["aim"],
                days=ALWAYS,
                lapsed=(Coded(AimUnmeasured.kind, layout(AimUnmeasured)["left"], (0,)),),
            ),
            "指標がある",
            "まだ",
            True,
            unit="つ",
        ),
        "tested": Piece(
            "「こうなるはず」の確かめ",
            Count(kinds=(Coded(EffectChecked.kind, layout(EffectChecked)["assumed"], (1,)),)),
            "確かめた",
            "",
            True,
            unit="回",
        ),
    },
    asks=(
        Either(
            1,
            "目指す姿と手段の図がある",
            (
                Recorded(1, "計画の手段が書かれている", "linked", "手段が書かれています"),
                Declared(1, "目指す姿と手段の図がある", "tree", "目指す姿と手段を一枚の図にして"),
            ),
        ),
        AtLeast(2, "60%以上の手段が線でつながっている", "linked", Fraction(60, 100), whole=True),
        AtLeast(3, "90%以上の手段が線でつながっている", "linked", Fraction(90, 100), whole=True),
        AtLeast(3, "90%以上の目指す姿に指標がある", "measured", Fraction(90, 100), whole=True),
        Number(3, "「こうなるはず」を一つは確かめた", "tested", 1),
    ),
    steps={
        1: "めざす姿を三つ、いましていることを十、「目指す姿と手段」の画面に並べて線で結びます。",
        2: "線のない手段を一つえらび、なぜしているかを話します。",
        3: "「こうなるはず」を一つえらび、本当にそうなったかを確かめます。",
    },
    version="v0.3",  # judged by what reviews and plans leave in the ledger
)
