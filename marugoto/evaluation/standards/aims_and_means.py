"""P.2 目指す姿と手段が線でつながる (106条の3第2項の指針)."""

from marugoto.evaluation.rules.ask import Declared, Unrecorded
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion

LINES = "目指す姿・手段・指標を一本ずつ線で結んだ表(ロジックモデル)を、見直しの場に残す"

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
    evidence={},
    asks=(
        Declared(1, "めざす姿と手段の図がある", "tree", "めざす姿と手段を一枚の図にして"),
        Unrecorded(2, "60%以上の手段が線でつながっている", LINES),
        Unrecorded(3, "90%以上がつながり、線のない指標がなく、一つは確かめた", LINES),
    ),
    steps={
        1: "めざす姿を三つ、いましていることを十、一枚の紙に並べて線で結びます。",
        2: "線のない手段を一つえらび、なぜしているかを話します。",
        3: "「こうなるはず」を一つえらび、本当にそうなったかを確かめます。",
    },
)
