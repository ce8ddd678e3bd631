"""I19, I36 to I40: what only those who are asked can say, counted from the last wave that was written down; without one each stands at U."""

from marugoto.evaluation.codes import SurveyQuestion
from marugoto.evaluation.events.survey import SurveyCounted
from marugoto.evaluation.indicators.indicator import Reading, Suppression, Surveyed
from marugoto.evaluation.measures import Coded, Survey
from marugoto.ledger.events import layout

ASKED = 30  # answers to a survey; and every fifth of those asked (evaluation.md 6.10)
PAIRED = 20
SAID = layout(SurveyCounted)

_OF_RESIDENTS = "地域福祉計画や総合計画の住民意識調査に1問を足し、配った数・答えた数・選んだ数の3つを残す。調査が無い年は判定しません。"
_MISSING = "調べていなければ判定不能。答えが30人か、配った数の2割に届かなければ判定不能。0%とはしません。"


def _last_wave(question: SurveyQuestion) -> Survey:
    return Survey(
        kinds=(Coded(SurveyCounted.kind, SAID["question"], (question.value,)),),
        asked=SAID["asked"],
        answered=SAID["answered"],
        good=SAID["counted"],
        last=SAID["last"],
    )


trust = Surveyed(
    code="I19",
    name="信頼と価値",
    says="いっしょに支える係や団体が、たがいをどれだけ頼りにし、役に立つと思っているか(年に一度の6問、1から4)。",
    does_not_say="実際に組んだ回数。一つの係への点数(係ごとの点は出しません)。",
    kind="過程",
    function="支援機関どうしが支え合う",
    unit="点",
    direction="up",
    cohort="年に一度、席についたことのある係と団体。",
    missing=_MISSING,
    decision="会議の進め方と、次の年に組み直す役の分け方。",
    version=1,
    source="PARTNER(連携のつながりを見る調査)",
    suppression=Suppression.SURVEY,
    least=ASKED,
    measure=_last_wave(SurveyQuestion.TRUST),
    numerator="6問の点の合計",
    denominator="答えた係と団体",
    reading=Reading.POINTS,
    whole_unit="人",
    asks=SurveyQuestion.TRUST,
    why="係や団体にたずねた答えの記録が、まだありません。",
    record="年に一度の振り返りの会議で6問の紙を配り、配った数・答えた数・点の合計を書く(名前は書かない)。",
)
loneliness_helped = Surveyed(
    code="I36",
    name="孤独の変化(支援した人)",
    says="支援を受けた方の孤独の点(UCLA-3)が、受付から6か月でどれだけ変わったか。たずねた人数をならべます。",
    does_not_say="支援が変えたということ。たずねなかった方、答えなかった方のこと。",
    kind="成果",
    function="三つの機能すべて",
    unit="点",
    direction="down",
    cohort="受付と6か月後の両方で答えた方。",
    missing="両方で答えた方が20人に届かなければ判定不能。答えないことは0点ではありません。",
    decision="参加の場とのつなぎ方、続ける見守りの長さ。",
    version=1,
    source="UCLA-3・国の孤独の調査",
    least=PAIRED,
    measure=_last_wave(SurveyQuestion.LONELINESS),
    numerator="はじめから6か月後までに変わった点の合計",
    denominator="両方で答えた方",
    reading=Reading.POINTS,
    whole_unit="人",
    asks=SurveyQuestion.LONELINESS,
    why="はじめと6か月後に、本人にたずねた点の記録が、まだありません。",
    record="プランを作る日と6か月の見直しの日に、望む方にだけ3問をたずね、たずねた数・両方で答えた数・はじめと6か月後の点の合計を残す。答えない自由を先に伝える。",
)
lonely = Surveyed(
    code="I37",
    name="孤独の割合(住民)",
    says="「しばしば・常に孤独」と答えた住民の割合。国の調査とならべて読みます。",
    does_not_say="一人ひとりのこと。答えなかった人の気持ち。この仕組みのせいで増えた・減ったということ。",
    kind="成果",
    function="地域で支え合う",
    unit="%",
    direction="down",
    cohort="調査の年に答えた住民。",
    missing=_MISSING,
    decision="どの年代・圏域で、場づくりや見守りを先に始めるか。",
    version=1,
    source="内閣官房の孤独・孤立の調査の問い",
    suppression=Suppression.SURVEY,
    least=ASKED,
    measure=_last_wave(SurveyQuestion.LONELY),
    numerator="「しばしばある・常にある」と答えた人",
    denominator="答えた人",
    whole_unit="人",
    asks=SurveyQuestion.LONELY,
    why="住民の調査の結果の記録が、まだありません。",
    record=_OF_RESIDENTS,
)
isolated = Surveyed(
    code="I38",
    name="孤立の割合(高齢の住民)",
    says="頼れる人や会う人が少ない(LSNS-6が12点未満)高齢の住民の割合。",
    does_not_say="一人が好きな人のこと。困っているかどうか。",
    kind="成果",
    function="地域で支え合う",
    unit="%",
    direction="down",
    cohort="介護予防・日常生活圏域ニーズ調査の年に答えた65歳以上の住民。",
    missing=_MISSING,
    decision="どの圏域で、通いの場と送り迎えをふやすか。",
    version=1,
    source="LSNS-6",
    suppression=Suppression.SURVEY,
    least=ASKED,
    measure=_last_wave(SurveyQuestion.ISOLATED),
    numerator="12点に届かなかった人",
    denominator="答えた65歳以上の人",
    whole_unit="人",
    asks=SurveyQuestion.ISOLATED,
    why="LSNS-6をたずねた調査の結果の記録が、まだありません。",
    record="3年ごとの介護予防・日常生活圏域ニーズ調査に6問を足し、配った数・答えた数・12点未満の数を残す。",
)
mutual_help = Surveyed(
    code="I39",
    name="助け合っていると思う割合",
    says="「近所で助け合っている」と思う住民の割合。",
    does_not_say="実際の助け合いの数。助けを求めにくい人のこと。",
    kind="成果",
    function="地域で支え合う",
    unit="%",
    direction="up",
    cohort="調査の年に答えた住民。",
    missing=_MISSING,
    decision="地域づくりの担当を、どの圏域に先に置くか。",
    version=1,
    source="地域福祉の住民調査の問い",
    suppression=Suppression.SURVEY,
    least=ASKED,
    measure=_last_wave(SurveyQuestion.MUTUAL_HELP),
    numerator="「そう思う」と答えた人",
    denominator="答えた人",
    whole_unit="人",
    asks=SurveyQuestion.MUTUAL_HELP,
    why="住民の調査の結果の記録が、まだありません。",
    record=_OF_RESIDENTS,
)
knows_where = Surveyed(
    code="I40",
    name="相談先を知っている割合",
    says="「困ったときの相談先を知っている」と答えた住民の割合。",
    does_not_say="知っていても行けない人のこと。行った先での受け止め。",
    kind="成果",
    function="住民と機関がつながる",
    unit="%",
    direction="up",
    cohort="調査の年に答えた住民。",
    missing=_MISSING,
    decision="知らせる方法(回覧、店、学校、外国語)と、どの年代・圏域から始めるか。",
    version=1,
    source="地域福祉の住民調査の問い",
    suppression=Suppression.SURVEY,
    least=ASKED,
    measure=_last_wave(SurveyQuestion.KNOWS_WHERE),
    numerator="「知っている」と答えた人",
    denominator="答えた人",
    whole_unit="人",
    asks=SurveyQuestion.KNOWS_WHERE,
    why="住民の調査の結果の記録が、まだありません。",
    record=_OF_RESIDENTS,
)

SURVEYS: tuple[Surveyed, ...] = (trust, loneliness_helped, lonely, isolated, mutual_help, knows_where)
