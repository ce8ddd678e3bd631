"""The form of whoever looks in after the end."""

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.casework.codes import LookInResult
from marugoto.casework.labels import LOOK_IN_RESULTS
from marugoto.web.ui.fields import DateWords

CHOICES = [(code.value, LOOK_IN_RESULTS[code]) for code in LookInResult if code is not LookInResult.NEEDED]


class LookInForm(forms.Form):
    result = forms.ChoiceField(label=_("どうでしたか"), widget=forms.RadioSelect, choices=CHOICES)
    next_on = DateWords(label=_("次に様子を見る日"), required=False)
    words = forms.CharField(
        label=_("見たこと・聞いたこと"), required=False, max_length=10_000, widget=forms.Textarea(attrs={"rows": 3})
    )


class ResumeForm(forms.Form):
    words = forms.CharField(label=_("もう一度始めるわけ"), max_length=10_000, widget=forms.Textarea(attrs={"rows": 2}))
