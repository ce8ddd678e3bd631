"""One measure of each class, over the same few kinds of facts: the smallest there is to ask of it."""

from marugoto.evaluation.measures import (
    Among,
    Answered,
    Busiest,
    Coded,
    Complete,
    Count,
    Covered,
    Depth,
    Distinct,
    Ends,
    FoundWay,
    Hours,
    Lag,
    LastSaid,
    LeftOut,
    Measured,
    Net,
    Passed,
    Reached,
    Renewed,
    Repeated,
    Resting,
    Scored,
    Sequence,
    Silence,
    Sorts,
    SortsDone,
    Survey,
    Things,
    Troubles,
    Unaided,
    Within,
)

ASKED, ANSWERED, KEPT = "x.asked", "x.answered", "x.kept"
WELL = Coded(ANSWERED, "code_1", ("well",))
GATHERED, SAID = "x.gathered", "x.said"
TROUBLES = Troubles(kinds=("x.trouble",), sort="code_1", named=("x.named",), kept=(KEPT,), edition="num_1")

SAMPLES: dict[str, Measured] = {
    "count": Count(kinds=(ASKED, WELL)),
    "distinct codes": Distinct(kinds=(ASKED, ANSWERED), of="code_2"),
    "distinct refs": Distinct(kinds=(ASKED,), of="ref_2"),
    "distinct numbers": Distinct(kinds=(ASKED,), of="num_2"),
    "among": Among(kinds=(ANSWERED,), those=(WELL,)),
    "within": Within(kinds=(ASKED, ANSWERED), column="num_1", most=2),
    "repeated": Repeated(kinds=(ASKED,), times=2, unless=(KEPT,)),
    "passed": Passed(kinds=(ASKED,), times=2),
    "complete": Complete(kinds=(ASKED, SAID), whole="num_1", parts=("num_2", "num_3"), least=2),
    "scored": Scored(kinds=(ANSWERED,), goal="ref_1", score="num_1", weight="num_2", good=1),
    "things": Things(kinds=(ASKED, ANSWERED), thing="ref_1", those=(WELL,)),
    "things of one sort": Things(kinds=(WELL,), thing="ref_1"),
    "last said": LastSaid(kinds=(ANSWERED,), thing="ref_1", number="num_1", good=2),
    "last said since the first": LastSaid(
        kinds=(ASKED, ANSWERED), thing="ref_1", number="num_1", good=1, since_first=True
    ),
    "sequence in opening days": Sequence(first=(ASKED,), then=(ANSWERED,), within=3),
    "sequence by a due day": Sequence(first=(ASKED,), then=(WELL,), due_column="num_1", key="ref_1"),
    "sequence matured": Sequence(first=(ASKED,), then=(ANSWERED,), days=10, matured=True, known=(KEPT,)),
    "sequence missed": Sequence(first=(ASKED,), then=(ANSWERED,), days=10, missed=True),
    "answered": Answered(first=(ASKED,), then=(ANSWERED,), good=(WELL,), key="ref_1", unless=(KEPT,)),
    "found way": FoundWay(refused=ASKED, made=ANSWERED, to="ref_1", made_to="ref_1", days=30),
    "lag": Lag(first=(ASKED,), then=(ANSWERED,), within=10, key="ref_1"),
    "lag in opening days": Lag(first=(ASKED,), then=(ANSWERED,), within=5, opening=True),
    "silence": Silence(kinds=(ASKED, ANSWERED), of="area", days=20),
    "silence of teams": Silence(kinds=(ASKED,), of="org", days=60),
    "resting": Resting(begins=(ASKED,), ends=(KEPT,), signs=(ANSWERED,), open_days=60, silent_days=30),
    "resting as agreed": Resting(
        begins=(ASKED,),
        ends=(KEPT,),
        signs=(ANSWERED,),
        open_days=30,
        silent_days=20,
        rests=(SAID,),
        rests_until="num_1",
        lifts=(WELL,),
    ),
    "renewed": Renewed(listed=(ASKED,), ended=(KEPT,), confirmed=(ANSWERED,), thing="ref_1", days=365),
    "renewed until it lapses": Renewed(
        listed=(ASKED,), ended=(), confirmed=(ANSWERED,), thing="ref_1", days=365, lapsed=(KEPT,)
    ),
    "sorts": Sorts(kinds=(ASKED,), sort="code_2"),
    "sorts done": SortsDone(kinds=(ASKED,), done=(WELL,), sort="code_2", key="ref_1"),
    "covered": Covered(kinds=(ASKED, ANSWERED), seen=(ANSWERED,), days=90),
    "net": Net(kinds=(ASKED,), one="org", other="ref_2"),
    "net of codes": Net(kinds=(ASKED, ANSWERED), one="code_2", other="code_3"),
    "net of meetings": Net(
        kinds=(ASKED,), one="org", other="ref_2", also=(Ends(kinds=(ANSWERED,), one="org", meeting="ref_1"),)
    ),
    "left out": LeftOut(
        kinds=(ASKED,), one="code_2", other="code_3", also=(Ends(kinds=(KEPT,), one="code_2", other="code_4"),)
    ),
    "busiest": Busiest(kinds=(ASKED,), of="code_2"),
    "survey": Survey(kinds=(SAID,), asked="num_1", answered="num_2", good="num_3", last="num_4"),
    "reached": Reached(first=(ASKED,), then=(ANSWERED,), gathered=(GATHERED,), within=10),
    "depth": Depth(kinds=(ASKED,), gathered=(GATHERED,), known=(GATHERED,), troubles=TROUBLES, deep=2),
    "unaided": Unaided(
        ends=(KEPT,), gathered=(GATHERED,), known=(GATHERED,), troubles=TROUBLES, deep=2, aid=(ANSWERED,)
    ),
    "hours": Hours(
        said=(SAID,),
        begins=(ASKED,),
        gathered=(GATHERED,),
        known=(GATHERED,),
        troubles=TROUBLES,
        deep=2,
        first="num_1",
        last="num_2",
        hours="num_3",
    ),
}
