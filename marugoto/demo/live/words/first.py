"""What is said when something is noticed or heard for the first time."""

from collections.abc import Mapping

from marugoto.intake.codes import NoticeSource

INFORMANTS: Mapping[str, tuple[str, ...]] = {
    NoticeSource.RESIDENT: ("となりの方", "同じ棟の方", "ごみ当番の方", "名前は言いたくない方"),
    NoticeSource.COMMISSIONER: ("民生委員 大西さん", "民生委員 千葉さん", "主任児童委員 堀さん"),
    NoticeSource.FIRM: ("新聞販売店", "検針員の方", "配食の会社"),
    NoticeSource.AGENCY: ("北中学校 教育相談", "中央病院 地域連携室"),
    NoticeSource.CLERK: ("窓口の職員",),
}
HANDED_ON: tuple[str, ...] = (
    "窓口の話の途中で聞きました。名前と電話は紙のメモで渡せます。",
    "こちらでは待つことしかできません。話を聞いてもらえますか。",
    "今週もう一度来られる予定です。その前に一度相談したいです。",
)
NOTICE_ANSWERS: tuple[str, ...] = (
    "家を訪ねて話を聞き、相談として受けた。",
    "電話で本人と話せた。相談として受けた。",
    "二回目の訪問で会えた。相談として受けた。",
)
ANSWERED_BACK: tuple[str, ...] = (
    "受け取りました。ありがとうございます。こちらで動きます。",
    "お知らせのおかげで、話を聞けました。",
    "受け取りました。またお気づきのことがあれば教えてください。",
)
