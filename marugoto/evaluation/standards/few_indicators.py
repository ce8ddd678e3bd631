"""P.3 指標に節度がある (106条の3第2項の指針): few indicators, each with an owner, and used."""

from marugoto.evaluation.rules.ask import Declared, Unrecorded
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion

USED = "見直しで決めたことに、引いた指標の値を残す(どの指標が使われたかが分かる)"

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
    evidence={},
    asks=(
        Declared(
            1, "計画の指標すべてに、持ち主と計算のしかたがある", "owners", "計画の指標に持ち主と計算のしかたを書いて"
        ),
        Unrecorded(2, "生きている指標が30以下で、40%以上が決定に使われた", USED),
        Unrecorded(3, "生きている指標が20以下で、70%以上が決定に使われた", USED),
    ),
    steps={
        1: "計画の指標を並べ、持ち主のないものに名前を入れます。",
        2: "この1年だれも見なかった指標を三つえらび、休ませます。",
        3: "次の見直しで、決めたことに引いた数字を書きます。",
    },
)
