"""What stands in an offer and in its answer."""

from collections.abc import Mapping

from marugoto.custody.codes import DeclineReason, OfferReason

WANTED = "「{step}」を、お願いできますか。お名前は、受け取ったあとにお伝えします。"  # without a name
ASKED: tuple[str, ...] = (
    "{who}のことで、力を貸してください。{title}。",
    "{title}。いまは電話でつながっています。",
    "一度、一緒に訪ねてもらえませんか。{title}。",
    "次の一手は「{step}」です。お願いできますか。",
    "本人は来週なら会えるそうです。{title}。",
    "私たちだけでは足りません。{title}。",
)
REASONS: tuple[OfferReason, ...] = (
    OfferReason.OWN_FIELD,
    OfferReason.OWN_FIELD,
    OfferReason.EXPERTISE,
    OfferReason.NEARER,
    OfferReason.PERSON_WISH,
    OfferReason.CAPACITY,
)
DECLINED: Mapping[DeclineReason, tuple[str, ...]] = {
    DeclineReason.NOT_OUR_WORK: (
        "制度の対象ではありませんでした。手前の相談なら一緒に聞けます。",
        "こちらの仕事の外です。申請の紙の書き方なら手伝えます。",
    ),
    DeclineReason.NO_ROOM: (
        "今月は新しく受けられません。来月の初めにもう一度聞いてください。",
        "担当が一人休んでいます。急ぐ訪問だけなら一緒に行けます。",
    ),
    DeclineReason.NEED_TO_KNOW_MORE: (
        "困りごとの中身がまだ分かりません。一度一緒に会わせてください。",
        "診断があるかどうかで変わります。先に受診を手伝ってもらえますか。",
    ),
    DeclineReason.OTHER_FITS_BETTER: ("もっと近い係があります。そちらに聞いてみてください。",),
    DeclineReason.PERSON_DOES_NOT_WISH: ("本人が「いまはいい」と話しています。しばらく待つのがよさそうです。",),
}
