"""Forms of the table of counterparts: who it is, and that it is so no more."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.agencies.codes import FirstCall
from marugoto.agencies.labels import FIRST_CALLS
from marugoto.web.ui.fields import DateWords, offer

NOT_CHOSEN = ("", _("選んでください"))


class CounterpartForm(forms.Form):
    """`outer` and `town` come from the cell that was pressed."""

    outer = forms.UUIDField(widget=forms.HiddenInput, required=False)
    town = forms.CharField(widget=forms.HiddenInput, required=False, max_length=6)
    inner = forms.ChoiceField(label=_("市町村のどの係が相手ですか"), choices=[])
    first_call = forms.ChoiceField(
        label=_("どちらから電話しますか"),
        choices=list(FIRST_CALLS.items()),
        widget=forms.RadioSelect,
        initial=FirstCall.EITHER,
    )
    about = forms.CharField(
        label=_("何について(全部ならば空けておく)"),
        max_length=60,
        required=False,
        help_text=_("例: こころの相談、一時保護。人の名前は書かないでください。"),
    )
    since = DateWords(label=_("いつから"))

    def __init__(self, *args: Any, teams: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "inner", [NOT_CHOSEN, *teams])

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if not said.get("outer") or not said.get("town"):
            self.add_error(None, _("県のどの係と、どの市町村のことか分かりません。表の「入れる」を押してください。"))
        return said


class CounterpartEndForm(forms.Form):
    counterpart = forms.ChoiceField(label=_("どれを"), choices=[])
    reason = forms.CharField(label=_("終えるわけ"), max_length=200, help_text=_("組織が変わった、係が分かれた、など。"))

    def __init__(self, *args: Any, ties: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "counterpart", [NOT_CHOSEN, *ties])
