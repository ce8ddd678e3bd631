"""F2.8 席が広い (106条の3第1項3号): health, children, schools, police, housing, work, medicine, the next town."""

from marugoto.conferences.events import SeatTaken
from marugoto.evaluation.indicators.seats_beyond import seats_beyond
from marugoto.evaluation.measures import Distinct
from marugoto.evaluation.rules.ask import Declared, Number, Unrecorded
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece, piece_of
from marugoto.ledger.events import layout

wide_table = Criterion(
    code="F2.8",
    name="席が広い",
    core=False,
    function=Function.F2,
    article=ARTICLES[Function.F2],
    question="保健所・児童相談所・学校・警察・住まい・就労・医療・隣の市町村など、要る人が席についているか。",
    does_not_say="席についた人が役に立ったか。会議の外のつながり。",
    guard="招いた席と、来た席のちがいといっしょに読みます。",
    voices=("H②-7", "H②-8", "H②-9", "H⑧"),
    decision="次にだれを招くか。県の機関への声のかけ方。",
    evidence={
        "fields": Piece(
            "席についた分野",
            Distinct(kinds=(SeatTaken.kind,), of=layout(SeatTaken)["field"]),
            "席についた",
            "",
            True,
            unit="分野",
        ),
        "beyond": piece_of(seats_beyond, name="役割をやりとげた福祉の外の分野", unit="分野"),
    },
    asks=(
        Declared(1, "声をかける先の一覧がある", "contacts", "福祉の外と県の機関をふくむ連絡先の一覧をつくって"),
        Number(2, "3つ以上の分野が席についた", "fields", 3),
        Number(3, "5つ以上の分野が席についた", "fields", 5),
        Unrecorded(
            3,
            "うち二つ以上は県の機関で、市町村をまたぐ世帯では両方がいた",
            "席についた人が県の機関か、市町村をまたぐ世帯かを、会議の席に一つ記せるようにする",
        ),
    ),
    steps={
        1: "保健所・児童相談所・学校・警察・住まい・就労の連絡先を一枚に書きます。",
        2: "次の会議の議題を一つえらび、要る分野で一度も来ていないところを一つ招きます。",
        3: "保健所と児童相談所に、年に二回の顔合わせを頼みます。",
    },
    beside={"beyond": "役割をやりとげた福祉の外の分野は%(said)s。"},
)
