"""Forms around accounts: the staff list, the second person's answer, a suspension."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from marugoto.exchange.rules.upload import too_large
from marugoto.ground import upload
from marugoto.web.ui.fields import DateWords, offer

NOT_CHOSEN = ("", _("選んでください"))


class StaffListForm(forms.Form):
    """An empty file is accepted here, so that the reader says what is wrong with it; one that is too large never came."""

    file = forms.FileField(
        label=_("名簿のファイル"),
        allow_empty_file=True,
        help_text=_("Excel(XLSX)かCSV。20MBまで。シフトJIS(CP932)でもUTF-8でも読めます。"),
        error_messages={"required": _("ファイルを選んでください。")},
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv,.txt,text/csv"}),
    )

    @classmethod
    def sent(cls, request: HttpRequest) -> "StaffListForm":
        form = cls(request.POST, request.FILES)
        size = upload.too_large(request)
        if size:
            refused = too_large(size)
            form.errors.clear()
            form.add_error("file", f"{refused.sentence}{refused.way_on}")
        return form


class AnswerForm(forms.Form):
    """The boxes beside the rows are read by the page itself."""

    reason = forms.CharField(
        label=_("断るときの、わけ"),
        max_length=200,
        required=False,
        help_text=_("出すときは、書かなくてかまいません。例: 職員番号が違います。"),
    )


class SuspendForm(forms.Form):
    worker = forms.ChoiceField(label=_("だれのアカウント"), choices=[])
    day = DateWords(label=_("いつから、入れなくしますか"))
    reason = forms.CharField(
        label=_("止めるわけ"), max_length=200, help_text=_("あとから読む人のために。例: 退職、紙をなくした。")
    )

    def __init__(self, *args: Any, workers: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "worker", [NOT_CHOSEN, *workers])
