"""F1.5 福祉の外とつながる (106条の3第1項1号): divisions and bodies outside welfare do something, not only sit there."""

from marugoto.community.events.beside import CooperationAnswered, MemberAdmitted, MemberLeft
from marugoto.evaluation.indicators.seats_beyond import seats_beyond
from marugoto.evaluation.measures import Coded, Count, Renewed
from marugoto.evaluation.rules.ask import Number
from marugoto.evaluation.rules.stage import ARTICLES, Function
from marugoto.evaluation.standards.criterion import Criterion, Piece, piece_of
from marugoto.ledger.events import layout

ALWAYS = 36_500  # days

beyond_welfare = Criterion(
    code="F1.5",
    name="福祉の外とつながる",
    core=True,
    function=Function.F1,
    article=ARTICLES[Function.F1],
    question="市民協働・企画・公民館・商工・農・住宅などが、席につくだけでなく動いたか。",
    does_not_say="役割の大きさやよしあし。会議の外でいっしょに動いたこと。",
    guard="いつもこちらから頼むだけになっていないか(お願いに答えた数)と、いっしょに読みます。",
    voices=("H③-7", "H③-8", "H⑧-1", "H⑧-7"),
    decision="次の会議に、どの課や団体を招き、何を頼むか。",
    evidence={
        "done": piece_of(seats_beyond, name="役割をやりとげた福祉の外の分野", unit="分野"),
        "members": Piece(
            "仲間に加わっている課や団体",
            Renewed(
                listed=(MemberAdmitted.kind,),
                ended=(MemberLeft.kind,),
                confirmed=(MemberAdmitted.kind,),
                thing=layout(MemberAdmitted)["member"],
                days=ALWAYS,
            ),
            "加わっている",
            "",
            True,
        ),
        "together": Piece(
            "「いっしょにやる」と答えたお願い",
            Count(
                kinds=(Coded(CooperationAnswered.kind, layout(CooperationAnswered)["said"], ("together", "in_part")),)
            ),
            "いっしょに",
            "",
            True,
        ),
    },
    asks=(
        Number(1, "福祉の外の相手が決まっている", "members", 1),
        Number(2, "役割をやりとげた分野が2つ以上", "done", 2),
        Number(3, "役割をやりとげた分野が4つ以上", "done", 4),
        Number(3, "「いっしょにやる」と答えたお願いが一つはある", "together", 1),
    ),
    steps={
        1: "福祉の外の課を一つ、根拠をもって仲間に加えます。",
        2: "次の会議で、その課に一つだけ、期限のある役割を頼みます。",
        3: "仲間の課に、こちらが手伝えることを先に聞きに行きます。",
    },
    beside={"together": "「いっしょにやる」と答えたお願いは%(said)s。"},
)
