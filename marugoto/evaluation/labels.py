"""How the codes of evaluation are said."""

from django.utils.translation import gettext_lazy as _

from marugoto.evaluation.codes import Path, Word
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
