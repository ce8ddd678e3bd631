"""I20: where something could not be told for want of a basis, was a lawful way found?"""

from marugoto.disclosure.events import DisclosureMade, DisclosureRefused
from marugoto.evaluation.indicators.indicator import Indicator, Suppression
from marugoto.evaluation.measures import FoundWay
from marugoto.ledger.events import layout

DAYS = 30

found_lawful_way = Indicator(
    code="I20",
    name="根拠ある共有",
    says="根拠がなくて伝えられなかったことのうち、30日のうちに、同じ相手に、根拠をもって開けたものの割合。根拠のない共有は、この仕組みでは起こりません。",
    does_not_say="伝えるべきだったか。あきらめて、はじめから試さなかったこと。電話や紙で伝えたこと。",
    kind="過程",
    function="支援機関どうしが支え合う",
    unit="%",
    direction="up",
    cohort="断られた日。30日がすぎたものだけを数えます。同じ日に同じ相手へくり返しても一つです。",
    missing="断られたことが1つもなければ判定不能。0%とはしません。",
    decision="同意の聞き方と、支援会議の開きやすさ。50%を下回ったら、断られた先の分野と話し合う。",
    version=1,
    measure=FoundWay(
        refused=DisclosureRefused.kind,
        made=DisclosureMade.kind,
        to=layout(DisclosureRefused)["to"],
        made_to=layout(DisclosureMade)["to"],
        days=DAYS,
    ),
    numerator="30日のうちに根拠をもって開けた",
    denominator="根拠がなくて断られた",
    source="自治体への聞き取り(シート①の5)",
    done="道が見つかった",
    left="見つからなかった",
    suppression=Suppression.OFFICES,
)
