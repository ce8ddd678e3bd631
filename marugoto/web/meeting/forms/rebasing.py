"""Form of what leaves the ring of a conference: to which team, which words, and why."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.web.ui.fields import offer


class RebaseForm(forms.Form):
    to = forms.ChoiceField(label=_("どの係に伝えますか"), choices=[])
    words = forms.CharField(
        label=_("伝える文"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("会議録のうち、その係に要るところだけにしてください。ほかの人の見立ては、会議の中に残します。"),
    )
    reason = forms.CharField(label=_("なぜその係に要りますか"), max_length=200)

    def __init__(self, *args: Any, teams: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "to", [("", _("選んでください")), *teams])
