"""F2.1 断らずに受け止める (106条の3第1項3号): whoever comes is taken up by a team able to act, in every field."""

from fractions import Fraction

from marugoto.casework.events import CaseGathered
from marugoto.evaluation.indicators.first_contact import first_contact
from marugoto.evaluation.measures import Among, Coded, Sequence
from marugoto.evaluation.rules.ask import AtLeast, Declared, EveryGroup, Recorded, SomeGroups
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece, piece_of
from marugoto.intake.events import IntakeEnded, IntakeOpened
from marugoto.ledger.events import layout

MONTH = 30
NEXT = (
    *("ball.offered", "ball.caught", "ball.touched", "ball.settled", "companion.joined"),
    *(IntakeEnded.kind, CaseGathered.kind),
)

nobody_is_refused = Criterion(
    code="F2.1",
    name="断らずに受け止める",
    core=True,
    function=Function.F2,
    article=ARTICLES[Function.F2],
    question="どの分野の窓口に来ても、3開庁日のうちに、動ける係が受け取っているか。",
    does_not_say="受け止めたあとの支援のよしあし。窓口まで来られなかった方のこと。",
    guard="その場の答えだけで終えた相談の割合と、いっしょに読みます。",
    voices=("H①-9", "H④-4"),
    decision="受付から最初の一歩までの当番の決め方。",
    evidence={
        "taken": piece_of(first_contact, name="3開庁日のうちに受け止めた相談と気づき", by="org"),
        "next": Piece(
            "30日のうちに次の一歩のある相談",
            Sequence(first=(IntakeOpened.kind,), then=NEXT, days=MONTH),
            "次の一歩がある",
            "次の一歩がない",
            True,
        ),
        "told": Piece(
            "その場の答えで終えた相談",
            Among(
                kinds=(IntakeEnded.kind,),
                those=(Coded(IntakeEnded.kind, layout(IntakeEnded)["end"], ("answered",)),),
            ),
            "その場で答えた",
            "ほかの終わり",
            None,
        ),
    },
    asks=(
        Declared(1, "「どの窓口も、まず受け止める」と決めている", "rule", "どの窓口もまず受け止める決まりをつくり"),
        Recorded(1, "はじめに受けた係が記録されている", "taken", "どの相談にも、はじめに受けた係が残ります"),
        SomeGroups(2, "3つ以上の分野で70%以上", "taken", Fraction(70, 100), 3),
        AtLeast(3, "3開庁日のうちの受け止めが90%以上", "taken", Fraction(90, 100)),
        EveryGroup(3, "どの分野でも75%以上", "taken", Fraction(75, 100)),
        AtLeast(3, "30日のうちに次の一歩のある相談が95%以上", "next", Fraction(95, 100)),
    ),
    steps={
        1: "課長会議で「どの窓口も、まず受け止める」を一行の決まりにします。",
        2: "分野ごとに、受けた相談の当番を一人決めます。",
        3: "月に一度、次の一歩のない相談を、受けた係と司令塔で見ます。",
    },
    beside={"told": "その場の答えで終えた相談は%(said)s。"},
)
