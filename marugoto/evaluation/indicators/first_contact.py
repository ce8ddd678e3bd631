"""I01: was what came in taken up within three opening days by a team able to act?"""

from marugoto.evaluation.indicators.indicator import Divided, Division, Indicator
from marugoto.evaluation.measures import Sequence

first_contact = Indicator(
    code="I01",
    name="受け止め率",
    says="受け付けた相談と気づきのうち、3開庁日のうちに、動けるチームが受け取ったか、手をつけたものの割合。",
    does_not_say="受け止めたあとの支援のよしあし。相談の多い少ないのよしあし。",
    kind="過程",
    function="支援機関どうしが支え合う",
    unit="%",
    direction="up",
    cohort="受け付けた日。3開庁日がたったものだけを数えます。",
    missing="1件もなければ判定不能。0%とはしません。",
    decision="受付から最初の一歩までの当番の決め方。70%を下回ったら見直す。",
    version=1,
    measure=Sequence(
        first=("intake.opened", "notice.received"),
        then=("ball.caught", "ball.touched", "ball.settled"),
        within=3,
    ),
    numerator="3開庁日までに、受け取ったか手をつけたもの",
    denominator="受け付けて3開庁日がたった相談と気づき",
    source="わたしたちの案",
    division=Division(Divided.DISTRICT, ("area",)),
)
