"""I22: how many fields outside welfare have done something that a table gave them?"""

from marugoto.agencies.codes import Field
from marugoto.conferences.codes import Followed
from marugoto.conferences.events import DecisionFollowed, DecisionMade, SeatTaken
from marugoto.evaluation.indicators.indicator import Indicator, Reading, Suppression
from marugoto.evaluation.measures import Coded, SortsDone
from marugoto.ledger.events import layout

MADE, FIELD = layout(DecisionMade), layout(DecisionMade)["field"]
BEYOND = tuple(field.value for field in Field if not field.in_welfare)

seats_beyond = Indicator(
    code="I22",
    name="席の広さ",
    says="会議で席についたか役割を受けた福祉の外の分野のうち、決まった役割を「できた」と残した分野の数。席についただけでは数えません。",
    does_not_say="役割の大きさやよしあし。会議の外でいっしょに動いたこと。どの分野を福祉の外とするかは、この仕組みの決め方です。",
    kind="構造",
    function="地域で支え合う・支援機関どうしが支え合う",
    unit="分野",
    direction="up",
    cohort="終わりの日までの1年に席についたか役割が決まった、福祉の外の分野。役割は、その1年に決まり、できたものだけを数えます。",
    missing="福祉の外の分野が一度も席についていなければ判定不能。0分野とはしません。",
    decision="次の会議に、どの課や団体を招き、何を頼むか。4分野に届かなければ、首長の指示や協定を考える。",
    version=1,
    measure=SortsDone(
        kinds=(Coded(SeatTaken.kind, layout(SeatTaken)["field"], BEYOND), Coded(DecisionMade.kind, FIELD, BEYOND)),
        done=(Coded(DecisionFollowed.kind, layout(DecisionFollowed)["result"], (Followed.DONE,)),),
        sort=FIELD,
        key=MADE["decision"],
    ),
    numerator="役割を一つでもできた、福祉の外の分野",
    denominator="席についた、または役割の決まった福祉の外の分野",
    source="自治体への聞き取り(シート⑧)",
    done="役割ができた",
    left="席だけ・まだ",
    reading=Reading.COUNT,
    suppression=Suppression.NOTHING,
)
