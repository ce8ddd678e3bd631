"""F3.1 気づきの通り道がある (106条の3第1項2号後段): word comes from many sorts of people and every district, and is answered."""

from fractions import Fraction

from marugoto.community.events import DialogueHeld, FieldVisited, TrainingHeld, UnmetFiled
from marugoto.custody.events import BallPlaced
from marugoto.evaluation.measures import Among, Coded, Covered, Distinct, Sequence
from marugoto.evaluation.rules.ask import AtLeast, Declared, Number
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece
from marugoto.intake.events import NoticeAnswered, NoticeReceived
from marugoto.ledger.events import layout

YEAR, DAYS = 365, 3
SOMEWHERE = (BallPlaced.kind, FieldVisited.kind, DialogueHeld.kind, TrainingHeld.kind, UnmetFiled.kind)

ways_of_noticing = Criterion(
    code="F3.1",
    name="気づきの通り道がある",
    core=True,
    function=Function.F3,
    article=ARTICLES[Function.F3],
    question="いろいろな人から、どの圏域からも気づきが届き、すぐに答えているか。",
    does_not_say="気づきの数の多い少ない。届かなかった気づき。",
    guard="心配のなかった気づきの割合(住民の負担)と、いっしょに読みます。",
    voices=("H③-2",),
    decision="どの圏域で、だれに声をかけるか。",
    evidence={
        "answered": Piece(
            "3開庁日のうちに答えた気づき",
            Sequence(first=(NoticeReceived.kind,), then=(NoticeAnswered.kind,), within=DAYS),
            "3開庁日のうちに",
            "まだ・おそく",
            True,
        ),
        "sources": Piece(
            "知らせた人の種類",
            Distinct(kinds=(NoticeReceived.kind,), of=layout(NoticeReceived)["source"]),
            "届いた",
            "",
            True,
            unit="種類",
        ),
        "districts": Piece(
            "気づきの届いた圏域",
            Covered(kinds=(*SOMEWHERE, NoticeReceived.kind), seen=(NoticeReceived.kind,), days=YEAR),
            "届いた",
            "届いていない",
            True,
            unit="圏域",
        ),
        "calm": Piece(
            "心配のなかった気づき",
            Among(
                kinds=(NoticeAnswered.kind,),
                those=(Coded(NoticeAnswered.kind, layout(NoticeAnswered)["answer"], ("no_concern",)),),
            ),
            "心配がなかった",
            "ほか",
            None,
        ),
    },
    asks=(
        Declared(1, "気づきの届け先を一覧にしている", "channels", "気づきの届け先を一枚にして"),
        Number(2, "3種類以上の人から届いた", "sources", 3),
        AtLeast(2, "半分以上の圏域から届いた", "districts", Fraction(50, 100), whole=True),
        AtLeast(3, "80%以上の圏域から届いた", "districts", Fraction(80, 100), whole=True),
        AtLeast(3, "3開庁日のうちに答えた気づきが90%以上", "answered", Fraction(90, 100)),
    ),
    steps={
        1: "「心配なとき、ここへ」の紙を一枚つくり、民生委員と店に渡します。",
        2: "まだ届いていない種類の人を一つえらび、定例会で5分話します。",
        3: "届いた気づきの当番を、曜日ごとに決めます。",
    },
    beside={"calm": "心配のなかった気づきは%(said)s。"},
)
