"""I15: were the fields that the household's needs ask for at the table?"""

from marugoto.conferences.events import FieldNeeded
from marugoto.evaluation.indicators.indicator import Divided, Division, Indicator
from marugoto.evaluation.measures import Among, Coded
from marugoto.ledger.events import layout

NEEDED = layout(FieldNeeded)

fields_seated = Indicator(
    code="I15",
    name="必要な席の充足",
    says="会議の議題になった世帯の、開いている必要に要る分野のうち、その分野の人が席にいて、会議に来たものの割合。外から来た人も数えます。",
    does_not_say="来た人が役に立ったか。会議の回数の多い少ない。どの困りごとがどの分野かは、この仕組みの決め方で、公の表ではありません。",
    kind="過程",
    function="支援機関どうしが支え合う",
    unit="%",
    direction="up",
    cohort="会議を終えた日。議題ごと、分野ごとに一つと数えます。",
    missing="終えた会議が1つもなければ判定不能。0%とはしません。",
    decision="いつも足りない分野を、会議の構成員や、外から招く人に加えるか。70%を下回る分野があれば見直す。",
    version=1,
    measure=Among(kinds=(FieldNeeded.kind,), those=(Coded(FieldNeeded.kind, NEEDED["seated"], (1,)),)),
    numerator="席にいて、来た分野",
    denominator="必要に要る分野",
    source="PRISMA(カナダの、サービスをつなぐ研究)の考え",
    done="来た",
    left="来なかった",
    division=Division(Divided.FIELD, (NEEDED["field"],)),
)
