"""I23: of the places on the list, how many did somebody ask within a year?"""

from marugoto.community.events import PlaceConfirmed, PlaceEnded, PlaceListed
from marugoto.evaluation.indicators.indicator import Divided, Division, Indicator, Suppression
from marugoto.evaluation.measures import Renewed
from marugoto.ledger.events import layout

YEAR = 365

places_fresh = Indicator(
    code="I23",
    name="資源の鮮度",
    says="載っている場所のうち、終わりの日までの365日に、だれかが確かめたものの割合。「変わりありません」も、一部だけの確かめも数えます。",
    does_not_say="確かめた中身が正しいこと。載っていない場所のこと。取りこみや書き直しは、確かめたことになりません。",
    kind="構造",
    function="地域で支え合う",
    unit="%",
    direction="up",
    cohort="終わりの日に載っている場所すべて。載せたばかりの場所も、まだ確かめていなければ数えます。",
    missing="載っている場所がなければ判定不能。0%とはしません。",
    decision="確かめて回る役と間隔の決め方。80%を下回る圏域があれば、次の回り方を変える。",
    version=1,
    measure=Renewed(
        listed=(PlaceListed.kind,),
        ended=(PlaceEnded.kind,),
        confirmed=(PlaceConfirmed.kind,),
        thing=layout(PlaceListed)["place"],
        days=YEAR,
    ),
    numerator="365日のうちに確かめた場所",
    denominator="載っている場所",
    source="自治体への聞き取り(シート③の5)",
    done="確かめた",
    left="古い・まだ",
    division=Division(Divided.DISTRICT, ("area",)),
    suppression=Suppression.OFFICES,
)
