"""I04: how many of those who are heard did not come by themselves?"""

from marugoto.evaluation.indicators.indicator import Divided, Division, Indicator
from marugoto.evaluation.measures import Among, Coded
from marugoto.intake.events import IntakeOpened
from marugoto.ledger.events import layout

CHANNEL = layout(IntakeOpened)["channel"]
BROUGHT = ("outreach", "other_agency", "porch")

not_by_oneself = Indicator(
    code="I04",
    name="自分で来ない人の割合",
    says="受け付けた相談のうち、訪ねて・ほかの機関から・気づきの知らせから始まったもの(本人が窓口や電話に来たのではないもの)の割合。",
    does_not_say="届いていない人が何人いるか。本人が望んでいたか。家族がかわりに電話したもの(電話に入ります)。",
    kind="過程",
    function="住民と機関がつながる",
    unit="%",
    direction="up",
    cohort="終わりの日までの1年に受け付けた相談。",
    missing="相談が1件もなければ判定不能。0%とはしません。",
    decision="訪ねる時間と、気づきを知らせてくれる店や団体への声かけ。2割に届かなければ、知らせの入口をふやす。",
    version=1,
    measure=Among(kinds=(IntakeOpened.kind,), those=(Coded(IntakeOpened.kind, CHANNEL, BROUGHT),)),
    numerator="訪問・ほかの機関・気づきの知らせから始まった相談",
    denominator="受け付けた相談",
    source="RE-AIM(届く・続くを見る枠組み)の「届く」の考え",
    done="自分では来なかった",
    left="本人が来た・電話した",
    division=Division(Divided.DISTRICT, ("area",)),
)
