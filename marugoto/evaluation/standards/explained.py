"""P.7 説明できる (106条の3第2項の指針): results are published, and what was asked is answered from evidence."""

from marugoto.evaluation.rules.ask import Declared, Unrecorded
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion

explained = Criterion(
    code="P.7",
    name="説明できる",
    core=False,
    function=Function.P,
    article=ARTICLES[Function.P],
    question="結果を公表し、財政・議会・県の問いに、証拠から答えているか。",
    does_not_say="公表の見ばえ。問いの多い少ない。",
    guard="よい結果だけを公表していないかと、いっしょに読みます。",
    voices=("H⑥-7", "H⑥-9", "H⑤-2"),
    decision="次に、どの問いの答えを用意するか。",
    evidence={},
    asks=(
        Declared(1, "結果を載せる頁がある", "page", "結果を載せる頁をつくって"),
        Declared(2, "年度の結果を、終わって9か月のうちに公表した", "published", "小さな数を伏せた結果を公表して"),
        Declared(3, "公表した数の伏せ方を、だれかが確かめた", "hidden", "公表した表の伏せ方を二人目が確かめて"),
        Unrecorded(
            3,
            "財政・議会・県の問いの80%以上に、証拠から答えた",
            "財政・議会・県から来た問いと、答えに引いた数字を、一つの控えに残す",
        ),
    ),
    steps={
        1: "市町村の頁に「包括的な支援体制のいま」を一枚つくります。",
        2: "半期の四つの段階と次の一歩を、そのまま載せます。",
        3: "議会と財政に聞かれたことを、その日に書きとめます。",
    },
)
