"""I34: do households whose support ended by agreement need it again within a year?"""

from marugoto.evaluation.indicators.households import AGREED_END, KNOWN, RETURNED
from marugoto.evaluation.indicators.indicator import Divided, Division, Indicator
from marugoto.evaluation.measures import Sequence

YEAR = 365


came_back = Indicator(
    code="I34",
    name="支援後に戻った世帯",
    says="話し合って支援を終えた世帯のうち、365日のうちに、また世帯の支援が始まったものの割合。",
    does_not_say="戻ってこられたことのよしあし(声を上げられたことでもあります)。ほかの町での出来事。支援につながらないまま起きた害。",
    kind="成果",
    function="支援機関どうしが支え合う",
    unit="%",
    direction="down",
    cohort="終えて365日になった日。転居・死亡・とぎれたものは入れません。世帯のまとまりの記録が始まるより前に支援の始まった世帯は数えていません。",
    missing="365日たったものがなければ判定不能。0%とはしません。",
    decision="終えるときの見守りの長さと、だれが様子を見に行くか。",
    version=1,
    measure=Sequence(first=(AGREED_END,), then=RETURNED, days=YEAR, matured=True, known=KNOWN),
    numerator="365日のうちに、また支援が始まった世帯",
    denominator="話し合って終えて365日がたった世帯",
    source="わたしたちの案",
    done="また始まった",
    left="始まっていない",
    division=Division(Divided.DISTRICT, ("area",)),
)
