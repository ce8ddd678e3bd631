"""I21: where a household has several members, was every one of them met or asked?"""

from marugoto.casework.events import AssessmentWritten
from marugoto.evaluation.indicators.indicator import Divided, Division, Indicator
from marugoto.evaluation.measures import Complete
from marugoto.ledger.events import layout

SHEET = layout(AssessmentWritten)

household_seen = Indicator(
    code="I21",
    name="世帯で見た率",
    says="2人以上の世帯のアセスメントのうち、全員に会えたか、会うことを本人が断ったと書かれたものの割合。いちばん新しい版を見ます。",
    does_not_say="聞き取りの深さ。断ったことのよしあし(断ってよいことです)。世帯の外で支えている人のこと。",
    kind="過程",
    function="支援機関どうしが支え合う",
    unit="%",
    direction="up",
    cohort="終わりの日までの1年に書いた、2人以上の世帯のアセスメント。同じ世帯は一つ。",
    missing="2人以上の世帯のアセスメントがなければ判定不能。0%とはしません。",
    decision="はじめの訪問で、だれがだれに会うか。半分に届かなければ、子どもや家族に会う係と組む約束をする。",
    version=1,
    measure=Complete(
        kinds=(AssessmentWritten.kind,), whole=SHEET["members"], parts=(SHEET["reached"], SHEET["refused"]), least=2
    ),
    numerator="全員に会えたか、断りが書かれた世帯",
    denominator="2人以上の世帯のアセスメント",
    source="自治体への聞き取り(シート①の9)",
    done="全員を見た",
    left="まだ会えていない方がいる",
    division=Division(Divided.FIELD, ("org",)),
)
