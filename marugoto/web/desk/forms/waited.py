"""The answer to a place that came: taken up, or why not."""

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.community.codes import UnmetSaid
from marugoto.community.labels import UNMET_SAID


class ReplyForm(forms.Form):
    said = forms.ChoiceField(label=_("どうしますか"), choices=list(UNMET_SAID.items()), widget=forms.RadioSelect)

    def code(self) -> UnmetSaid:
        return UnmetSaid(self.cleaned_data["said"])
