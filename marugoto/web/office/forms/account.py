"""Forms around accounts: the staff list, the second person's answer, a suspension."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.web.shell.upload import FileForm, file_field
from marugoto.web.ui.fields import DateWords, offer

NOT_CHOSEN = ("", _("選んでください"))


class StaffListForm(FileForm):
    file = file_field(
        label=_("名簿のファイル"),
        help_text=_("Excel(XLSX)かCSV。20MBまで。シフトJIS(CP932)でもUTF-8でも読めます。"),
        accept=".xlsx,.csv,.txt,text/csv",
    )


class AnswerForm(forms.Form):
    """The boxes beside the rows are read by the page itself."""

    reason = forms.CharField(
        label=_("断るときの、わけ"),
        max_length=200,
        required=False,
        help_text=_("出すときは、書かなくてかまいません。例: 職員番号が違います。"),
    )


class RecogniseForm(forms.Form):
    worker = forms.ChoiceField(label=_("会った人"), choices=[])
    number = forms.CharField(
        label=_("その人の画面の番号"),
        max_length=20,
        help_text=_("本人に会い、画面を見て書きます。6けたです。"),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, workers: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "worker", [NOT_CHOSEN, *workers])


class KeysForm(forms.Form):
    owner = forms.ChoiceField(label=_("だれの鍵"), choices=[])
    why = forms.CharField(
        label=_("外すわけ"), max_length=200, help_text=_("本人に会って確かめてから。例: 電話をなくした。")
    )

    def __init__(self, *args: Any, workers: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "owner", [NOT_CHOSEN, *workers])


class SuspendForm(forms.Form):
    worker = forms.ChoiceField(label=_("だれのアカウント"), choices=[])
    day = DateWords(label=_("いつから、入れなくしますか"))
    reason = forms.CharField(
        label=_("止めるわけ"), max_length=200, help_text=_("あとから読む人のために。例: 退職、紙をなくした。")
    )

    def __init__(self, *args: Any, workers: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "worker", [NOT_CHOSEN, *workers])
