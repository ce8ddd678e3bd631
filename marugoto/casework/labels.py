"""How the codes of casework are said."""

from django.utils.translation import gettext_lazy as _

from marugoto.casework.codes import (
    AcquaintanceKind,
    Agreement,
    CaseEnd,
    Change,
    Closeness,
    LookInResult,
    Method,
    PlanState,
    PromiseEnd,
    ReviewResult,
    Scorer,
)

METHODS = {
    Method.VISIT: _("訪問"),
    Method.PHONE: _("電話"),
    Method.WINDOW: _("来所"),
    Method.TOGETHER: _("同行"),
    Method.MESSAGE: _("手紙・メール"),
    Method.AGENCY: _("ほかの機関と相談"),
    Method.CONFERENCE: _("会議"),
    Method.NO_CONTACT: _("会えず"),
}
PLAN_STATES = {
    PlanState.DRAFTED: _("案"),
    PlanState.EXAMINED: _("会議で確かめた"),
    PlanState.DECIDED: _("市町村が決めた"),
    PlanState.RUNNING: _("進めている"),
    PlanState.EVALUATED: _("見直した"),
    PlanState.CLOSED: _("おわり"),
    PlanState.SUSPENDED: _("止めている"),
}
AGREEMENTS = {
    Agreement.AGREED: _("本人と確かめた"),
    Agreement.NOT_ASKED: _("まだ聞いていない"),
    Agreement.CANNOT_BE_ASKED: _("まだ聞けない"),
    Agreement.REFUSED: _("本人は望んでいない"),
}
SCORERS = {Scorer.PERSON: _("本人"), Scorer.WORKER: _("職員"), Scorer.JOINT: _("いっしょに")}
SCORES = {
    -2: _("とても悪くなった"),
    -1: _("悪くなった"),
    0: _("変わらない"),
    1: _("よくなった"),
    2: _("とてもよくなった"),
}
REVIEW_RESULTS = {
    ReviewResult.KEEP: _("このまま続ける"),
    ReviewResult.REPLAN: _("プランを作り直す"),
    ReviewResult.SUSPEND: _("いったん止める"),
    ReviewResult.CLOSE: _("おわりにする"),
}
CHANGES = {
    Change.PUBLIC_ASSISTANCE: _("生活保護につながった"),
    Change.HOUSING: _("住まいが決まった・落ち着いた"),
    Change.HEALTH: _("健康がよくなった"),
    Change.RELATIONS: _("人・家族との関係がよくなった"),
    Change.MONEY: _("家計がよくなった(債務の整理など)"),
    Change.WILL: _("意欲が出てきた"),
    Change.AIM: _("目標ができた"),
    Change.HABITS: _("生活習慣がととのった"),
    Change.CALLS_FOR_HELP: _("助けてと言えるようになった"),
    Change.HANDBOOK: _("障害者手帳を取った"),
    Change.SELF_RESPECT: _("自分を大事にできるようになった"),
    Change.EASE: _("安心できるようになった"),
    Change.EARNINGS: _("働いた収入がふえた"),
    Change.OTHER_INCOME: _("そのほかの収入がふえた"),
    Change.OTHER: _("そのほか"),
}
CASE_ENDS = {
    CaseEnd.ACHIEVED: _("めざすことがかなった"),
    CaseEnd.HANDED_TO_AGENCY: _("これからは一つの機関で"),
    CaseEnd.MOVED_AWAY: _("引っ越した"),
    CaseEnd.DIED: _("亡くなった"),
    CaseEnd.BROKEN_OFF: _("連絡が取れなくなった"),
    CaseEnd.OWN_WISH: _("本人の望み"),
}
ACQUAINTANCE_KINDS = {
    AcquaintanceKind.NEIGHBOUR: _("近所の人"),
    AcquaintanceKind.FRIEND: _("友人・知人"),
    AcquaintanceKind.COMMISSIONER: _("民生委員・児童委員"),
    AcquaintanceKind.RELATIVE: _("別に暮らす親族"),
    AcquaintanceKind.OTHER: _("そのほか"),
}
CLOSENESSES = {
    Closeness.STRONG: _("強い(よく会う・頼りにしている)"),
    Closeness.ORDINARY: _("ふつう"),
    Closeness.WEAK: _("弱い(あまり会わない)"),
    Closeness.TENSE: _("つらい(もめている・会うと苦しい)"),
}
PROMISE_ENDS = {
    PromiseEnd.KEPT: _("守った"),
    PromiseEnd.NOT_KEPT: _("守れなかった"),
}

LOOK_IN_RESULTS = {
    LookInResult.STEADY: _("落ち着いている。これで見守りを終える"),
    LookInResult.WATCH: _("気になる。また様子を見る"),
    LookInResult.NOT_MET: _("会えなかった。また様子を見る"),
    LookInResult.NEEDED: _("支援をもう一度始めた"),
}
