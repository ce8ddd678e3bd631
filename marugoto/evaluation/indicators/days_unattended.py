"""I10: for how long does nobody touch what somebody holds?"""

from marugoto.custody.codes import MatterKind
from marugoto.custody.events import BallCaught, BallOffered, BallPlaced, BallReopened, BallSettled, BallTouched
from marugoto.evaluation.indicators.indicator import Divided, Division, Indicator
from marugoto.evaluation.measures import Coded, Lag
from marugoto.ledger.events import layout

WITHIN = 14
# What a review decided, a trial or an opinion is held for months before it is touched: it says nothing of those who care.
OF_CARE = tuple(one for one in MatterKind if one is not MatterKind.IMPROVEMENT)

days_unattended = Indicator(
    code="I10",
    name="手つかずの日数",
    says="だれかの手に来たボール(置かれた・受け取った・開き直した)のうち、14日までに手がついたものの割合と、手がつくまでの日数。計画の見直しの仕事は数えません。持ち主のいないボールは、この仕組みにはありません。",
    does_not_say="手をつけたあとの進み方。本人が待ってほしいと言った日数。電話で話して書かなかった一歩。",
    kind="過程",
    function="支援機関どうしが支え合う",
    unit="%",
    direction="up",
    cohort="手に来た日。14日がたったものだけを数えます。日は暦の日です。",
    missing="1件もなければ判定不能。まだ手のついていないものは、日数の列のいちばん後ろに置きます。",
    decision="受け取ってから最初の一歩までの約束。10件のうち9件が14日をこえるなら、持ち手の数と受け取り方を見直す。",
    version=2,
    measure=Lag(
        first=tuple(
            Coded(one.kind, layout(one)["matter_kind"], OF_CARE) for one in (BallPlaced, BallCaught, BallReopened)
        ),
        then=(BallTouched.kind, BallOffered.kind, BallSettled.kind),
        within=WITHIN,
    ),
    numerator="14日までに手がついたボール",
    denominator="手に来て14日がたったボール",
    source="自治体への聞き取り(シート⑦の2)",
    done="14日までに",
    left="14日までに手がつかない",
    row_unit="日",
    division=Division(Divided.FIELD, ("org",)),
)
