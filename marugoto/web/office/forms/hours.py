"""The form for the hours of a half-year."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.evaluation.rules.hours import MOST
from marugoto.web.office.forms.house import NOT_CHOSEN
from marugoto.web.ui.fields import offer


class HoursForm(forms.Form):
    """How many hours the coordination took in a half-year that is over."""

    last = forms.ChoiceField(label=_("どの半期"), choices=[])
    hours = forms.IntegerField(
        label=_("調整にかかった時間の合計(全員ぶん)"),
        min_value=0,
        max_value=MOST,
        help_text=_("業務日誌などからの、おおよその合計で大丈夫です。"),
    )
    reason = forms.CharField(
        label=_("直すときは、そのわけ"), max_length=200, required=False, help_text=_("はじめて書く半期では要りません。")
    )

    def __init__(self, *args: Any, half_years: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "last", [NOT_CHOSEN, *half_years])
