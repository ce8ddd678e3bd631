"""F1.7 コーディネーター同士が一緒に動く (106条の3第1項1号): those of community welfare and of daily support go out together."""

from marugoto.evaluation.rules.ask import Declared, Unrecorded
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion

WITH_WHOM = "日誌に「いっしょに行った係」を一つ残せるようにする"

coordinators_together = Criterion(
    code="F1.7",
    name="コーディネーター同士が一緒に動く",
    core=False,
    function=Function.F1,
    article=ARTICLES[Function.F1],
    question="地域福祉と生活支援のコーディネーターなどが、圏域でいっしょに動いているか。",
    does_not_say="打合せの回数。一人で動くことのよしあし。",
    guard="いっしょに出た先の住民の手間がふえていないかを聞きます。",
    voices=("H③-9",),
    decision="圏域の担当表を一枚にするか。",
    evidence={},
    asks=(
        Declared(1, "圏域ごとに、両方の担当がだれかが表になっている", "posts", "圏域ごとの担当を一枚の表にして"),
        Unrecorded(2, "どの四半期にも、いっしょに動いた日がある", WITH_WHOM),
        Unrecorded(3, "半期ごとに、半分以上の圏域でいっしょに動き、両方が資源地図を直している", WITH_WHOM),
    ),
    steps={
        1: "地域福祉・生活支援・認知症・就労の担当を、圏域ごとに一枚に書きます。",
        2: "次の訪問を一回、もう一人のコーディネーターと行きます。",
        3: "半期のはじめに、いっしょに出る圏域を決めます。",
    },
)
