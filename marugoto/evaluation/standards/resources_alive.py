"""F1.1 資源地図が生きている (106条の3第1項1号): places and groups are known, and what is known is still true."""

from fractions import Fraction

from marugoto.community.events import ChangeAsked, PlaceConfirmed, PlaceEnded
from marugoto.evaluation.indicators.places_fresh import places_fresh
from marugoto.evaluation.measures import Coded, Count
from marugoto.evaluation.rules.ask import AtLeast, Declared, Either, Number, Recorded
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece, piece_of
from marugoto.ledger.events import layout

resources_alive = Criterion(
    code="F1.1",
    name="資源地図が生きている",
    core=True,
    function=Function.F1,
    article=ARTICLES[Function.F1],
    question="居場所や活動が載っていて、いまも本当か。",
    does_not_say="載せた数の多い少ない。確かめた中身の正しさ。載っていない場所のこと。",
    guard="載せた数は点になりません。古いものを消して割合を上げていないかを、終わった場所の記録といっしょに見ます。",
    voices=("H③-2", "H③-5"),
    decision="確かめて回る役と間隔の決め方。",
    evidence={
        "fresh": piece_of(places_fresh, name="1年のうちに確かめた場所", unit="か所"),
        "others": Piece(
            "団体自身の確かめや直し",
            Count(
                kinds=(ChangeAsked.kind, Coded(PlaceConfirmed.kind, layout(PlaceConfirmed)["how"], ("host",))),
            ),
            "団体自身から",
            "",
            True,
        ),
        "ended": Piece(
            "終わった場所の記録",
            Count(kinds=(Coded(PlaceEnded.kind, layout(PlaceEnded)["end"], ("ended",)),)),
            "終わった",
            "",
            None,
        ),
    },
    asks=(
        Declared(1, "資源地図の持ち主の係が決まっている", "owner", "資源地図の持ち主の係を決めて"),
        Recorded(1, "一つでも載っている", "fresh", "場所が載っています"),
        AtLeast(2, "1年のうちに確かめた場所が30%以上", "fresh", Fraction(30, 100), whole=True),
        Number(2, "団体自身が確かめたか直した記録が一つはある", "others", 1),
        AtLeast(3, "1年のうちに確かめた場所が70%以上", "fresh", Fraction(70, 100), whole=True),
        Either(
            3,
            "終わった場所も記録されている",
            (
                Number(3, "終わった場所の記録がある", "ended", 1),
                Declared(3, "この1年、終わった場所はない", "none_ended", "終わった場所がないことを確かめて"),
            ),
        ),
    ),
    steps={
        1: "資源地図を持つ係を一つ決めます。",
        2: "確かめる番の場所に電話を一本かけ、世話人に「世話人の頁」のリンクを渡します。",
        3: "圏域ごとに月三か所ずつ確かめ、終わった場所は終わったと記します。",
    },
    beside={"ended": "終わったと記した場所は%(said)s。"},
)
