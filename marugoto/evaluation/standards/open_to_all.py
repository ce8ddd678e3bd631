"""F1.3 属性・世代を問わない (106条の3第1項1号): places are open across fields."""

from fractions import Fraction

from marugoto.community.events import PlaceEnded, PlaceListed, PlaceWidened
from marugoto.evaluation.measures import Coded, Count, Kinds, Renewed
from marugoto.evaluation.rules.ask import AtLeast, Groups
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece
from marugoto.ledger.events import layout
from marugoto.participation.events import MatchMoved

ALWAYS = 36_500  # days
WELCOME = layout(PlaceWidened)["welcome"]


def _welcome(kinds: Kinds) -> Renewed:
    """Of the places on the list, those of which this was ever said."""
    return Renewed(
        listed=(PlaceListed.kind,),
        ended=(PlaceEnded.kind,),
        confirmed=kinds,
        thing=layout(PlaceListed)["place"],
        days=ALWAYS,
    )


open_to_all = Criterion(
    code="F1.3",
    name="属性・世代を問わない",
    core=False,
    function=Function.F1,
    article=ARTICLES[Function.F1],
    question="だれを迎えるかが聞けていて、いろいろな方が通える場所があるか。",
    does_not_say="同じ立場の人だけの静かな場のよしあし。そのあと迎える方をしぼったこと。",
    guard="同じ立場の人だけの静かな場も大切です。100%をめざしません。",
    voices=("H③-6",),
    decision="どの場所の世話人に「ほかの世代も来てよいですか」と聞くか。",
    evidence={
        "open": Piece(
            "「どなたでも」と聞けた場所",
            _welcome((Coded(PlaceWidened.kind, WELCOME, ("anybody",)),)),
            "どなたでも",
            "ほか・まだ聞けていない",
            None,
            unit="か所",
        ),
        "known": Piece("迎える方の聞けた場所", _welcome((PlaceWidened.kind,)), "聞けた", "まだ", True, unit="か所"),
        "arrived": Piece(
            "通いはじめた方",
            Count(kinds=(Coded(MatchMoved.kind, layout(MatchMoved)["state"], ("settled",)),)),
            "通いはじめた",
            "",
            True,
            unit="人",
            by="org",
        ),
    },
    asks=(
        AtLeast(1, "迎える方の聞けた場所が半分以上", "known", Fraction(50, 100), whole=True),
        AtLeast(2, "「どなたでも」の場所が25%以上", "open", Fraction(25, 100), whole=True),
        AtLeast(3, "「どなたでも」の場所が50%以上", "open", Fraction(50, 100), whole=True),
        Groups(3, "3つ以上の分野から通いはじめている", "arrived", 3),
    ),
    steps={
        1: "確かめの電話のときに「どなたを迎えていますか」と一つ聞きます。",
        2: "世話人三人に「ほかの世代も来てよいですか」と聞きます。",
        3: "分野のちがう係に、その場所をいっしょに見に行こうとさそいます。",
    },
)
