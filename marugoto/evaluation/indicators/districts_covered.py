"""I24: in how many districts was a place seen alive lately?"""

from marugoto.community.events import DialogueHeld, FieldVisited, TrainingHeld, UnmetFiled
from marugoto.custody.events import BallPlaced
from marugoto.evaluation.indicators.indicator import Indicator, Suppression
from marugoto.evaluation.measures import Coded, Covered
from marugoto.ledger.events import layout

LATELY = 90
VISITED = layout(FieldVisited)

districts_covered = Indicator(
    code="I24",
    name="圏域カバー",
    says="記録に出てくる圏域のうち、終わりの90日に、だれかが場所や集まりに出向いて見た圏域の割合。",
    does_not_say="行かなかった圏域に場所がないこと。集まった人の数やよしあし。1年のあいだ一度も記録に出てこない圏域は、分母にも入りません。",
    kind="構造",
    function="地域で支え合う",
    unit="%",
    direction="up",
    cohort="終わりの日までの1年に、ボール・日誌・対話・研修・足りないものの記録が一つでもある圏域すべて。",
    missing="圏域のついた記録がなければ判定不能。0%とはしません。",
    decision="だれがどの圏域に、いつ出るかの決め方。80%を下回るか、続けて抜ける圏域があれば見直す。",
    version=1,
    measure=Covered(
        kinds=(BallPlaced.kind, FieldVisited.kind, DialogueHeld.kind, TrainingHeld.kind, UnmetFiled.kind),
        seen=(Coded(FieldVisited.kind, VISITED["type"], ("visit", "gathering", "help")),),
        days=LATELY,
    ),
    numerator="90日のうちに場所を見た圏域",
    denominator="記録に出てくる圏域",
    source="自治体への聞き取り(シート③の1)",
    done="見た",
    left="見ていない",
    suppression=Suppression.NOTHING,
)
