"""I11: does who asked the control tower for help keep the ball?"""

from marugoto.custody.events import StuckAnswered
from marugoto.evaluation.indicators.households import CALLED
from marugoto.evaluation.indicators.indicator import Divided, Division, Indicator, Suppression
from marugoto.evaluation.measures import Answered, Coded
from marugoto.ledger.events import layout

OUTCOME = layout(StuckAnswered)["outcome"]


asker_keeps = Indicator(
    code="I11",
    name="手放さない率",
    says="司令塔への「困った」で返事のあったもののうち、困った係が自分で、または司令塔といっしょに続けたものの割合。",
    does_not_say="司令塔が預かることのよしあし。困ったと言わなかった係のこと。",
    kind="過程",
    function="支援機関どうしが支え合う",
    unit="%",
    direction="up",
    cohort="困ったと言った日。返事のまだないものは数えず、ボールが先に終わったものも除きます。",
    missing="1件もなければ判定不能。0%とはしません。",
    decision="司令塔が預かる前に、いっしょに動くことを先に考える約束。60%を下回ったら見直す。",
    version=1,
    measure=Answered(
        first=CALLED,
        then=(Coded(StuckAnswered.kind, OUTCOME, ("self", "joint", "taken", "moved")),),
        good=(Coded(StuckAnswered.kind, OUTCOME, ("self", "joint")),),
        unless=(Coded(StuckAnswered.kind, OUTCOME, ("settled",)),),
        key=layout(StuckAnswered)["stuck"],
    ),
    numerator="自分で、またはいっしょに続けた",
    denominator="自分で・いっしょに・預かり・別の係へ、のどれかになった「困った」",
    source="自治体への聞き取り(シート⑦の3・シート⑦の5)",
    done="自分で・いっしょに",
    left="預かり・別の係へ",
    division=Division(Divided.FIELD, ("org",)),
    suppression=Suppression.OFFICES,
)
