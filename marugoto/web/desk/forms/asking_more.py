"""Forms around a question before a ball is taken."""

from django import forms
from django.utils.translation import gettext_lazy as _


class AskMoreForm(forms.Form):
    words = forms.CharField(
        label=_("何が分かれば決められますか"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("渡した係とあなたの係だけが読みます。返事の期限は、そのぶんのびます。"),
    )


class ReplyForm(forms.Form):
    words = forms.CharField(
        label=_("答え"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("根拠を選ばずに渡したときは、名前を書かずに。相手の係とあなたの係だけが読みます。"),
    )
