"""How the kinds and verdicts of an import are said."""

from django.utils.translation import gettext_lazy as _

from marugoto.community.labels import PLACE_KINDS
from marugoto.exchange.rules.letter import Letter
from marugoto.exchange.rules.mail import MailState
from marugoto.exchange.rules.plan import Verdict
from marugoto.exchange.rules.staff_plan import StaffVerdict

VERDICTS = {
    Verdict.NEW: _("新しい"),
    Verdict.CHANGED: _("変わる"),
    Verdict.SAME: _("同じ"),
    Verdict.REFUSED: _("取り込めない"),
}
STAFF_VERDICTS = {
    StaffVerdict.NEW: _("新しい人"),
    StaffVerdict.MOVES: _("動く人"),
    StaffVerdict.LEAVES: _("退く人"),
    StaffVerdict.SAME: _("変わらない人"),
    StaffVerdict.UNREAD: _("読めない行"),
}
LOST_LETTERS = {
    Letter.MISSING: _(
        "この席の手紙が、軒先に届いていません。番号と合言葉では、まだ開けません。もう一度出してください。"
    ),
    Letter.REFUSED: _(
        "軒先が、この席の手紙を受け取れませんでした。もう一度出してください。それでも届かないときは、席を閉じて招き直してください。"
    ),
    Letter.STUCK: _(
        "この席の手紙を、軒先がまだ受け取っていません。システムの担当に、軒先が動いているか見てもらってください。"
    ),
}  # fmt: skip — whoever asked reads it; what is on its way or has come says nothing


def said(field: str, value: str) -> str:
    """A value of a place as the worker reads it: codes in words, nothing as 空."""
    if not value:
        return str(_("（空）"))
    return next((str(words) for kind, words in PLACE_KINDS.items() if field == "kind" and kind == value), value)


MAIL_STATES = {
    MailState.SENT: _("送りました"),
    MailState.REFUSED: _("相手のサーバーが断りました"),
    MailState.WAITING: _("もう一度送ります"),
    MailState.SENDING: _("届いたか分かりません"),
    MailState.OVER: _("その日のうちに送れませんでした"),
}
