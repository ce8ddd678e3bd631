"""F2.6 司令塔が後ろから支える (106条の3第1項3号): it sees what nobody touches, and leaves the ball where it is."""

from fractions import Fraction

from marugoto.custody.events import BallEscalated, RescueBegun, RescueEnded
from marugoto.evaluation.codes import Path
from marugoto.evaluation.indicators.asker_keeps import asker_keeps
from marugoto.evaluation.measures import Sequence
from marugoto.evaluation.rules.ask import AtLeast, Declared
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece, piece_of
from marugoto.ledger.events import layout

FORTNIGHT, LONG = 14, 90

tower_behind = Criterion(
    code="F2.6",
    name="司令塔が後ろから支える",
    core=True,
    function=Function.F2,
    article=ARTICLES[Function.F2],
    question="動かないボールに司令塔が気づき、持ち手から取り上げずに、また動いているか。",
    does_not_say="司令塔が預かることのよしあし。困ったと言わなかった係のこと。",
    guard="90日をこえて預かったままのものと、いっしょに読みます。",
    voices=("H⑦-2", "H⑦-3", "H⑦-4", "H⑦-5"),
    decision="司令塔が預かる前に、いっしょに動くことを先に考える約束。",
    evidence={
        "moving": Piece(
            "知らせから14日のうちにまた動いたボール",
            Sequence(
                first=(BallEscalated.kind,),
                then=("ball.touched", "ball.caught", "ball.settled", "ball.assigned", "ball.taken_in"),
                days=FORTNIGHT,
            ),
            "また動いた",
            "まだ",
            True,
        ),
        "kept": piece_of(asker_keeps, name="困った係が手放さずに続けた「困った」"),
        "returned": Piece(
            "90日のうちに持ち手に返した預かり",
            Sequence(
                first=(RescueBegun.kind,),
                then=(RescueEnded.kind,),
                days=LONG,
                key=layout(RescueBegun)["rescue"],
            ),
            "返した",
            "預かったまま",
            True,
        ),
    },
    asks=(
        Declared(
            1,
            "司令塔が名指しされ、できることが文書になっている",
            "authority",
            "司令塔の係と、できることを一枚の文書にして",
            {Path.SMALL: "保健福祉の係が兼ねてもよいので、"},
        ),
        Declared(2, "手のついていないボールの一覧を月に一度見ている", "monthly", "月に一度の日を決めて一覧を見て"),
        AtLeast(2, "知らせから14日のうちに70%以上がまた動いた", "moving", Fraction(70, 100)),
        AtLeast(3, "知らせから14日のうちに90%以上がまた動いた", "moving", Fraction(90, 100)),
        AtLeast(3, "困った係が手放さずに続けたものが60%以上", "kept", Fraction(60, 100)),
    ),
    steps={
        1: "司令塔の係と、声をかけてよい範囲を、首長の名前で一枚に書きます。",
        2: "月の第一月曜に、手のついていない一覧を見て、持ち手に電話をします。",
        3: "預かる前に「いっしょに行きましょうか」と先に聞きます。",
    },
    beside={"returned": "90日のうちに持ち手に返した預かりは%(said)s。"},
)
