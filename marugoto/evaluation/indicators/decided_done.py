"""I16: is what was decided at a table done by its day?"""

from marugoto.conferences.codes import Followed
from marugoto.conferences.events import DecisionFollowed, DecisionMade
from marugoto.evaluation.indicators.indicator import Divided, Division, Indicator, Suppression
from marugoto.evaluation.measures import Coded, Sequence
from marugoto.ledger.events import layout

MADE, FOLLOWED = layout(DecisionMade), layout(DecisionFollowed)

decided_done = Indicator(
    code="I16",
    name="決定の実行率",
    says="会議で決まった役割のうち、決めた日までに「できた」と残されたものの割合。期限がすぎたものだけを数えます。",
    does_not_say="決めたことのよしあし。できなかったわけ。記録するのを忘れただけかどうか。",
    kind="過程",
    function="支援機関どうしが支え合う",
    unit="%",
    direction="up",
    cohort="決めた日。期限がすぎたものだけを、はじめに決めた期限で数えます。",
    missing="期限のすぎた決定が1つもなければ判定不能。0%とはしません。",
    decision="会議で決める数と期限の長さ。80%を下回る分野があれば、次の会議のはじめに前の決定を確かめる。",
    version=1,
    measure=Sequence(
        first=(DecisionMade.kind,),
        then=(Coded(DecisionFollowed.kind, FOLLOWED["result"], (Followed.DONE,)),),
        due_column=MADE["due"],
        key=MADE["decision"],
    ),
    numerator="期限までにできた決定",
    denominator="期限がすぎた決定",
    source="PRISMA(カナダの、サービスをつなぐ研究)の考え",
    division=Division(Divided.FIELD, (MADE["field"],)),
    suppression=Suppression.OFFICES,
)
