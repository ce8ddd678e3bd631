"""How the codes of evaluation are said."""

from django.utils.translation import gettext_lazy as _

from marugoto.evaluation.codes import (
    Earning,
    Effect,
    Filling,
    Flag,
    IndicatorSort,
    OpinionSaid,
    Party,
    Path,
    PilotEnd,
    Proof,
    ReviewLevel,
    ReviewSaid,
    ToldOf,
    UseKind,
    Way,
    Word,
)
from marugoto.evaluation.rules.second_opinion import RaterRole
from marugoto.evaluation.rules.stage import NAMES, Function
from marugoto.evaluation.rules.thinking import Fulfils, LawSays

WORDS = {
    Word.YES: _("している"),
    Word.NOT_YET: _("まだない"),
    Word.NO_CASE: _("対象なし"),
    Word.WALKED: _("一つずつたどった"),
}
PATHS = {
    Path.EXISTING: _("A いまある制度を使う"),
    Path.MULTILAYERED: _("B 重層的支援体制整備事業を使う"),
    Path.SMALL: _("C 小さな町にまとめる"),
}
PARTS = {
    "name": _("基準の名前"),
    "question": _("問い"),
    "does_not_say": _("言えないこと"),
    "guard": _("いっしょに読むもの"),
}

FULFILS = {Fulfils.PART: _("一部"), Fulfils.WHOLE: _("果たしている")}
LAW_SAYS = {
    LawSays.UNSURE: _("未確認"),
    LawSays.YES: _("開ける(条文か通知で確かめた)"),
    LawSays.NO: _("開けない(条文か通知で確かめた)"),
}
RATER_ROLES = {
    RaterRole.DESK: _("相談窓口"),
    RaterRole.COMMUNITY: _("地域づくり"),
    RaterRole.COUNCIL: _("社会福祉協議会"),
    RaterRole.PLANNING: _("計画・企画"),
    RaterRole.FINANCE: _("財政"),
    RaterRole.RESIDENT: _("住民"),
    RaterRole.CONCERNED: _("当事者・家族"),
    RaterRole.OUTSIDER: _("外からの人"),
}
# The places of the matrix: the three functions of 106条の3 and the five parts of the project of 106条の4.
FUNCTIONS = {one.value: NAMES[one] for one in (Function.F1, Function.F2, Function.F3)}
JUDGED = {one.value: name for one, name in NAMES.items()}
PROJECT_PARTS = {
    "consult": _("包括的相談支援"),
    "join": _("参加支援"),
    "community": _("地域づくり"),
    "outreach": _("アウトリーチ等"),
    "agencies": _("多機関協働"),
}
PLACES = {**FUNCTIONS, **PROJECT_PARTS}
# Of each figure: where it is written down, what it counts, and its counter.
FIGURE_WORDS = {
    "listed": (_("場所の一覧"), _("新しく載った場所"), _("か所")),
    "widened": (_("場所の一覧"), _("迎える人が広がったこと"), _("回")),
    "confirmed": (_("場所の一覧"), _("場所を確かめたこと"), _("回")),
    "closed": (_("場所の一覧"), _("やめた・休んだ場所"), _("か所")),
    "visits": (_("地域の日誌"), _("地域に出向いたこと"), _("回")),
    "gatherings": (_("地域の日誌"), _("うち、住民が開いた集まり"), _("回")),
    "findings": (_("地域の日誌"), _("地域での気づき"), _("件")),
    "dialogues": (_("地域の日誌"), _("対話"), _("回")),
    "trainings": (_("地域の日誌"), _("研修"), _("回")),
    "unmet": (_("足りないもの"), _("届いた「足りないもの」"), _("件")),
    "answered": (_("足りないもの"), _("場所が見つかった「足りないもの」"), _("件")),
    "asked": (_("参加"), _("名前を出さずに聞いた「つなぎ」"), _("件")),
    "tried": (_("参加"), _("見学・ためしに行ったこと"), _("回")),
    "settled": (_("参加"), _("なじんだ「つなぎ」"), _("件")),
}
LEVELS = {
    ReviewLevel.CONCERNED: _("関係する人の会"),
    ReviewLevel.PROJECT: _("プロジェクトチーム"),
    ReviewLevel.POLICY: _("方針を決める会"),
}
PARTIES = {
    Party.PERSON: _("支援を受ける本人"),
    Party.FAMILY: _("家族"),
    Party.RESIDENTS: _("住民"),
    Party.COMMISSIONERS: _("民生委員・児童委員"),
    Party.COUNCIL: _("社会福祉協議会"),
    Party.PROVIDERS: _("事業所・NPO"),
    Party.FRONT: _("窓口や地域で働く職員"),
    Party.DIVISION: _("ほかの課"),
    Party.TOP: _("首長・副首長・部長"),
    Party.EXPERT: _("学識経験者"),
}
SAID = {
    ReviewSaid.KEEP: _("続ける"),
    ReviewSaid.MEANS: _("手段を変える"),
    ReviewSaid.TARGET: _("目標を変える"),
    ReviewSaid.STOP: _("やめる"),
}
PROOFS = {
    Proof.SPECIFICATION: _("仕様書"),
    Proof.BUDGET: _("予算の行"),
    Proof.PROCEDURE: _("手順"),
    Proof.FORM: _("様式"),
    Proof.POST: _("人の配置"),
    Proof.MEETING_RULE: _("会議の決まり"),
}
EFFECTS = {
    Effect.BETTER: _("よくなった"),
    Effect.SAME: _("変わらない"),
    Effect.WORSE: _("わるくなった"),
    Effect.UNCLEAR: _("まだ言えない"),
}
PILOT_ENDS = {
    PilotEnd.WENT_ON: _("本番にする"),
    PilotEnd.CHANGED: _("変えて続ける"),
    PilotEnd.STOPPED: _("やめる"),
}
OPINION_SAID = {
    OpinionSaid.TAKEN_UP: _("見直しの提案にする"),
    OpinionSaid.DONE: _("すぐにそうした"),
    OpinionSaid.NOT_NOW: _("いまはできない"),
    OpinionSaid.OTHER_PLACE: _("ほかで話す"),
}
TOLD_OF = {
    ToldOf.ANSWER: _("返事"),
    ToldOf.DECISION: _("決まったこと"),
    ToldOf.CHANGE: _("変わったこと"),
}
SORTS = {
    IndicatorSort.STRUCTURE: _("体制(構造)"),
    IndicatorSort.PROCESS: _("過程"),
    IndicatorSort.OUTPUT: _("したことの量(アウトプット)"),
    IndicatorSort.OUTCOME: _("成果(アウトカム)"),
}
FILLINGS = {
    Filling.COMPUTED: _("記録から計算"),
    Filling.TYPED: _("手で入れる"),
}
WAYS = {
    Way.UP: _("高いほどよい"),
    Way.DOWN: _("低いほどよい"),
    Way.NONE: _("高い低いでよしあしを言わない"),
}
EARNINGS = {
    Earning.SEED: _("種"),
    Earning.LIVE: _("使う"),
    Earning.EARNING: _("役に立っている"),
    Earning.IDLE: _("1年使われていない"),
    Earning.PARKED: _("置いてある"),
    Earning.RETIRED: _("終えた"),
}
USES = {
    UseKind.CHANGED: _("手段が変わった"),
    UseKind.STOPPED: _("やめた・小さくした"),
    UseKind.PENDING: _("手段を変えると決めた"),
    UseKind.KEPT: _("わけを書いて続けた"),
    UseKind.TARGET: _("目標だけ変えた"),
    UseKind.TRIED: _("試して、わかったことを書いた"),
}
FLAGS = {
    Flag.DEAD: _("死蔵"),
    Flag.TARGETS_ONLY: _("目標だけ見直し"),
    Flag.NOT_COMPUTABLE: _("測れない"),
    Flag.BY_HAND: _("手入力過多"),
    Flag.OUTPUTS_ONLY: _("出力だけ"),
    Flag.NEVER_MISSED: _("外れない目標"),
    Flag.TWICE: _("重複"),
    Flag.ONE_PERSON: _("一人の指標"),
    Flag.WRONG_WAY: _("逆効果"),
}
