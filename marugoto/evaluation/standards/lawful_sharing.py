"""F2.5 情報共有の根拠がある (106条の3第1項3号): what is shared has a ground, and where one is wanting a lawful way is found."""

from fractions import Fraction

from marugoto.disclosure.events import DisclosureMade
from marugoto.evaluation.indicators.found_lawful_way import found_lawful_way
from marugoto.evaluation.measures import Count
from marugoto.evaluation.rules.ask import AtLeast, Declared, Recorded
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece, piece_of

ALWAYS = "根拠のない共有は、この仕組みでは起こりません"

lawful_sharing = Criterion(
    code="F2.5",
    name="情報共有の根拠がある",
    core=False,
    function=Function.F2,
    article=ARTICLES[Function.F2],
    question="知らせるときに根拠があり、根拠がなくて止まったときに正しい道が見つかっているか。",
    does_not_say="知らせるべきだったか。電話や紙で伝えたこと。はじめから試さなかったこと。",
    guard="知らせすぎていないか(見た記録の確かめ)と、いっしょに読みます。",
    voices=("H①-5",),
    decision="同意の聞き方と、支援会議の開きやすさ。",
    evidence={
        "found": piece_of(found_lawful_way, name="根拠がなくて止まり、正しい道が見つかったもの"),
        "made": Piece("根拠をもって知らせたもの", Count(kinds=(DisclosureMade.kind,)), "知らせた", "", None),
    },
    asks=(
        Declared(1, "知らせてよい根拠の一覧を決めている", "bases", "根拠の一覧を個人情報の担当と確かめて"),
        Recorded(2, "知らせたものの80%以上に根拠がある", "made", ALWAYS),
        Recorded(3, "知らせたものの98%以上に根拠がある", "made", ALWAYS),
        AtLeast(3, "止まったものの80%以上で、正しい道が見つかった", "found", Fraction(80, 100)),
    ),
    steps={
        1: "「知らせてよい根拠」の頁を、個人情報の担当と一度いっしょに読みます。",
        2: "次に知らせるとき、画面で根拠をえらんでから開きます。",
        3: "止まったものを一つえらび、同意か支援会議のどちらで開けるかを話します。",
    },
    beside={"made": "根拠をもって知らせたものは%(said)s。"},
)
