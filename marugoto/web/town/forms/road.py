"""From one district to another: minutes by one way."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.participation.codes import Travel
from marugoto.participation.labels import TRAVELS
from marugoto.participation.rules import slot
from marugoto.web.ui.fields import offer

OWN_TRAVELS = [
    (code, word) for code, word in TRAVELS.items() if code not in {Travel.PICKUP, Travel.HOME, Travel.DRIVEN}
]
TIMES = [
    ("any", _("いつでも")),
    ("am,pm", _("昼だけ（17時まで）")),
    ("weekday", _("平日だけ")),
    ("weekday_am,weekday_pm", _("平日の昼だけ")),
]


class RoadForm(forms.Form):
    start = forms.ChoiceField(label=_("どこから"), choices=[])
    end = forms.ChoiceField(label=_("どこへ"), choices=[])
    way = forms.ChoiceField(label=_("行き方"), choices=OWN_TRAVELS)
    minutes = forms.IntegerField(
        label=_("何分"),
        required=False,
        min_value=1,
        max_value=1_440,
        help_text=_("空けて残すと、この行き方を消します。"),
    )
    times = forms.ChoiceField(label=_("動いているとき"), choices=TIMES, initial="any")
    last = forms.TimeField(
        label=_("最終が出る時刻"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}),
        help_text=_("終わる時刻がこれよりおそい活動は、帰れないものとして外します。"),
    )
    both = forms.BooleanField(label=_("帰りも同じ"), required=False, initial=True)

    def __init__(self, *args: Any, areas: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "start", areas)
        offer(self, "end", areas)

    def told(self) -> dict[str, Any]:
        data = self.cleaned_data
        times = slot.named(data["times"].split(","))
        always = times == slot.whole(range(7))
        last = data["last"]
        minute = None if last is None else last.hour * 60 + last.minute
        return data | {"way": Travel(data["way"]), "times": () if always else times, "last": minute}
