"""How parts and consent are said."""

from django.utils.translation import gettext_lazy as _

from marugoto.disclosure.codes import ConsentForm, ConsentState, PaperKind, Part

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
