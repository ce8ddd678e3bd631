"""I31: does it last, 90 and 180 days after somebody settled; and I26: does somebody become one of those who carry the place?"""

from marugoto.evaluation.indicators.indicator import Divided, Division, Indicator
from marugoto.evaluation.measures import Coded, Sequence
from marugoto.ledger.events import layout
from marugoto.participation.events import MatchMoved, StayLookedAt

STATE, KEPT, MATCH = layout(MatchMoved)["state"], layout(StayLookedAt)["kept"], layout(MatchMoved)["match"]
SETTLED = (Coded(MatchMoved.kind, STATE, ("settled",)),)
TO_ASK = 30  # days within which somebody asks after the mark
TWO_YEARS = 730


def _stays(days: int, code: str, kept: tuple[int, ...]) -> Indicator:
    return Indicator(
        code=code,
        name=f"参加の継続({days}日)",
        says=f"「続いている」になったつなぎのうち、{days}日の様子を聞いて、まだ通っている(ときどきも入れて)と分かったものの割合。",
        does_not_say="行かなくなったことのよしあし(よいおわりもあります)。聞けなかった人が通っているかどうか。",
        kind="成果",
        function="地域と支援機関がつながる",
        unit="%",
        direction="up",
        cohort=f"「続いている」になった日。{days}日と、聞くための{TO_ASK}日がたったものだけを数えます。",
        missing="そこまでたったものがなければ判定不能。聞いていないものは、続いているとは数えません。",
        decision="なじんだあとに、だれがいつ声をかけるか。開いている人の手助けをどうするか。",
        version=1,
        measure=Sequence(first=SETTLED, then=(Coded(StayLookedAt.kind, KEPT, kept),), days=days + TO_ASK, key=MATCH),
        numerator=f"{days}日の様子で、まだ通っているつなぎ",
        denominator=f"「続いている」になって{days + TO_ASK}日がたったつなぎ",
        source="英国の Supporting Families の考え",
        done="通っている",
        left="通っていない・聞いていない",
        division=Division(Divided.DISTRICT, ("area",)),
    )


stays_90 = _stays(90, "I31", (90, 180))
stays_180 = _stays(180, "I31-180", (180,))
became_helper = Indicator(
    code="I26",
    name="役割の転換",
    says="「続いている」になったつなぎのうち、2年のうちに、その場所の担い手になったものの割合。",
    does_not_say="担い手にならない参加のよしあし。ほかの場所や仕事で役をもった人のこと。",
    kind="成果",
    function="住民が支え合う",
    unit="%",
    direction="up",
    cohort="「続いている」になった日。2年がたったものだけを数えます。",
    missing="2年たったものがなければ判定不能。",
    decision="役を頼む声かけを、いつ、だれがするか。",
    version=1,
    measure=Sequence(first=SETTLED, then=(Coded(MatchMoved.kind, STATE, ("helping",)),), days=TWO_YEARS, key=MATCH),
    numerator="2年のうちに担い手になったつなぎ",
    denominator="「続いている」になって2年がたったつなぎ",
    source="自治体への聞き取り(シート③の6)",
    done="担い手になった",
    left="なっていない",
    division=Division(Divided.DISTRICT, ("area",)),
)
