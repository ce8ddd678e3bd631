"""I13: how many hours does the coordination take for each deep household?"""

from marugoto.evaluation.events import HoursDeclared
from marugoto.evaluation.indicators.households import DEEP, GATHERED, KNOWN, OPENED, TROUBLES
from marugoto.evaluation.indicators.indicator import Indicator, Reading, Suppression
from marugoto.evaluation.measures import Hours
from marugoto.ledger.events import layout

SAID = layout(HoursDeclared)


tower_hours = Indicator(
    code="I13",
    name="司令塔の手間",
    says="半期ごとに申告した調整の時間を、その半期に支援の始まった3種類以上の困りごとのある世帯の数で割った時間。",
    does_not_say="働きすぎかどうか。時間の少ないほうがよいということ。申告していない手間。",
    kind="構造",
    function="支援機関どうしが支え合う",
    unit="時間",
    direction="down",
    cohort="終わった半期。時間の申告のない半期は、世帯も数えません。世帯のまとまりの記録が始まるより前に支援の始まった世帯は数えていません。",
    missing="申告がなければ判定不能。0時間とはしません。",
    decision="調整役を何人おくか。かならず「持ち込みの深さ」と「支援後に戻った世帯」をならべて決める。",
    version=1,
    measure=Hours(
        said=(HoursDeclared.kind,),
        begins=OPENED,
        gathered=GATHERED,
        known=KNOWN,
        troubles=TROUBLES,
        deep=DEEP,
        first=SAID["first"],
        last=SAID["last"],
        hours=SAID["hours"],
    ),
    numerator="申告した調整の時間",
    denominator="その半期に始まった、3種類以上の困りごとのある世帯",
    source="自治体への聞き取り(シート⑦の8)",
    done="数えた世帯",
    left="",
    reading=Reading.EACH,
    beside=("I14", "I34"),
    suppression=Suppression.NOTHING,
)
