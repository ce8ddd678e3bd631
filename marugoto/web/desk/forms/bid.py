"""Forms around a team that would hold a ball."""

from django import forms
from django.utils.translation import gettext_lazy as _


class BidForm(forms.Form):
    words = forms.CharField(
        label=_("わけ"),
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("名前を書かずに。持っている係と、あなたの係だけが読みます。"),
    )


class BidRefusalForm(forms.Form):
    words = forms.CharField(
        label=_("渡さないわけ"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("名前を書かずに。"),
    )
