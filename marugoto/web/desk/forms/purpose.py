"""Forms around the decision that something may be told for another purpose."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.web.ui.fields import DateWords


class PurposeDecisionForm(forms.Form):
    agreed = forms.ChoiceField(
        label=_("どう決めますか"),
        choices=[("yes", _("認める")), ("no", _("認めない"))],
        widget=forms.RadioSelect,
    )
    agreed_until = DateWords(label=_("いつまで認めますか"), required=False)
    said = forms.CharField(
        label=_("わけ"),
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("認めないときは、要ります。名前は書かずに。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.agrees = self.data.get("agreed") == "yes"


class PurposeEndForm(forms.Form):
    ended_why = forms.CharField(
        label=_("取り消すわけ"),
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("認められたあとに取り消すときは、要ります。開いていた記録は、その場で閉じます。"),
    )
