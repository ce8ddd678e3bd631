"""I17: who works with whom; and I18: what is left of it when the busiest is away?"""

from marugoto.conferences.events import SeatTaken
from marugoto.custody.events import BallCaught, CompanionJoined
from marugoto.evaluation.indicators.indicator import Indicator, Reading, Suppression
from marugoto.evaluation.measures import Ends, LeftOut, Net
from marugoto.ledger.events import layout

CAUGHT, JOINED, SEAT = layout(BallCaught), layout(CompanionJoined), layout(SeatTaken)
ALSO = (
    Ends(kinds=(CompanionJoined.kind,), one=JOINED["team"], other=JOINED["holder"]),
    Ends(kinds=(SeatTaken.kind,), one=SEAT["team"], meeting=SEAT["conference"]),
)
TOGETHER = "ボールを受け渡した、いっしょに動いた、同じ会議の席についた"

density = Indicator(
    code="I17",
    name="連携網の密度",
    says=f"動いている係どうしの組のうち、この1年に実際に組んだもの({TOGETHER})の割合。0から1まで。",
    does_not_say="組んだ中身のよしあし。どの組もあるのがよいということ(要らない組もあります)。記録の外の電話や立ち話。",
    kind="構造",
    function="支援機関どうしが支え合う",
    unit="",
    direction="up",
    cohort="終わりの日までの1年に、一度でもほかの係と組んだ係。何度組んでも一つの組です。",
    missing="係が2つ以上なければ判定不能。0とはしません。",
    decision="まだ組んだことのない係を、次の会議や最初の訪問にさそうか。",
    version=1,
    measure=Net(kinds=(BallCaught.kind,), one=CAUGHT["sender"], other=CAUGHT["to"], also=ALSO),
    numerator="組んだことのある係の組",
    denominator="動いている係",
    source="PARTNER(連携のつながりを見る調査)",
    done="組んだ",
    left="",
    reading=Reading.PAIRS,
    whole_unit="係",
    suppression=Suppression.OFFICES,
)
one_agency = Indicator(
    code="I18",
    name="一機関依存度",
    says="つながりをたどって行ける係の組のうち、いちばん多くの係と組んでいる係がいなくなると、行けなくなる組の割合。",
    does_not_say="その係が悪いということ(むしろ支えています)。人の力や相性。記録の外のつながり。",
    kind="構造",
    function="支援機関どうしが支え合う",
    unit="%",
    direction="down",
    cohort=f"終わりの日までの1年に組んだ係({TOGETHER})。同じだけ組む係がいくつもあれば、失うものの多いほうを見ます。",
    missing="たどれる組がなければ判定不能。0%とはしません。",
    decision="一つの係に集まっている役を、どこへ分けるか。半分をこえたら、その係が休んだ日の段取りを先に決める。",
    version=1,
    measure=LeftOut(kinds=(BallCaught.kind,), one=CAUGHT["sender"], other=CAUGHT["to"], also=ALSO),
    numerator="行けなくなる組",
    denominator="たどって行ける係の組",
    source="一つを抜いて見る考え",
    done="組んだ",
    left="",
    suppression=Suppression.OFFICES,
)
