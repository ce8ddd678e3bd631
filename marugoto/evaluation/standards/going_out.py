"""F3.3 届いていない人に出向く (106条の3第1項2号後段): somebody goes to who has not asked, and respects a no."""

from fractions import Fraction

from marugoto.evaluation.indicators.outreach_agreed import FIRST_ATTEMPT, HALF_A_YEAR, outreach_agreed
from marugoto.evaluation.measures import Among, Coded, Sequence
from marugoto.evaluation.rules.ask import AtLeast, Declared
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece, piece_of
from marugoto.intake.events import IntakeOpened
from marugoto.ledger.events import layout

QUARTER = 90

going_out = Criterion(
    code="F3.3",
    name="届いていない人に出向く",
    core=False,
    function=Function.F3,
    article=ARTICLES[Function.F3],
    question="自分からは来ない方のところに出向き、出会えているか。",
    does_not_say="訪ねた回数の多い少ない。断られたことのよしあし(断る自由があります)。",
    guard="断りの返事を守っているかと、いっしょに読みます。割合を上げるために急ぎません。",
    voices=("H③-10",),
    decision="訪ねる人の時間のとり方と、どの近づき方を続けるか。",
    evidence={
        "reached": Piece(
            "90日のうちに会えた方",
            Sequence(first=(FIRST_ATTEMPT,), then=("outreach.reached",), days=QUARTER, matured=True),
            "会えた",
            "まだ",
            True,
            unit="人",
        ),
        "agreed": piece_of(outreach_agreed, name="半年のうちに相談になった方", unit="人"),
        "others": Piece(
            "自分で来たのでない相談",
            Among(
                kinds=(IntakeOpened.kind,),
                those=(Coded(IntakeOpened.kind, layout(IntakeOpened)["channel"], ("outreach", "other_agency")),),
            ),
            "出向いて・ほかの機関から",
            "自分で",
            True,
        ),
        "refused": Piece(
            "半年のうちに断りの返事のあった方",
            Sequence(first=(FIRST_ATTEMPT,), then=("outreach.refused",), days=HALF_A_YEAR, matured=True),
            "断りの返事",
            "ほか",
            None,
            unit="人",
        ),
    },
    asks=(
        Declared(1, "どんな方のところへ出向くかが決まっている", "targets", "出向く方の決め方と法の根拠を確かめて"),
        AtLeast(2, "90日のうちに会えた方が50%以上", "reached", Fraction(50, 100)),
        AtLeast(3, "半年のうちに相談になった方が30%以上", "agreed", Fraction(30, 100)),
        AtLeast(3, "自分で来たのでない相談が20%以上", "others", Fraction(20, 100)),
    ),
    steps={
        1: "どんな方のところへ、どの法の根拠で出向くかを一枚に書きます。",
        2: "気になる方のところへ一度出向き、会えなくても記録します。",
        3: "会えなかったときの次の手(手紙・近所・いっしょの用事)を、二人で考えます。",
    },
    beside={"refused": "半年のうちに断りの返事のあった方は%(said)s。"},
)
