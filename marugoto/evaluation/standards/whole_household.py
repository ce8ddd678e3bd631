"""F2.3 世帯をまるごと見る (106条の3第1項3号): of a household of two or more, somebody else than the first is seen, too."""

from fractions import Fraction

from marugoto.casework.events import AssessmentWritten, CaseOpened
from marugoto.evaluation.measures import Coded, Sequence
from marugoto.evaluation.rules.ask import AtLeast, Recorded
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece
from marugoto.ledger.events import layout

HALF_A_YEAR = 180
SEVERAL, ANY = tuple(range(2, 21)), tuple(range(1, 21))
SHEET = layout(AssessmentWritten)
OPENED = (Coded(CaseOpened.kind, layout(CaseOpened)["members"], SEVERAL),)
MET = Coded(AssessmentWritten.kind, SHEET["reached"], SEVERAL)
REFUSED = Coded(AssessmentWritten.kind, SHEET["refused"], ANY)

whole_household = Criterion(
    code="F2.3",
    name="世帯をまるごと見る",
    core=False,
    function=Function.F2,
    article=ARTICLES[Function.F2],
    question="二人以上の世帯で、はじめの方のほかの方にも会えているか、会わないという返事が残っているか。",
    does_not_say="会えた方への支援のよしあし。会いたくないという返事のよしあし。",
    guard="本人の同意や気持ちを先に聞いているかと、いっしょに読みます。",
    voices=("H①-9",),
    decision="はじめの訪問で、世帯のほかの方のことをどう聞くか。",
    evidence={
        "covered": Piece(
            "半年のうちに二人目のことが分かった世帯",
            Sequence(first=OPENED, then=(MET, REFUSED), days=HALF_A_YEAR),
            "会えた、または会わないという返事",
            "まだ",
            True,
            unit="世帯",
        ),
        "met": Piece(
            "半年のうちに二人目に会えた世帯",
            Sequence(first=OPENED, then=(MET,), days=HALF_A_YEAR),
            "会えた",
            "会えていない",
            True,
            unit="世帯",
        ),
    },
    asks=(
        Recorded(1, "世帯として記録できる", "covered", "二人以上の世帯が記録されています"),
        AtLeast(2, "二人目のことが分かった世帯が40%以上", "covered", Fraction(40, 100)),
        AtLeast(3, "二人目のことが分かった世帯が75%以上", "covered", Fraction(75, 100)),
        AtLeast(3, "二人目に会えた世帯が50%以上", "met", Fraction(50, 100)),
    ),
    steps={
        1: "世帯の支援を始めるときに、いっしょに暮らす方を一人ずつ書きます。",
        2: "次の訪問で「ほかのご家族はいかがですか」と一つ聞き、シートに書きます。",
        3: "会えていない方の分野の係に、いっしょに行こうとさそいます。",
    },
)
