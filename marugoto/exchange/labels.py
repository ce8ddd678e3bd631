"""How the kinds and verdicts of an import are said."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from marugoto.community.labels import PLACE_KINDS
from marugoto.exchange.rules.letter import Letter
from marugoto.exchange.rules.mail import MailState
from marugoto.exchange.rules.plan import Verdict
from marugoto.exchange.rules.staff_plan import StaffVerdict
from marugoto.exchange.rules.work import Stage

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


@dataclass(frozen=True)
class StageWords:
    """Of a long list: what the page says above, beside the bar, of what is counted, and of what a stop leaves."""

    sentence: object
    doing: object
    unit: object
    promise: object


_NOTHING_CHANGES = _("まだ何も変えていません。止めても、機械が止まっても、場所の記録はそのままです。")
STAGES = {
    Stage.READING: StageWords(_("ファイルを読んでいます。"), _("読んだ行"), _("行(およそ)"), _NOTHING_CHANGES),
    Stage.COMPARING: StageWords(_("いまの場所とくらべています。"), _("くらべた行"), _("行"), _NOTHING_CHANGES),
    Stage.TAKING: StageWords(
        _("取り込んでいます。"),
        _("取り込んだ行"),
        _("行"),
        _(
            "止めると、そこまでの行の受付票ができ、元に戻せます。機械が止まっても、続きから1行ずつ一度だけ取り込みます。"
        ),
    ),
    Stage.TAKING_BACK: StageWords(
        _("元に戻しています。"),
        _("見た行"),
        _("行"),
        _("最後まで続けます。機械が止まっても、続きから1行ずつ一度だけ戻します。"),
    ),
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
