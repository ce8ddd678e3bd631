"""Form of what a body has or has not, and how it calls what the law names."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.agencies.labels import DIFFERENCES
from marugoto.agencies.rules.profile import SWITCHES
from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.rules.basis import BY_CODE, CALLED
from marugoto.web.ui.fields import DateWords


class DifferenceForm(forms.Form):
    entry = forms.ChoiceField(
        label=_("何について"),
        choices=[("", _("選んでください")), *((one.value, DIFFERENCES[one]) for one in SWITCHES)],
    )
    answer = forms.ChoiceField(
        label=_("どうしますか"), choices=[("yes", _("はい")), ("no", _("いいえ"))], widget=forms.RadioSelect
    )
    since = DateWords(label=_("いつから"))
    source = forms.CharField(
        label=_("何で確かめましたか"),
        max_length=200,
        help_text=_("条例・要綱・告示・官報などの名と日。うわさや新聞だけでは入れないでください。"),
    )


class LocalNameForm(forms.Form):
    basis = forms.ChoiceField(label=_("どの根拠"), choices=[])
    name = forms.CharField(label=_("この自治体での呼び名"), max_length=40)
    named_since = DateWords(label=_("いつから"))
    named_source = forms.CharField(label=_("何に書いてありますか"), max_length=200, help_text=_("要綱などの名と日。"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        conferences = [code for code in BasisCode if BY_CODE[code].by_conference]
        self.fields["basis"].choices = [(f"{CALLED}{code}", BY_CODE[code].name) for code in conferences]  # type: ignore[attr-defined]
