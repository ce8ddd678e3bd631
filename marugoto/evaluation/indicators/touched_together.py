"""I09: is the ball that was handed on touched together?"""

from marugoto.custody.events import BallCaught, BallTouched, CompanionJoined
from marugoto.evaluation.indicators.indicator import Divided, Division, Indicator
from marugoto.evaluation.measures import Coded, Sequence
from marugoto.ledger.events import layout

WITHIN = 30


touched_together = Indicator(
    code="I09",
    name="一緒に触った率",
    says="受け取られたボールのうち、30日のうちに持ち手でない係もいっしょに動いた(伴走に入った・手をつけた)ものの割合。",
    does_not_say="ひとりで足りる支援までいっしょにすべきだということ。会議で話した回数。",
    kind="過程",
    function="支援機関どうしが支え合う",
    unit="%",
    direction="up",
    cohort="受け取った日。30日がたったものだけを数えます。",
    missing="1件もなければ判定不能。0%とはしません。",
    decision="渡したあとの最初の訪問を、渡した係といっしょにする約束。",
    version=1,
    measure=Sequence(
        first=(BallCaught.kind,),
        then=(
            CompanionJoined.kind,
            Coded(BallTouched.kind, layout(BallTouched)["stance"], ("companion", "rescuer", "tower", "beside")),
        ),
        days=WITHIN,
    ),
    numerator="30日までに、持ち手でない係も動いたボール",
    denominator="受け取られて30日がたったボール",
    source="自治体への聞き取り(シート⑦の3)",
    done="いっしょに動いた",
    left="持ち手だけ",
    division=Division(Divided.ROUTE, (layout(BallCaught)["sender"], layout(BallCaught)["to"])),
)
