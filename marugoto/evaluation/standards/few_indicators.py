"""P.3 指標に節度がある (106条の3第2項の指針): few indicators, each with an owner, and used."""

from fractions import Fraction

from marugoto.evaluation.events.plan import IndicatorAdopted, IndicatorParked, IndicatorRetired, IndicatorSeeded
from marugoto.evaluation.events.review import DecisionEvidenced
from marugoto.evaluation.measures import Coded, Kinds, Renewed
from marugoto.evaluation.rules.ask import AtLeast, Few
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece
from marugoto.ledger.events import layout

ALWAYS, REMEMBERED = 36_500, 730  # days
ADOPTED = layout(IndicatorAdopted)


def _living(confirmed: Kinds, days: int, lapsed: Kinds = ()) -> Renewed:
    """Of the plan's living indicators; what a law asks for stands outside of them."""
    return Renewed(
        listed=(Coded(IndicatorAdopted.kind, ADOPTED["duty"], (0,)),),
        ended=(IndicatorSeeded.kind, IndicatorParked.kind, IndicatorRetired.kind),
        confirmed=confirmed,
        thing=ADOPTED["indicator"],
        days=days,
        lapsed=lapsed,
    )


def _explained(yes: int) -> Coded:
    return Coded(IndicatorAdopted.kind, ADOPTED["explained"], (yes,))


few_indicators = Criterion(
    code="P.3",
    name="指標に節度がある",
    core=True,
    function=Function.P,
    article=ARTICLES[Function.P],
    question="指標が少なく、だれのものか決まっていて、決めるときに使われているか。",
    does_not_say="指標の多いことがよいということ。使われない指標の値打ち。",
    guard="手で入れるのにかかる時間と、いっしょに読みます。",
    voices=("H⑥-2", "H⑥-4"),
    decision="次の年に、どの指標をやめるか。",
    evidence={
        "used": Piece(
            "この2年、決めたことのもとになった指標",
            _living((DecisionEvidenced.kind,), REMEMBERED),
            "もとになった",
            "まだ",
            True,
            unit="本",
        ),
        "explained": Piece(
            "持ち主と計算のしかたのある指標",
            _living((_explained(1),), ALWAYS, (_explained(0),)),
            "書かれている",
            "まだ",
            True,
            unit="本",
        ),
    },
    asks=(
        AtLeast(1, "使っている指標すべてに、持ち主と計算のしかたがある", "explained", Fraction(1), whole=True),
        Few(2, "使っている指標が30本以下", "used", 30),
        AtLeast(2, "その40%以上が、決めたことのもとになった", "used", Fraction(40, 100), whole=True),
        Few(3, "使っている指標が20本以下", "used", 20),
        AtLeast(3, "その70%以上が、決めたことのもとになった", "used", Fraction(70, 100), whole=True),
    ),
    steps={
        1: "計画の指標を「指標の台帳」に入れ、持ち主のないものに係の名前を入れます。",
        2: "「しぼる」で、残す指標をえらび、ほかは置いておきます。",
        3: "次の見直しで、決めたことのもとにした数字に印をつけます。",
    },
    version="v0.3",  # judged by what reviews and plans leave in the ledger
)
