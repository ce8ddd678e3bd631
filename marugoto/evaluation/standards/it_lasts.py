"""F3.5 続く (106条の3第1項2号後段): who settled still goes there, and nobody is lost where it ended."""

from fractions import Fraction

from marugoto.evaluation.indicators.stays import stays_90
from marugoto.evaluation.measures import Among, Coded, Sequence
from marugoto.evaluation.rules.ask import AtLeast, Recorded
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece, piece_of
from marugoto.ledger.events import layout
from marugoto.participation.codes import GoodEnd
from marugoto.participation.events import MatchMoved, StayLookedAt, VisitMade, WishHeard

MOVED = layout(MatchMoved)
ENDED = (Coded(MatchMoved.kind, MOVED["state"], ("ended",)),)
WELL = (Coded(MatchMoved.kind, MOVED["good"], tuple(one.value for one in GoodEnd)),)
FORTNIGHT = 14

it_lasts = Criterion(
    code="F3.5",
    name="続く",
    core=False,
    function=Function.F3,
    article=ARTICLES[Function.F3],
    question="通いはじめた方が90日たっても通い、終わったときに声がかかっているか。",
    does_not_say="行かなくなったことのよしあし。聞けなかった方のこと。",
    guard="よいおわり(一人で通う・仕事を始めたなど)と、いっしょに読みます。",
    voices=("H⑥-1",),
    decision="なじんだあとに、だれがいつ声をかけるか。",
    evidence={
        "stays": piece_of(stays_90, name="90日たってまだ通っている方", unit="人"),
        "followed": Piece(
            "終わって14日のうちに声をかけた方",
            Sequence(
                first=ENDED,
                then=(
                    *(WishHeard.kind, VisitMade.kind, StayLookedAt.kind, "ball.touched", "ball.settled"),
                    Coded(MatchMoved.kind, MOVED["state"], ("asked", "willing")),
                ),
                days=FORTNIGHT,
            ),
            "声をかけた",
            "まだ",
            True,
            unit="人",
        ),
        "well": Piece("よいおわり", Among(kinds=ENDED, those=WELL), "よいおわり", "ほか", None, unit="人"),
    },
    asks=(
        Recorded(1, "90日の様子を聞く日が決まっている", "stays", "通いはじめると、90日の日が予定に入ります"),
        AtLeast(2, "90日たって通っている方が40%以上", "stays", Fraction(40, 100)),
        AtLeast(3, "90日たって通っている方が60%以上", "stays", Fraction(60, 100)),
        AtLeast(3, "終わった方の80%以上に、14日のうちに声をかけた", "followed", Fraction(80, 100)),
    ),
    steps={
        1: "「続いている」と記した方の90日の日を、予定で確かめます。",
        2: "90日の電話を、本人と世話人の両方に一本ずつかけます。",
        3: "行かなくなった方に、責めずに「また別のところもあります」と声をかけます。",
    },
    beside={"well": "よいおわりは%(said)s。"},
)
