"""P.4 見直しが手段に届く (106条の3第2項の指針): a review changes or stops something, and the effect is looked at."""

from marugoto.evaluation.rules.ask import Declared, Unrecorded
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion

DECIDED = "見直しの会で、続ける・手段を変える・目標を変える・やめる、のどれに決めたかを残す"

review_reaches_means = Criterion(
    code="P.4",
    name="見直しが手段に届く",
    core=True,
    function=Function.P,
    article=ARTICLES[Function.P],
    question="見直して、やり方を変えるかやめるかし、その効きめを確かめているか。",
    does_not_say="変えた数の多いことがよいということ。",
    guard="言葉だけの変え方になっていないか(変えた証拠)と、いっしょに読みます。",
    voices=("H⑥-10",),
    decision="次の見直しで、どの手段を変えるか、やめるか。",
    evidence={},
    asks=(
        Declared(1, "この12か月のうちに見直しをした", "review", "見直しの会を一度開いて"),
        Unrecorded(2, "手段を変える・やめると決めたものが一つはある", DECIDED),
        Unrecorded(3, "2年の決定の30%以上が手段に届き、その70%以上が期限までに実り、効きめを確かめた", DECIDED),
    ),
    steps={
        1: "半期の終わりに、二時間の見直しの会を一回開きます。",
        2: "その会で、やり方を一つだけ変えると決め、だれが・いつまでを書きます。",
        3: "変えたあとの効きめを見る日を、決めたその場で入れます。",
    },
)
