"""How the codes of the ball are said."""

from django.utils.translation import gettext_lazy as _

from marugoto.custody.codes import (
    Alarm,
    AskingEndingKind,
    BallState,
    BidEndingKind,
    Decliner,
    DeclineReason,
    EndingKind,
    How,
    LearntCode,
    MatterKind,
    Means,
    OfferReason,
    Outcome,
    OutsideSaid,
    Stance,
    StuckOutcome,
    TidingKind,
    TouchKind,
    Urgency,
    Whom,
    WithdrawReason,
)

MATTER_KINDS = {
    MatterKind.NOTICE: _("気づき"),
    MatterKind.CONSULTATION: _("相談"),
    MatterKind.CASE: _("世帯の支援"),
    MatterKind.NEED: _("必要"),
    MatterKind.QUESTION: _("質問"),
    MatterKind.RESOURCE_TASK: _("地域づくりの仕事"),
    MatterKind.APPROACH: _("訪ねる"),
    MatterKind.WATCH: _("見守り"),
    MatterKind.COOPERATION: _("協力のお願い"),
    MatterKind.FOLLOW_UP: _("宿題"),
    MatterKind.DECISION: _("会議で決めたこと"),
    MatterKind.IMPROVEMENT: _("見直しの仕事"),
}
URGENCIES = {
    Urgency.NOW: _("いますぐ"),
    Urgency.SOON: _("急ぎ"),
    Urgency.USUAL: _("ふつう"),
    Urgency.SLOW: _("ゆっくり"),
}
HOWS = {
    How.PLACED: _("ここから始まりました"),
    How.CAUGHT: _("受け取りました"),
    How.DECIDED: _("会議で引き受けました"),
    How.ASSIGNED: _("担当が決まりました"),
    How.INHERITED: _("担当の役割が終わり、係の長が持ちました"),
    How.TAKEN_IN: _("係に人がいなくなり、最後の受け皿が持ちました"),
    How.REOPENED: _("もう一度始まりました"),
    How.HANDED_BACK: _("伝えた記録が閉じたので、戻ってきました"),
}
OFFER_REASONS = {
    OfferReason.EXPERTISE: _("くわしい人に見てほしい"),
    OfferReason.OWN_FIELD: _("そちらの仕事にあたる"),
    OfferReason.AREA: _("そちらの受け持ちの地域"),
    OfferReason.NEARER: _("本人に近い"),
    OfferReason.PERSON_WISH: _("本人の希望"),
    OfferReason.CAPACITY: _("いまの係だけでは手が足りない"),
    OfferReason.CONFERENCE: _("会議で決まった"),
    OfferReason.OTHER: _("そのほか"),
}
ENDING_KINDS = {
    EndingKind.CAUGHT: _("受け取られました"),
    EndingKind.DECLINED: _("断られました"),
    EndingKind.WITHDRAWN: _("取り下げられました"),
    EndingKind.LAPSED: _("返事の期限が過ぎました"),
    EndingKind.TAKEN_ON: _("引き受けられました(返事を聞いて記録)"),
}
OUTSIDE_SAID = {
    OutsideSaid.TAKEN_ON: _("引き受ける"),
    OutsideSaid.DECLINED: _("受けられない"),
    OutsideSaid.ASKED_BACK: _("もう少し教えてほしい"),
}
MEANS = {
    Means.TELEPHONE: _("電話"),
    Means.IN_PERSON: _("会って"),
    Means.PAPER: _("手紙・ファクス"),
    Means.MAIL: _("メール"),
}
WITHDRAW_REASONS = {
    WithdrawReason.CHANGED_MIND: _("渡すのをやめた"),
    WithdrawReason.RECEIVER_CLOSED: _("渡す先の係が閉じた"),
    WithdrawReason.DECIDED_OTHERWISE: _("会議で別の係が引き受けた"),
    WithdrawReason.SENDER_LEFT: _("渡した係に人がいなくなった"),
}
DECLINERS = {
    Decliner.AGENCY: _("機関が断った"),
    Decliner.PERSON: _("本人が望まなかった"),
}
DECLINE_REASONS = {
    DeclineReason.NOT_OUR_WORK: _("受け持ちの範囲ではない"),
    DeclineReason.NO_ROOM: _("いまは手がふさがっている"),
    DeclineReason.NEED_TO_KNOW_MORE: _("もう少し教えてほしい"),
    DeclineReason.OTHER_FITS_BETTER: _("ほかの機関のほうが合う"),
    DeclineReason.ALREADY_INVOLVED: _("別の形でもう関わっている"),
    DeclineReason.PERSON_DOES_NOT_WISH: _("本人が望まない"),
    DeclineReason.OTHER: _("そのほか"),
}
TOUCH_KINDS = {
    TouchKind.MET: _("会った"),
    TouchKind.TALKED: _("電話で話した"),
    TouchKind.WROTE: _("手紙・メール"),
    TouchKind.AGENCY: _("機関と話した"),
    TouchKind.TRIED: _("出向いたが会えず"),
    TouchKind.PREPARED: _("準備・調べもの"),
}
STANCES = {
    Stance.HOLDER: _("持ち手"),
    Stance.OFFERED: _("渡された先"),
    Stance.COMPANION: _("伴走"),
    Stance.RESCUER: _("預かり"),
    Stance.TOWER: _("司令塔"),
    Stance.BESIDE: _("ほかの係"),
}
STUCK_OUTCOMES = {
    StuckOutcome.SELF: _("自分でやってみる"),
    StuckOutcome.JOINT: _("いっしょに動く"),
    StuckOutcome.TAKEN: _("司令塔が預かる"),
    StuckOutcome.MOVED: _("ほかの係が受け取った"),
    StuckOutcome.SETTLED: _("おわりになった"),
}
ASKING_ENDINGS = {
    AskingEndingKind.ANSWERED: _("返事がありました"),
    AskingEndingKind.WITHDRAWN: _("取り消しました"),
    AskingEndingKind.SETTLED: _("ボールがおわりました"),
    AskingEndingKind.DONE: _("やりました"),
    AskingEndingKind.NOT_DONE: _("できませんでした"),
    AskingEndingKind.MOVED: _("ボールがほかの係へ移りました"),
}
LEARNT_CODES = {
    LearntCode.WHOM_TO_ASK: _("だれに聞けばよいか分かった"),
    LearntCode.HOW_TO_TALK: _("話し方・関わり方が分かった"),
    LearntCode.RULES_KNOWN: _("制度や手順が分かった"),
    LearntCode.ASK_EARLIER: _("早めに声をかけることにした"),
    LearntCode.PLACE_KNOWN: _("つなぎ先が見つかった"),
    LearntCode.NOT_YET: _("まだ見えない"),
}
OUTCOMES = {
    Outcome.ACHIEVED: _("めざすことを達成"),
    Outcome.ANSWERED: _("答えて終わった"),
    Outcome.CARRIED_ON: _("ほかの形で続いている"),
    Outcome.OWN_WISH: _("本人の希望で終わった"),
    Outcome.MOVED_AWAY: _("転出"),
    Outcome.DIED: _("死亡"),
    Outcome.BROKEN_OFF: _("途切れた"),
    Outcome.NOT_NEEDED: _("いらなくなった"),
    Outcome.NOTHING_FOUND: _("確かめて、心配なことはなかった"),
    Outcome.PLACED_BY_MISTAKE: _("まちがって作られた"),
}
BALL_STATES = {
    BallState.HELD: _("持っています"),
    BallState.OFFERED: _("返事待ち"),
    BallState.DECLINED: _("断られて手元に"),
    BallState.LATE: _("期限すぎ"),
    BallState.STUCK: _("困った"),
    BallState.KEPT: _("預かり"),
    BallState.SETTLED: _("おわり"),
}
ALARMS = {
    Alarm.SILENT: _("返事のないまま期限が過ぎた"),
    Alarm.LATE: _("手つかずの日数をこえた"),
    Alarm.STUCK: _("「困った」に返事がない"),
}
WHOMS = {Whom.SENDER: _("持っている係"), Whom.TOWER: _("司令塔"), Whom.CHIEF: _("課長")}
TIDING_KINDS = {
    TidingKind.ENTRUSTED: _("新しく届きました"),
    TidingKind.CAUGHT: _("受け取られました"),
    TidingKind.DECLINED: _("断られました"),
    TidingKind.DECLINED_AGAIN: _("二度断られました"),
    TidingKind.WITHDRAWN: _("取り下げられました"),
    TidingKind.LAPSED: _("返事がないまま期限が過ぎました"),
    TidingKind.STUCK: _("困ったの知らせです"),
    TidingKind.STUCK_ANSWERED: _("困ったに返事がありました"),
    TidingKind.RESCUE_BEGUN: _("司令塔の預かりが始まりました"),
    TidingKind.RESCUE_ENDED: _("預かりが終わりました"),
    TidingKind.TO_BE_HANDED_OVER: _("引きつぎを待っています"),
    TidingKind.TAKEN_IN: _("行き先がなく、ここで受けました"),
    TidingKind.ASKED: _("たずねられました"),
    TidingKind.ASKING_ANSWERED: _("たずねたことに返事がありました"),
    TidingKind.BID: _("持ちたいという申し出がありました"),
    TidingKind.BID_REFUSED: _("申し出は断られました"),
    TidingKind.BID_OVER: _("申し出たボールは、ほかへ移ったか、おわりました"),
    TidingKind.DIRECTED: _("司令塔から指示がありました"),
    TidingKind.DIRECTION_ENDED: _("出した指示に返事がありました"),
    TidingKind.NOT_OPENED: _("受け取りましたが、開くはずの記録が開けませんでした"),
    TidingKind.COMPANION: _("伴走に加わりました"),
    TidingKind.ANSWERED: _("答えが届きました"),
    TidingKind.SHUT: _("本人の同意がなくなり、伝えた記録が閉じました"),
    TidingKind.HANDED_BACK: _("伝えた記録が閉じたので、戻ってきました"),
    TidingKind.LATE: _("手つかずの日数をこえています"),
    TidingKind.TAKEN_ON: _("頼んだ機関が引き受けました"),
    TidingKind.ASKED_BACK: _("聞き返されました"),
    TidingKind.REPLIED: _("聞き返したことに答えがありました"),
    TidingKind.PLACE_CAME: _("待っていた場所ができました"),
    TidingKind.PLACE_NOT: _("待っていた場所は、いまは作れないと返事がありました"),
    TidingKind.PLACE_FITS: _("待っている必要に、合う場所が出てきました"),
    TidingKind.ENDED: _("渡したボールがおわりました"),
    TidingKind.ENDED_BY_WISH: _("受け取られたあとで、おわりました"),
}
BID_ENDINGS = {
    BidEndingKind.OFFERED: _("渡されました"),
    BidEndingKind.REFUSED: _("断られました"),
    BidEndingKind.WITHDRAWN: _("取り下げました"),
    BidEndingKind.OVER: _("ボールがほかへ移ったか、おわりました"),
}
DIGEST_KINDS = {
    "due_today": _("きょうまでに返事をするもの"),
    "late": _("期限を過ぎたもの"),
    "stuck": _("「困った」を出しているもの"),
    "offers": _("受け取りを待っているもの"),
    "looks": _("きょう様子を見るもの"),
    "promises": _("約束の日が来ているもの"),
    "calls": _("「困った」の返事を待っているもの"),
}
