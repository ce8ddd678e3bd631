"""I28: did whoever noticed hear back within fourteen days?"""

from marugoto.evaluation.indicators.indicator import Divided, Division, Indicator
from marugoto.evaluation.measures import Sequence

FORTNIGHT = 14

heard_back = Indicator(
    code="I28",
    name="気づいた人への返事",
    says="届いた気づきのうち、14日のうちに、気づいた人が返事を聞いたものの割合。軒先の番号、電話、会って、手紙、知らせた職員の「きょう」のどれか。",
    does_not_say="返事の中身のよしあし。気づかれた本人の暮らし。返事を望まなかった人の数(望まれなかった気づきも分母に入ります)。",
    kind="過程",
    function="住民と機関がつながる",
    unit="%",
    direction="up",
    cohort="気づきが届いた日。14日たったものだけを数えます。返事の記録が始まるより前の気づきは、返事なしに数えます。",
    missing="1件もなければ判定不能。0%とはしません。",
    decision="返事をする係と、だれがいつ電話するかの決め方。伝えてよい文の例の直し。",
    version=1,
    measure=Sequence(first=("notice.received",), then=("notice.fed_back",), days=FORTNIGHT),
    numerator="14日のうちに、気づいた人が返事を聞いた気づき",
    denominator="届いて14日がたった気づき",
    source="わたしたちの案",
    done="返事を聞いた",
    left="聞いていない",
    division=Division(Divided.DISTRICT, ("area",)),
)
