"""How parts, consent and emergencies are said."""

from django.utils.translation import gettext_lazy as _

from marugoto.disclosure.codes import (
    ConsentForm,
    ConsentState,
    ConsentText,
    EmergencyReason,
    EmergencyState,
    EmergencyVerdict,
    PaperKind,
    Part,
    PurposeItem,
    PurposeState,
)

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
