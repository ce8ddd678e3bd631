"""F3.2 返事が返る (106条の3第1項2号後段): whoever noticed hears back what may be said."""

from fractions import Fraction

from marugoto.evaluation.indicators.heard_back import heard_back
from marugoto.evaluation.measures import Among, Coded
from marugoto.evaluation.rules.ask import AtLeast, Declared
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece, piece_of
from marugoto.intake.events import NoticeFedBack
from marugoto.ledger.events import layout

word_comes_back = Criterion(
    code="F3.2",
    name="返事が返る",
    core=True,
    function=Function.F3,
    article=ARTICLES[Function.F3],
    question="気づいた人に、14日のうちに返事が返っているか。",
    does_not_say="返事の中身のよしあし。気づかれた本人の暮らし。",
    guard="返事を望まれなかったもの、返しようのなかったものと、いっしょに読みます。",
    voices=("H③-2",),
    decision="返事をする係と、伝えてよい文の例。",
    evidence={
        "heard": piece_of(heard_back, name="14日のうちに返事の返った気づき"),
        "unwanted": Piece(
            "望まれなかった、または返しようのなかった返事",
            Among(
                kinds=(NoticeFedBack.kind,),
                those=(Coded(NoticeFedBack.kind, layout(NoticeFedBack)["told_by"], ("not_wanted", "no_way")),),
            ),
            "望まれない・返しようがない",
            "返事をした",
            None,
        ),
    },
    asks=(
        Declared(1, "返事のひな形が決まっている", "template", "伝えてよい範囲を確かめた返事のひな形をつくって"),
        AtLeast(2, "14日のうちに返った返事が50%以上", "heard", Fraction(50, 100)),
        AtLeast(3, "14日のうちに返った返事が80%以上", "heard", Fraction(80, 100)),
    ),
    steps={
        1: "「お知らせありがとうございます。伺いました」の短い文を一つ決めます。",
        2: "返事の担当を決め、三つの圏域で半年試します。",
        3: "週のはじめに、返事のまだのものを一覧で見ます。",
    },
    beside={"unwanted": "望まれなかった、または返しようのなかったものは%(said)s。"},
)
