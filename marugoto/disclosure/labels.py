"""How parts, consent and emergencies are said."""

from django.utils.translation import gettext_lazy as _

from marugoto.disclosure.codes import (
    ConflictKind,
    ConsentForm,
    ConsentState,
    ConsentText,
    EmergencyReason,
    EmergencyState,
    EmergencyVerdict,
    MemberSort,
    NoticeKind,
    PaperKind,
    Part,
    PurposeItem,
    PurposeState,
)
from marugoto.disclosure.rules.watch import Sign, Verdict

PARTS = {
    Part.BASIC: _("基本(氏名・生年月日・家族)"),
    Part.CONTACT: _("連絡先"),
    Part.SUPPORT: _("相談と支援の記録"),
    Part.MONEY: _("家計"),
    Part.HEALTH: _("健康"),
    Part.SCHOOL: _("学び・子ども"),
    Part.SHELTER: _("保護住所"),
    Part.INFORMANT: _("知らせた人"),
}
CONFLICT_KINDS = {
    ConflictKind.KIN: _("親族・家族"),
    ConflictKind.NEIGHBOUR: _("近所の人"),
    ConflictKind.OTHER: _("そのほかの、近い間がら"),
}
# What a sign says; and beside it what it does not say.
SIGNS = {
    Sign.NO_TIE: (
        _("前後7日に、その人にも係にも、この世帯との仕事の記録がありません"),
        _("電話や窓口で代わりに出ただけのことも、記録には残りません。"),
    ),
    Sign.ONLY_TEAM: (
        _("係の世帯ですが、前後7日に、その人自身の仕事の記録がありません"),
        _("同僚の相談に乗った、電話を受けた、ということもあります。"),
    ),
    Sign.DECLARED: (
        _("利害関係を申し出ている世帯を見ています"),
        _("申し出る前に、仕事で見ていたこともあります。"),
    ),
    Sign.NIGHT: (_("夜10時から朝6時、または閉庁日に見ています"), _("夜間や休日の当番のこともあります。")),
    Sign.MANY: (_("30分のうちに15以上の世帯を、一つずつ開いています"), _("名簿の確かめや引きつぎのこともあります。")),
    Sign.SEARCHES: (_("10分のうちに10回以上、さがしています"), _("名前の書きかたが分からないときのこともあります。")),
}
VERDICTS = {
    Verdict.EXPLAINED: _("わけが分かった"),
    Verdict.ASKED: _("本人に聞く"),
    Verdict.PASSED_ON: _("課長に引きつぐ"),
}
PAPER_KINDS = {
    PaperKind.PDF: _("PDF"),
    PaperKind.JPEG: _("写真(JPEG)"),
    PaperKind.PNG: _("画像(PNG)"),
}
CONSENT_STATES = {
    ConsentState.GIVEN: _("同意あり"),
    ConsentState.PARTLY: _("一部に同意"),
    ConsentState.REFUSED: _("伝えないでほしい"),
    ConsentState.NOT_ASKED: _("まだ聞いていません"),
    ConsentState.CANNOT_BE_ASKED: _("まだ聞けません"),
    ConsentState.WITHDRAWN: _("取り消されました"),
}
CONSENT_FORMS = {
    ConsentForm.PAPER: _("書面"),
    ConsentForm.SPOKEN: _("口頭"),
    ConsentForm.PROXY: _("代わりの人から"),
}
CONSENT_TEXTS = {
    ConsentText.NORMAL: _("ふつうの説明文"),
    ConsentText.EASY: _("やさしい日本語の説明文"),
}
EMERGENCY_REASONS = {
    EmergencyReason.LIFE: _("いのちや体があぶない"),
    EmergencyReason.CHILD: _("子どもがあぶない"),
    EmergencyReason.VIOLENCE: _("暴力からいま逃げている"),
    EmergencyReason.MISSING: _("行方が分からない"),
    EmergencyReason.DISASTER: _("災害"),
}
EMERGENCY_VERDICTS = {
    EmergencyVerdict.FIT: _("やむをえなかった"),
    EmergencyVerdict.UNFIT: _("開くべきでなかった"),
    EmergencyVerdict.LOOK_INTO: _("本人に聞いて、もっと確かめる"),
}
EMERGENCY_STATES = {
    EmergencyState.NOBODY: _("当てはまる人がなく、何も開きませんでした"),
    EmergencyState.OPEN: _("いま開いています"),
    EmergencyState.TO_ANSWER: _("閉じました。説明か答えを待っています"),
    EmergencyState.LATE: _("一日たっても、説明か答えがありません"),
    EmergencyState.DONE: _("閉じて、確かめられました"),
}
PURPOSE_ITEMS = {
    PurposeItem.INSIDE: _("69条2項2号(同じ機関の中で使う)"),
    PurposeItem.PUBLIC: _("69条2項3号(ほかの公の機関に伝える)"),
}
PURPOSE_STATES = {
    PurposeState.ASKED: _("決定を待っています"),
    PurposeState.AGREED: _("認められています"),
    PurposeState.REFUSED: _("認められませんでした"),
    PurposeState.TAKEN_BACK: _("取り消されました"),
    PurposeState.PAST: _("期限が過ぎました"),
}
NOTICES = {
    NoticeKind.ORDINANCE: _("条例"),
    NoticeKind.REGULATION: _("規則"),
    NoticeKind.OUTLINE: _("要綱"),
    NoticeKind.ANNOUNCEMENT: _("告示・公示"),
}
MEMBER_SORTS = {
    MemberSort.PUBLIC: _("公の機関"),
    MemberSort.CORPORATION: _("法人"),
    MemberSort.PERSON: _("そのほかの人"),
}
