"""P.6 使う人・支える人が評価に入る (106条の3第2項の指針)."""

from marugoto.evaluation.rules.ask import Declared, Unrecorded
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion

WHO = "見直しの会に、どんな立場の人がいたかと、だれの声から変わったかを残す"

users_in_review = Criterion(
    code="P.6",
    name="使う人・支える人が評価に入る",
    core=False,
    function=Function.P,
    article=ARTICLES[Function.P],
    question="本人・家族・住民・現場の職員が、見直しの席にいるか。",
    does_not_say="席にいた人の声が聞かれたかどうか。",
    guard="いるだけになっていないか(その声から変わったこと)と、いっしょに読みます。",
    voices=("H⑤-7",),
    decision="次の見直しに、だれを招くか。",
    evidence={},
    asks=(
        Declared(1, "本人・家族・住民・現場の職員を見直しに招いている", "invited", "見直しの会に本人や住民を招いて"),
        Unrecorded(2, "2つ以上の立場の人が見直しにいた", WHO),
        Unrecorded(3, "3つ以上の立場の人がいて、その声から一つは変わった", WHO),
    ),
    steps={
        1: "次の見直しの会に、住民を一人、現場の職員を一人招きます。",
        2: "会の前に、招いた人と30分、数字の読み方を話します。",
        3: "その声から変わったことを、名前を出さずに公表します。",
    },
)
