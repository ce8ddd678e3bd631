"""Form of the prefecture's answer to a municipality."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.web.ui.fields import DateWords


class AdviceForm(forms.Form):
    words = forms.CharField(
        label=_("この町に、何を勧めるか"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("一般の説明ではなく、この町が次にする一歩を書きます。"),
    )
    adviser = forms.CharField(
        label=_("だれが相談に乗るか"), max_length=200, help_text=_("係か団体の名前と電話。人の名前は要りません。")
    )
    visit = DateWords(
        label=_("訪ねる日(書かなくてもよい)"), required=False, help_text=_("決まっていなければ空けておきます。")
    )

    def told(self) -> dict[str, Any]:
        return dict(self.cleaned_data)
