"""Forms of what comes after: what became of a decision, what is missing, the next date."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.conferences.labels import FOLLOWED
from marugoto.kernel.jst import JST
from marugoto.web.meeting.forms.conference import ClockWords
from marugoto.web.ui.fields import DateWords, offer


class FollowForm(forms.Form):
    result = forms.ChoiceField(label=_("どうなりましたか"), widget=forms.RadioSelect, choices=list(FOLLOWED.items()))
    words = forms.CharField(label=_("ひとこと"), required=False, max_length=300)


class GapForm(forms.Form):
    theme = forms.ChoiceField(label=_("どの困りごとのための場や手だてが足りませんか"), choices=[])

    def __init__(self, *args: Any, themes: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "theme", themes)


class NextForm(forms.Form):
    day = DateWords(label=_("次の日"))
    begins = ClockWords(label=_("始まり"))
    ends = ClockWords(label=_("終わり"))
    carry = forms.BooleanField(label=_("同じ世帯を、次の議題にも入れる"), required=False, initial=True)

    def __init__(self, *args: Any, nameless: bool = False, **kwargs: Any) -> None:
        """`nameless`: no household comes to that table, so none is carried over."""
        super().__init__(*args, **kwargs)
        if nameless:
            del self.fields["carry"]

    def said(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "begins_at": datetime.combine(data["day"], data["begins"], JST),
            "ends_at": datetime.combine(data["day"], data["ends"], JST),
            "carry": data.get("carry", False),
        }
