"""P.6 使う人・支える人が評価に入る (106条の3第2項の指針)."""

from marugoto.evaluation.codes import Party
from marugoto.evaluation.events.review import MeansCredited, ReviewInvited, ReviewJoined
from marugoto.evaluation.measures import Coded, Count, Distinct
from marugoto.evaluation.rules.ask import Declared, Either, Number
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece
from marugoto.ledger.events import layout

THEIRS = tuple(
    one.value
    for one in (
        Party.PERSON,
        Party.FAMILY,
        Party.RESIDENTS,
        Party.COMMISSIONERS,
        Party.COUNCIL,
        Party.PROVIDERS,
        Party.FRONT,
    )
)  # who uses it and who carries it; not the other divisions, the top or experts
JOINED = layout(ReviewJoined)["party"]

users_in_review = Criterion(
    code="P.6",
    name="使う人・支える人が評価に入る",
    core=False,
    function=Function.P,
    article=ARTICLES[Function.P],
    question="本人・家族・住民・現場の職員が、見直しの席にいるか。",
    does_not_say="席にいた人の声が聞かれたかどうか。",
    guard="いるだけになっていないか(その声から変わったこと)と、いっしょに読みます。",
    voices=("H⑤-7",),
    decision="次の見直しに、だれを招くか。",
    evidence={
        "joined": Piece(
            "見直しにいた人の立場",
            Distinct(kinds=(Coded(ReviewJoined.kind, JOINED, THEIRS),), of=JOINED),
            "いた",
            "",
            True,
            unit="種類",
        ),
        "invited": Piece(
            "見直しへの招き",
            Count(kinds=(Coded(ReviewInvited.kind, layout(ReviewInvited)["party"], THEIRS),)),
            "招いた",
            "",
            None,
        ),
        "credited": Piece(
            "声から変わった手段",
            Count(kinds=(Coded(MeansCredited.kind, layout(MeansCredited)["party"], THEIRS),)),
            "変わった",
            "",
            True,
        ),
    },
    asks=(
        Either(
            1,
            "本人・家族・住民・現場の職員を見直しに招いている",
            (
                Number(1, "見直しに招いた", "invited", 1),
                Declared(
                    1, "本人・家族・住民・現場の職員を見直しに招いている", "invited", "見直しの会に本人や住民を招いて"
                ),
            ),
        ),
        Number(2, "2つ以上の立場の人が見直しにいた", "joined", 2),
        Number(3, "3つ以上の立場の人が見直しにいた", "joined", 3),
        Number(3, "その声から一つは変わった", "credited", 1),
    ),
    steps={
        1: "次の見直しの会に、住民を一人、現場の職員を一人招きます。",
        2: "会の前に、招いた人と30分、数字の読み方を話します。",
        3: "その声から変わったことを、名前を出さずに公表します。",
    },
    version="v0.3",  # judged by what reviews and plans leave in the ledger
)
