"""What a second person makes of a sign."""

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.disclosure.labels import VERDICTS


class ReviewForm(forms.Form):
    sign = forms.UUIDField(widget=forms.HiddenInput)
    verdict = forms.ChoiceField(
        label=_("どうしますか"),
        choices=[(verdict.value, label) for verdict, label in VERDICTS.items()],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(label=_("何を見て、そう考えましたか"), max_length=400)
