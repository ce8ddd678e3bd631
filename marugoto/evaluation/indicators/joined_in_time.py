"""I30: how many who would like to be somewhere are on their way there within sixty days?"""

from marugoto.evaluation.indicators.indicator import Divided, Division, Indicator
from marugoto.evaluation.measures import Coded, Sequence
from marugoto.ledger.events import layout
from marugoto.participation.events import MatchMoved, VisitMade, WishHeard

DAYS = 60


joined_in_time = Indicator(
    code="I30",
    name="参加のつなぎ率",
    says="願いをはじめて聞いた必要のうち、60日のうちに、本人が行ってみたいと言った場所ができたか、一度でも訪ねたものの割合。",
    does_not_say="その場所が合っていたか。続いたか(I31)。願いを聞けていない人のこと。断られた場所の数。",
    kind="過程",
    function="地域と支援機関がつながる",
    unit="%",
    direction="up",
    cohort="願いをはじめて聞いた日。60日がたったものだけを数えます。",
    missing="60日たったものがなければ判定不能。0%とはしません。",
    decision="場所をさがす役をだれが持つか。合う場所がないと答えたものが多ければ、地域づくりに何を頼むか。",
    version=1,
    measure=Sequence(
        first=(Coded(WishHeard.kind, layout(WishHeard)["first"], (1,)),),
        then=(Coded(MatchMoved.kind, layout(MatchMoved)["state"], ("willing", "settled")), VisitMade.kind),
        days=DAYS,
    ),
    numerator="60日のうちに行きはじめた、または行ってみたい場所ができた必要",
    denominator="願いをはじめて聞いて60日がたった必要",
    source="自治体への聞き取り(シート③の5)",
    done="つながった",
    left="まだ",
    division=Division(Divided.DISTRICT, ("area",)),
)
