"""I06: was an offered ball answered, yes or no, by its due date?"""

from marugoto.custody.events import BallOffered
from marugoto.evaluation.indicators.indicator import Divided, Division, Indicator
from marugoto.evaluation.measures import Sequence
from marugoto.ledger.events import layout

OFFERED = layout(BallOffered)
ROUTE = (OFFERED["sender"], OFFERED["to"])
ANSWERS = Sequence(
    first=("ball.offered",),
    then=("ball.caught", "ball.taken_on", "ball.declined"),
    due_column=OFFERED["due"],
    key=OFFERED["offer"],
)

answered_in_time = Indicator(
    code="I06",
    name="ボール応答率",
    says="渡そうとしたボールに、期限までに「受け取る」か「受け取れない」の返事があった割合。アカウントのない機関の返事は、聞いて記録した日で数えます。",
    does_not_say="受け取ったあとの支援のよしあし。断ったことのよしあし。",
    kind="過程",
    function="支援機関どうしが支え合う",
    unit="%",
    direction="up",
    cohort="渡そうとした日。返事の期限がすぎたものだけを、はじめに決めた期限で数えます。",
    missing="1件もなければ判定不能。0%とはしません。",
    decision="返事の期限の長さと、断るときの約束の決め方。80%を下回る分野があれば見直す。",
    version=2,
    measure=ANSWERS,
    numerator="期限までに返事のあった受け渡し",
    denominator="返事の期限がすぎた受け渡し",
    source="自治体への聞き取り(シート⑦の3)",
    division=Division(Divided.ROUTE, ROUTE),
)
