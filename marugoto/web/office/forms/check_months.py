"""The form by which a body says after how many months a kind of place is asked again."""

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.community.labels import PLACE_KINDS
from marugoto.community.rules.check import LONGEST, SHORTEST
from marugoto.web.office.forms.house import NOT_CHOSEN
from marugoto.web.ui.fields import DateWords


class CheckMonthsForm(forms.Form):
    kind = forms.ChoiceField(label=_("どの種類の場所"), choices=[NOT_CHOSEN, *PLACE_KINDS.items()])
    months = forms.IntegerField(label=_("何か月ごとに確かめますか"), min_value=SHORTEST, max_value=LONGEST)
    since = DateWords(label=_("いつから"))
    reason = forms.CharField(
        label=_("変えるわけ"), max_length=200, help_text=_("例: 子ども食堂は日が変わりやすい(協議体で相談)。")
    )
