"""Forms around an emergency: short, because somebody is in a hurry."""

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.disclosure.codes import EmergencyVerdict
from marugoto.disclosure.labels import EMERGENCY_REASONS, EMERGENCY_VERDICTS
from marugoto.web.ui.fields import DateWords

NO_NAMES = _("名前や住所は書かないでください。")


class EmergencyForm(forms.Form):
    """Whom it is about, in full; and what happens."""

    name = forms.CharField(label=_("あぶない方の名前(全部)"), max_length=300)
    birth = DateWords(label=_("生年月日"), help_text=_("名前と生年月日がそろった方の世帯だけが開きます。"))
    reason = forms.ChoiceField(label=_("わけ"), choices=list(EMERGENCY_REASONS.items()), widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("何がおきていますか"), max_length=400, widget=forms.Textarea(attrs={"rows": 3}), help_text=NO_NAMES
    )


class SecondForm(forms.Form):
    second_words = forms.CharField(
        label=_("なぜ、保護住所なども要りますか"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=NO_NAMES,
    )


class SecondAnswerForm(forms.Form):
    agreed = forms.ChoiceField(
        label=_("もう一人として"),
        choices=[("yes", _("開いてよい")), ("no", _("開かない"))],
        widget=forms.RadioSelect,
    )
    agreed_words = forms.CharField(label=_("ひとこと"), max_length=400, required=False)


class AccountForm(forms.Form):
    account = forms.CharField(
        label=_("何があり、何を見て、どうしましたか"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=NO_NAMES,
    )


class VerdictForm(forms.Form):
    verdict = forms.ChoiceField(
        label=_("どう確かめましたか"), choices=list(EMERGENCY_VERDICTS.items()), widget=forms.RadioSelect
    )
    verdict_words = forms.CharField(
        label=_("わけ"), max_length=400, required=False, help_text=_("「やむをえなかった」のほかは、要ります。")
    )

    def fit(self) -> EmergencyVerdict:
        return EmergencyVerdict(self.cleaned_data["verdict"])
