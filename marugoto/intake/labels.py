"""How the codes of intake are said."""

from django.utils.translation import gettext_lazy as _

from marugoto.intake.codes import (
    Channel,
    ConsultationEnd,
    FirmSort,
    InquiryAnswer,
    InquiryReason,
    MayCall,
    NoticeAnswer,
    NoticeSource,
    ToldBy,
    UrgentAnswer,
    UrgentCheck,
)

CHANNELS = {
    Channel.WINDOW: _("窓口"),
    Channel.PHONE: _("電話"),
    Channel.VISIT: _("訪問"),
    Channel.MAIL: _("手紙・メール"),
    Channel.OUTREACH: _("こちらから出向いて"),
    Channel.OTHER_AGENCY: _("ほかの機関から"),
    Channel.PORCH: _("住民の気づきから"),
}
SOURCES = {
    NoticeSource.RESIDENT: _("住民"),
    NoticeSource.COMMISSIONER: _("民生委員・児童委員"),
    NoticeSource.CLERK: _("役所の窓口"),
    NoticeSource.FIRM: _("事業所"),
    NoticeSource.AGENCY: _("支援機関"),
}
URGENT_CHECKS = {
    UrgentCheck.FOOD: _("きょう食べるもの"),
    UrgentCheck.BED: _("今夜寝るところ"),
    UrgentCheck.VIOLENCE: _("暴力のおそれ"),
    UrgentCheck.LIFE: _("いのちの心配"),
}
URGENT_QUESTIONS = {
    UrgentCheck.FOOD: _("きょう食べるものに困っていますか"),
    UrgentCheck.BED: _("今夜寝るところがないですか"),
    UrgentCheck.VIOLENCE: _("暴力のおそれがありますか"),
    UrgentCheck.LIFE: _("いのちの心配がありますか"),
}
URGENT_ANSWERS = {
    UrgentAnswer.YES: _("はい"),
    UrgentAnswer.NO: _("いいえ"),
    UrgentAnswer.NOT_ASKED: _("聞いていません"),
}
CONSULTATION_ENDS = {
    ConsultationEnd.CASE_OPENED: _("世帯の支援を始めた"),
    ConsultationEnd.ANSWERED: _("その場で答えて終わった"),
    ConsultationEnd.HANDED_ON: _("ほかの機関につないだ"),
    ConsultationEnd.BROKEN_OFF: _("途切れた"),
}
NOTICE_ANSWERS = {
    NoticeAnswer.VISITED: _("見に行った"),
    NoticeAnswer.CONSULTATION: _("相談として受けた"),
    NoticeAnswer.KNOWN_ALREADY: _("もう関わっている"),
    NoticeAnswer.NO_CONCERN: _("心配はなかった"),
    NoticeAnswer.APPROACH: _("これから訪ねていく"),
}
MAY_CALL = {
    MayCall.YES: _("聞いて、よいと言った"),
    MayCall.NO: _("聞いて、いやだと言った"),
    MayCall.NOT_ASKED: _("聞いていない"),
}
TOLD_BY = {
    ToldBy.PORCH: _("軒先の番号で読んでもらう"),
    ToldBy.TODAY: _("知らせた職員の「きょう」に出る"),
    ToldBy.PHONE: _("電話で伝えた"),
    ToldBy.IN_PERSON: _("会って伝えた"),
    ToldBy.LETTER: _("手紙で伝えた"),
    ToldBy.NOT_WANTED: _("返事は望まれていない"),
    ToldBy.NO_WAY: _("連絡がつかなかった"),
}
FIRM_SORTS = {
    FirmSort.GAS: _("ガス"),
    FirmSort.NEWSPAPER: _("新聞"),
    FirmSort.POST: _("郵便"),
    FirmSort.POWER: _("電気"),
    FirmSort.WATER: _("水道"),
    FirmSort.MILK: _("牛乳・乳製品"),
    FirmSort.MEALS: _("配食"),
    FirmSort.PARCEL: _("宅配"),
    FirmSort.SHOP: _("店・コンビニ"),
    FirmSort.OTHER: _("そのほか"),
}
INQUIRY_REASONS = {
    InquiryReason.CAME: _("本人か家族が、相談に来た"),
    InquiryReason.WORRY: _("心配な様子の知らせがあった"),
    InquiryReason.TWICE: _("同じことを、本人に二度聞かないため"),
    InquiryReason.DANGER: _("いのちや安全にかかわる"),
}
INQUIRY_ANSWERS = {
    InquiryAnswer.WILL_CALL: _("こちらから電話します"),
    InquiryAnswer.CALL_US: _("電話をください"),
    InquiryAnswer.ASK_FIRST: _("本人に聞いてから答えます"),
    InquiryAnswer.CANNOT: _("お伝えできません"),
}
