"""I27: from how many sorts of people does word reach us, district by district?"""

from marugoto.evaluation.indicators.indicator import Divided, Division, Indicator, Reading, Suppression
from marugoto.evaluation.measures import Sorts
from marugoto.intake.events import NoticeReceived
from marugoto.ledger.events import layout

notice_sources = Indicator(
    code="I27",
    name="気づきの源の多さ",
    says="気づきが届いた圏域ごとに、知らせた人の種類(住民、民生委員・児童委員、役所の窓口、事業所、支援機関)を数えたもの。",
    does_not_say="気づきの数の多い少ない。届かなかった気づき。一度も届いていない圏域のこと(分母に入りません)。",
    kind="構造",
    function="住民と機関がつながる",
    unit="種類",
    direction="up",
    cohort="終わりの日までの1年に届いた気づき。同じ圏域の同じ種類は、何度届いても一つ。圏域のわからない気づきは数えません。",
    missing="圏域のわかる気づきが1件もなければ判定不能。0種類とはしません。",
    decision="どの圏域で、だれ(民生委員、店、郵便、学校など)に声をかけるか。2種類に届かない圏域があれば見直す。",
    version=1,
    measure=Sorts(kinds=(NoticeReceived.kind,), sort=layout(NoticeReceived)["source"]),
    numerator="圏域ごとの、知らせた人の種類の和",
    denominator="気づきが届いた圏域",
    source="社会福祉法106条の3第1項2号",
    done="届いた種類",
    left="",
    reading=Reading.EACH,
    division=Division(Divided.DISTRICT, ("area",)),
    whole_unit="圏域",
    suppression=Suppression.NOTHING,
)
