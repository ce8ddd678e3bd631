"""P.4 見直しが手段に届く (106条の3第2項の指針): a review changes or stops something, and the effect is looked at."""

from fractions import Fraction

from marugoto.evaluation.codes import ReviewSaid
from marugoto.evaluation.events.review import EffectChecked, MeansChanged, ReviewClosed, ReviewDecided
from marugoto.evaluation.measures import Among, Coded, Count, Sequence
from marugoto.evaluation.rules.ask import AtLeast, Declared, Either, Number
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece
from marugoto.ledger.events import layout

DECIDED, CHANGED = layout(ReviewDecided), layout(MeansChanged)
REACHES = (Coded(ReviewDecided.kind, DECIDED["said"], (ReviewSaid.MEANS.value, ReviewSaid.STOP.value)),)

review_reaches_means = Criterion(
    code="P.4",
    name="見直しが手段に届く",
    core=True,
    function=Function.P,
    article=ARTICLES[Function.P],
    question="見直して、やり方を変えるかやめるかし、その効きめを確かめているか。",
    does_not_say="変えた数の多いことがよいということ。",
    guard="言葉だけの変え方になっていないか(変えた証拠)と、いっしょに読みます。",
    voices=("H⑥-10",),
    decision="次の見直しで、どの手段を変えるか、やめるか。",
    evidence={
        "reaches": Piece(
            "手段を変える・やめると決めたもの",
            Among(kinds=(ReviewDecided.kind,), those=REACHES),
            "手段を変える・やめる",
            "続ける・目標を変える",
            None,
        ),
        "effective": Piece(
            "期限までに変わった手段",
            Sequence(first=REACHES, then=(MeansChanged.kind,), due_column=DECIDED["due"], key=DECIDED["decision"]),
            "期限までに変わった",
            "まだ",
            True,
        ),
        "checked": Piece(
            "確かめる日までに確かめたききめ",
            Sequence(
                first=(MeansChanged.kind,),
                then=(EffectChecked.kind,),
                due_column=CHANGED["check_on"],
                key=CHANGED["decision"],
            ),
            "確かめた",
            "まだ",
            True,
        ),
        "closed": Piece("閉じた見直し", Count(kinds=(ReviewClosed.kind,)), "閉じた", "", None, unit="回"),
    },
    asks=(
        Either(
            1,
            "この12か月のうちに見直しをした",
            (
                Number(1, "この12か月のうちに見直しを閉じた", "closed", 1),
                Declared(1, "この12か月のうちに見直しをした", "review", "見直しの会を一度開いて"),
            ),
        ),
        Number(2, "手段を変える・やめると決めたものが一つはある", "reaches", 1),
        AtLeast(3, "決めたことの30%以上が手段に届いた", "reaches", Fraction(30, 100)),
        AtLeast(3, "そのうち70%以上が期限までに変わった", "effective", Fraction(70, 100)),
        Number(3, "ききめを確かめる日までに、一つは確かめた", "checked", 1),
    ),
    steps={
        1: "半期の終わりに、二時間の見直しの会を一回開き、「見直し」の画面に問いから書きます。",
        2: "その会で、やり方を一つだけ変えると決め、だれが・いつまでを書きます。",
        3: "変えたあとの効きめを見る日を、決めたその場で入れます。",
    },
    version="v0.3",  # judged by what reviews and plans leave in the ledger
)
