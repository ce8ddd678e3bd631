"""I07: is a ball passed round and round?"""

from marugoto.custody.events import BallOffered, CompanionJoined
from marugoto.evaluation.indicators.indicator import Divided, Division, Indicator
from marugoto.evaluation.measures import Repeated

MANY = 3


bounced = Indicator(
    code="I07",
    name="たらい回し率",
    says="渡そうとしたボールのうち、3回以上渡そうとし、いっしょに動く係も入らなかったものの割合。",
    does_not_say="回ったわけ。3回目で合う相手に着いたことのよしあし。本人が窓口を回った回数。",
    kind="過程",
    function="支援機関どうしが支え合う",
    unit="%",
    direction="down",
    cohort="渡そうとした日。この12か月に渡そうとした回数を、ボールごとに数えます。",
    missing="1件もなければ判定不能。0%とはしません。",
    decision="はじめに渡す相手の決め方と、二度断られたら司令塔が入る約束。5%をこえたら見直す。",
    version=1,
    measure=Repeated(kinds=(BallOffered.kind,), times=MANY, unless=(CompanionJoined.kind,)),
    numerator="3回以上渡そうとし、伴走が入らなかったボール",
    denominator="1回でも渡そうとしたボール",
    source="自治体への聞き取り(シート⑦の3)",
    done="3回以上",
    left="2回まで、または伴走が入った",
    division=Division(Divided.DISTRICT, ("area",)),
)
