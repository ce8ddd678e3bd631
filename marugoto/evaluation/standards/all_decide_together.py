"""F2.4 関係者全員で決め、決めたことが進む (106条の3第1項3号): what is deep comes to a table, who is needed sits there, and it is done."""

from fractions import Fraction

from marugoto.conferences.events import DecisionMade, ItemPutOn
from marugoto.evaluation.codes import Path
from marugoto.evaluation.indicators.decided_done import decided_done
from marugoto.evaluation.indicators.fields_seated import fields_seated
from marugoto.evaluation.indicators.households import CLOSED, DEEP, GATHERED, KNOWN, TROUBLES
from marugoto.evaluation.measures import Count, Unaided
from marugoto.evaluation.rules.ask import AtLeast, AtMost, Declared, Recorded
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece, piece_of

all_decide_together = Criterion(
    code="F2.4",
    name="関係者全員で決め、決めたことが進む",
    core=True,
    function=Function.F2,
    article=ARTICLES[Function.F2],
    question="困りごとの重なる世帯のことを、要る分野がそろって決め、決めたことが期限までに進んでいるか。",
    does_not_say="会議の回数の多い少ない。決めたことのよしあし。会議まで60日のうちだったか(支援の終わった世帯で数えます)。",
    guard="会議の回数は点になりません。一回にかかった時間と、いっしょに読みます。",
    voices=("H①-3", "H①-9", "H⑥-1"),
    decision="どの会議で、だれを呼んで決めるか。決める数と期限の長さ。",
    evidence={
        "done": piece_of(decided_done, name="期限までにできた決定"),
        "seated": piece_of(fields_seated, name="要る分野の人が来た席", unit="席"),
        "alone": Piece(
            "3種類以上の困りごとがあり、会議にかからずに終わった世帯",
            Unaided(ends=CLOSED, gathered=GATHERED, known=KNOWN, troubles=TROUBLES, deep=DEEP, aid=(ItemPutOn.kind,)),
            "会議にかからずに",
            "会議にかかった",
            False,
            unit="世帯",
        ),
        "decided": Piece("会議で決めた役割", Count(kinds=(DecisionMade.kind,)), "決めた", "", True),
    },
    asks=(
        Declared(
            1,
            "どんなときに集まるかが決まっている",
            "calling",
            "に、どんなときに集まるかを決めて",
            {
                Path.EXISTING: "支援会議・地域ケア会議・困窮の支援会議・要対協・自立支援協議会のどれか",
                Path.MULTILAYERED: "重層的支援会議か支援会議",
                Path.SMALL: "定例の町の打合せ",
            },
        ),
        AtMost(2, "3種類以上の困りごとのある世帯で、会議にかからずに終わったものが50%以下", "alone", Fraction(50, 100)),
        Recorded(2, "決めたことに、持ち手と期限がある", "decided", "どの決定にも持ち手と期限があります"),
        AtMost(3, "3種類以上の困りごとのある世帯で、会議にかからずに終わったものが20%以下", "alone", Fraction(20, 100)),
        AtLeast(3, "要る分野の席が70%以上そろっている", "seated", Fraction(70, 100)),
        AtLeast(3, "期限までにできた決定が80%以上", "done", Fraction(80, 100)),
    ),
    steps={
        1: "どんな世帯のときに、どの会議を、だれが呼ぶかを一枚に書きます。",
        2: "次の会議で、決めたこと一つずつに、持ち手と期限をつけます。",
        3: "会議のはじめの5分で、前に決めたことを読み上げて確かめます。",
    },
)
