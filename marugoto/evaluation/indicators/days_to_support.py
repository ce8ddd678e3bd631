"""I05: how long from the first word to the first support?"""

from marugoto.casework.events import PlanMoved
from marugoto.custody.events import BallCaught
from marugoto.evaluation.indicators.households import GATHERED
from marugoto.evaluation.indicators.indicator import Divided, Division, Indicator
from marugoto.evaluation.measures import Coded, Reached
from marugoto.intake.events import IntakeOpened
from marugoto.ledger.events import layout
from marugoto.participation.events import MatchMoved

WITHIN = 10  # opening days: two weeks


days_to_support = Indicator(
    code="I05",
    name="受付から最初の支援まで",
    says="受け付けて世帯の支援になった相談のうち、10開庁日までに最初の支援(必要を別の係が受け取る・いっしょに動く係が入る・プランが動き出す・場所を探し始める)があったものの割合と、その日数。",
    does_not_say="支援のよしあし。世帯の支援にならず、その場で答えた相談の早さ。電話や訪問だけの支援の早さ。",
    kind="過程",
    function="支援機関どうしが支え合う",
    unit="%",
    direction="up",
    cohort="受け付けた日。10開庁日がたったものだけを数えます。世帯のまとまりの記録が始まるより前に支援の始まった世帯は数えていません。",
    missing="1件もなければ判定不能。まだ最初の支援がないものは、日数の列のいちばん後ろに置きます。",
    decision="受付のあとに、だれがいつまでに声をかけるかの決まり。真ん中の日数が10開庁日をこえたら見直す。",
    version=1,
    measure=Reached(
        first=(IntakeOpened.kind,),
        then=(
            Coded(BallCaught.kind, layout(BallCaught)["matter_kind"], ("need",)),
            "companion.joined",
            Coded(PlanMoved.kind, layout(PlanMoved)["state"], ("running",)),
            Coded(MatchMoved.kind, layout(MatchMoved)["state"], ("asked",)),
        ),
        gathered=GATHERED,
        within=WITHIN,
    ),
    numerator="10開庁日までに最初の支援があった相談",
    denominator="世帯の支援になった相談で、10開庁日がたったもの",
    source="わたしたちの案",
    done="10開庁日までに",
    left="10開庁日までになし",
    row_unit="開庁日",
    division=Division(Divided.DISTRICT, ("area",)),
)
