"""I32: of what was missing, how much has been answered by a place within a year?"""

from marugoto.community.events import UnmetEnded, UnmetFiled
from marugoto.evaluation.indicators.indicator import Divided, Division, Indicator, Suppression
from marugoto.evaluation.measures import Coded, Sequence
from marugoto.ledger.events import layout

YEAR = 365


gap_answered = Indicator(
    code="I32",
    name="生まれた資源",
    says="「足りない場所」として届いたもののうち、365日のうちに、合う場所が見つかったか、できたものの割合。",
    does_not_say="その場所に人が通いはじめたか(I30)。届けられなかった不足。「いまは作れない」と答えたことのよしあし。",
    kind="成果",
    function="地域と支援機関がつながる",
    unit="%",
    direction="up",
    cohort="届いた日。365日がたったものだけを数えます。",
    missing="365日たったものがなければ判定不能。0%とはしません。",
    decision="次の年に、どの不足にだれの手を当てるか。",
    version=1,
    measure=Sequence(
        first=(UnmetFiled.kind,),
        then=(Coded(UnmetEnded.kind, layout(UnmetEnded)["end"], ("place_found", "place_made")),),
        days=YEAR,
    ),
    numerator="365日のうちに場所が見つかった、またはできた不足",
    denominator="届いて365日がたった不足",
    source="自治体への聞き取り(シート③の5)",
    done="場所で答えた",
    left="まだ・作れない",
    division=Division(Divided.DISTRICT, ("area",)),
    suppression=Suppression.NOTHING,
)
