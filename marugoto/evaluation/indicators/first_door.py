"""I03: does everything that touches several fields come in by one door?"""

from marugoto.evaluation.indicators.indicator import Indicator, Suppression
from marugoto.evaluation.measures import Busiest, Coded
from marugoto.intake.events import IntakeOpened
from marugoto.ledger.events import layout

SEVERAL = tuple(range(2, 31))  # troubles marked when somebody was heard; nobody marks more

first_door = Indicator(
    code="I03",
    name="窓口の偏り",
    says="困りごとが2つ以上あった相談のうち、いちばん多く受けた窓口に来たものの割合。",
    does_not_say="偏りのよしあし(一つの窓口がよく知られていることもあります)。ほかの窓口が断ったかどうか。その窓口の働きすぎ。",
    kind="構造",
    function="支援機関どうしが支え合う",
    unit="%",
    direction="none",
    cohort="終わりの日までの1年に受け付けた、困りごとが2つ以上の相談。",
    missing="そのような相談が1件もなければ判定不能。0%とはしません。",
    decision="ほかの窓口への研修と案内。8割をこえて一つの窓口に来るなら、窓口の知らせ方を話し合う。",
    version=1,
    measure=Busiest(kinds=(Coded(IntakeOpened.kind, layout(IntakeOpened)["troubles"], SEVERAL),), of="org"),
    numerator="いちばん多く受けた窓口への相談",
    denominator="困りごとが2つ以上の相談",
    source="わたしたちの案",
    done="いちばん多い窓口",
    left="ほかの窓口",
    suppression=Suppression.OFFICES,
)
