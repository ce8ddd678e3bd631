"""I02: was there anybody for whom nothing happened in thirty days?"""

from marugoto.conferences.events import ItemPutOn
from marugoto.custody.events import BallCaught, BallOffered, BallSettled, BallTouched, CompanionJoined
from marugoto.evaluation.indicators.indicator import Divided, Division, Indicator
from marugoto.evaluation.measures import Sequence
from marugoto.intake.events import IntakeEnded, IntakeOpened, NoticeAnswered, NoticeReceived

DAYS = 30

dead_end = Indicator(
    code="I02",
    name="行き止まり率",
    says="受け付けた相談と気づきのうち、30日のあいだに次の一歩(手をつける・渡す・受け取る・会議にかける・返事や終わり)が一つも残らなかったものの割合。",
    does_not_say="一歩のよしあし。電話で話しただけで書かなかった一歩。本人が待ってほしいと言ったこと。",
    kind="過程",
    function="支援機関どうしが支え合う",
    unit="%",
    direction="down",
    cohort="受け付けた日。30日がたったものだけを数えます。",
    missing="1件もなければ判定不能。0%とはしません。",
    decision="手つかずの一覧を、だれがいつ見るか。5%をこえたら見る回数をふやす。",
    version=1,
    measure=Sequence(
        first=(IntakeOpened.kind, NoticeReceived.kind),
        then=(
            BallTouched.kind,
            BallOffered.kind,
            BallCaught.kind,
            BallSettled.kind,
            CompanionJoined.kind,
            ItemPutOn.kind,
            NoticeAnswered.kind,
            IntakeEnded.kind,
        ),
        days=DAYS,
        missed=True,
    ),
    numerator="30日のあいだに、次の一歩がなかったもの",
    denominator="受け付けて30日がたった相談と気づき",
    source="わたしたちの案",
    done="一歩がない",
    left="一歩があった",
    division=Division(Divided.DISTRICT, ("area",)),
)
