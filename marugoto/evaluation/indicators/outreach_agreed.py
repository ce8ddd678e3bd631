"""I29: of those to whom somebody went without being asked, how many wanted to talk within half a year?"""

from marugoto.evaluation.indicators.indicator import Divided, Division, Indicator
from marugoto.evaluation.measures import Coded, Sequence
from marugoto.ledger.events import layout
from marugoto.participation.events import OutreachTried

HALF_A_YEAR = 180
FIRST_ATTEMPT = Coded("outreach.tried", layout(OutreachTried)["number"], (1,))

outreach_agreed = Indicator(
    code="I29",
    name="出会えた割合",
    says="はじめて訪ねた方のうち、180日のうちに本人が望み、相談として受けたものの割合。会えない訪問も、訪ねた方として数えます。",
    does_not_say="訪ねることのよしあし(断る自由があります)。回数の多い少ない。180日より後に開いた戸。本人に会わずに心配がなくなったこと。",
    kind="過程",
    function="住民と機関がつながる",
    unit="%",
    direction="up",
    cohort="はじめての訪問を記録して180日になった日。同じ方は1回。",
    missing="180日たった方がいなければ判定不能。0%とはしません。",
    decision="訪ねる人の時間のとり方と、どの近づき方を続けるか。割合を上げるために急いではいけません。",
    version=1,
    measure=Sequence(first=(FIRST_ATTEMPT,), then=("outreach.agreed",), days=HALF_A_YEAR, matured=True),
    numerator="180日のうちに、相談として受けた方",
    denominator="はじめて訪ねて180日がたった方",
    source="RE-AIM(届く・続くを見る枠組み)の考え",
    done="相談になった",
    left="まだ・別の終わり",
    division=Division(Divided.DISTRICT, ("area",)),
)
