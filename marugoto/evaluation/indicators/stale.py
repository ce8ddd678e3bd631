"""I08: which balls lie, and nobody has touched them?"""

from marugoto.evaluation.indicators.indicator import Divided, Division, Indicator, Reading, Suppression
from marugoto.evaluation.measures import Resting
from marugoto.ledger.events import layout
from marugoto.participation.events import OutreachLifted, OutreachRefused

LONG_OPEN, LONG_SILENT = 60, 30


stale = Indicator(
    code="I08",
    name="放置ボール",
    says="60日より前からあり、30日だれも手をつけていないボールの数。本人が断り、行かない日を決めてあるものは、その日まで数えません。",
    does_not_say="手をつけていないわけ。見守るために間をあけていること。持ち手のがんばり。",
    kind="過程",
    function="支援機関どうしが支え合う",
    unit="件",
    direction="down",
    cohort="その日に開いているボールすべて。日は暦の日です。",
    missing="開いているボールがなければ判定不能。0件とはしません。",
    decision="持ち手の引きつぎと、月に一度の手つかず一覧の見方。1件でもあれば、持ち手にたずねる。",
    version=2,
    measure=Resting(
        begins=("ball.placed", "ball.reopened"),
        ends=("ball.settled",),
        signs=("ball.offered", "ball.caught", "ball.declined", "ball.touched"),
        open_days=LONG_OPEN,
        silent_days=LONG_SILENT,
        rests=(OutreachRefused.kind,),
        rests_until=layout(OutreachRefused)["until"],
        lifts=(OutreachLifted.kind,),
    ),
    numerator="60日より前からあり、30日手がついていないボール",
    denominator="開いているボール",
    source="自治体への聞き取り(シート⑦の3)",
    done="30日手がついていない",
    left="動いている・断りを守って休んでいる",
    reading=Reading.COUNT,
    division=Division(Divided.DISTRICT, ("area",)),
    suppression=Suppression.OFFICES,
)
