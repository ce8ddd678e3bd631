"""Who is asked to a table from outside, what he is given to read, and what he writes into the sheet."""

from collections.abc import Mapping
from dataclasses import dataclass

from marugoto.agencies.codes import Field
from marugoto.conferences.codes import OutsideKind


@dataclass(frozen=True)
class Asked:
    """Who, from where, why; and what he says once he has promised. `reads` is about the household, without a name."""

    kind: OutsideKind
    name: str
    from_where: str
    reason: str
    reads: str
    knows: str
    does: str
    can: str
    asks: str


SCHOOL = Asked(
    OutsideKind.SCHOOL,
    "教頭 三浦",
    "みなと小学校",
    "学校での様子をいちばんよく知っているため",
    "朝の支度がむずかしい日が続いています。学校でできること、家でできることを、一緒に考えたいです。"
    "お金のことと病気のことは、この文には書いていません。",
    "月曜に休むことが多いです。来た日は、図書室で落ち着いて過ごしています。",
    "担任が週に一度、電話で話しています。",
    "朝、図書室を8時に開けられます。",
    "お母さんに学校から何を伝えてよいか、知りたいです。",
)
CLINIC = Asked(
    OutsideKind.CLINIC,
    "看護師 工藤",
    "中央病院 地域連携室",
    "受診が続くように、家の様子と合わせて考えるため",
    "通院の日に来られないことがあります。どうすれば続くか、家の近くの支援と一緒に考えたいです。"
    "お金のことは、この文には書いていません。",
    "予約の前の日に電話すると、来られることが多いです。",
    "前の日の電話を、9月から始めました。",
    "受診のあと、10分ほど話を聞けます。",
    "付き添える人がいる日を教えてほしいです。",
)
WELFARE = Asked(
    OutsideKind.WELFARE,
    "民生委員 大西",
    "渚地区",
    "近所での様子を知り、ふだん声をかけているため",
    "近所での声かけを、これからどう続けるかを話します。お金のことと病気のことは、この文には書いていません。",
    "ごみの日には外で会います。あいさつは返ってきます。",
    "月に二度ほど、通りがかりに声をかけています。",
    "雨の日のごみ出しは手伝えます。",
    "気になったとき、だれに電話すればよいか決めてほしいです。",
)
BY_FIELD: Mapping[str, Asked] = {
    Field.CHILD: SCHOOL,
    Field.EDUCATION: SCHOOL,
    Field.HEALTH: CLINIC,
    Field.DISABILITY: CLINIC,
}
