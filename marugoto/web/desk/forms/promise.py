"""What became of a promise."""

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.casework.labels import PROMISE_ENDS


class PromiseForm(forms.Form):
    end = forms.ChoiceField(label=_("どうなりましたか"), choices=list(PROMISE_ENDS.items()), widget=forms.RadioSelect)
    why = forms.CharField(
        label=_("守れなかったわけ"),
        required=False,
        max_length=200,
        help_text=_("守れなかったときは、わけと、次の約束を。数えるのは係のことで、だれかのことではありません。"),
    )
