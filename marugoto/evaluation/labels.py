"""How the codes of evaluation are said."""

from django.utils.translation import gettext_lazy as _

from marugoto.evaluation.codes import Path, Word

WORDS = {
    Word.YES: _("している"),
    Word.NOT_YET: _("まだない"),
    Word.NO_CASE: _("対象なし"),
    Word.WALKED: _("一つずつたどった"),
}
PATHS = {
    Path.EXISTING: _("A いまある制度を使う"),
    Path.MULTILAYERED: _("B 重層的支援体制整備事業を使う"),
    Path.SMALL: _("C 小さな町にまとめる"),
}
PARTS = {
    "name": _("基準の名前"),
    "question": _("問い"),
    "does_not_say": _("言えないこと"),
    "guard": _("いっしょに読むもの"),
}
