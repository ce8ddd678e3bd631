"""I25: of the gatherings that were visited, how many were held by residents themselves?"""

from marugoto.community.events import FieldVisited
from marugoto.evaluation.indicators.indicator import Divided, Division, Indicator, Suppression
from marugoto.evaluation.measures import Among, Coded
from marugoto.ledger.events import layout

VISITED = layout(FieldVisited)
HOSTED = VISITED["hosted"]

resident_hosted = Indicator(
    code="I25",
    name="住民が担う率",
    says="コーディネーターが出た集まりのうち、住民が自分たちで開いたものの割合。だれが開いたかを聞いたものだけを数えます。",
    does_not_say="出ていない集まりのこと。住民といっしょに開いた集まりの値打ち。担う人の疲れ。",
    kind="過程",
    function="地域で支え合う",
    unit="%",
    direction="up",
    cohort="集まりに出た日誌を書いた日。同じ集まりに二度出れば二つと数えます。",
    missing="だれが開いたかの分かる集まりが1つもなければ判定不能。0%とはしません。",
    decision="役所や社協が開く集まりを、住民と開く・住民に渡す手順にするか。30%を下回る圏域があれば見直す。",
    version=1,
    measure=Among(
        kinds=(Coded(FieldVisited.kind, HOSTED, ("residents", "together", "body")),),
        those=(Coded(FieldVisited.kind, HOSTED, ("residents",)),),
    ),
    numerator="住民が開いた集まり",
    denominator="だれが開いたかの分かる集まり",
    source="社会福祉法106条の3第1項1号",
    done="住民が開いた",
    left="ほかが開いた",
    division=Division(Divided.DISTRICT, ("area",)),
    suppression=Suppression.OFFICES,
)
