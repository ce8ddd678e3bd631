"""Forms of the ball: hand it on, decline, end."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.custody.codes import Decliner, DeclineReason, OfferReason, Outcome
from marugoto.custody.labels import DECLINE_REASONS, DECLINERS, OFFER_REASONS, OUTCOMES
from marugoto.disclosure.codes import GUARDED_PARTS, BasisCode, Part
from marugoto.disclosure.labels import PARTS
from marugoto.web.ui.fields import DateWords, offer

NAMELESS = ""
# A ball is handed on under consent, a reasoned change of purpose, or danger to life; a conference gives seats, not balls.
SHARING = (BasisCode.CONSENT, BasisCode.PURPOSE_CHANGE, BasisCode.EMERGENCY)
USUALLY_TOLD = [Part.BASIC.value, Part.CONTACT.value]


class OfferForm(forms.Form):
    """Without a basis the receiver gets the ball and the words, and no name."""

    to = forms.ChoiceField(label=_("どの係に渡しますか"), choices=[])
    reason = forms.ChoiceField(
        label=_("なぜ"),
        choices=[
            ("", _("選んでください")),
            *((code, label) for code, label in OFFER_REASONS.items() if code is not OfferReason.CONFERENCE),
        ],
    )
    words = forms.CharField(
        label=_("ひとこと"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("相手が受け取る前に読みます。名前を書かずに。"),
    )
    due = DateWords(label=_("返事の期限"), required=False, help_text=_("書かなければ、急ぎかたから決まります。"))
    basis = forms.ChoiceField(label=_("記録を伝える根拠"), required=False, widget=forms.RadioSelect, choices=[])
    parts = forms.MultipleChoiceField(
        label=_("伝える部分"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(part.value, PARTS[part]) for part in Part if part not in GUARDED_PARTS and part is not Part.SUPPORT],
        initial=USUALLY_TOLD,
    )
    basis_reason = forms.CharField(label=_("根拠のわけ"), required=False, max_length=400)

    def __init__(
        self,
        *args: Any,
        teams: list[tuple[str, str]],
        bases: list[tuple[str, str]],
        about_somebody: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "to", [("", _("選んでください")), *teams])
        offer(self, "basis", [(NAMELESS, _("名前も記録も伝えずに渡す")), *bases])
        if not about_somebody:
            for name in ("basis", "parts", "basis_reason"):
                del self.fields[name]

    def chosen_basis(self) -> BasisCode | None:
        code = self.cleaned_data.get("basis", NAMELESS)
        return BasisCode(code) if code else None

    def chosen_parts(self) -> list[Part]:
        return [Part(part) for part in self.cleaned_data.get("parts", [])]


class DeclineForm(forms.Form):
    declined_by = forms.ChoiceField(
        label=_("だれが断りますか"), choices=list(DECLINERS.items()), initial=Decliner.AGENCY
    )
    reason = forms.ChoiceField(
        label=_("なぜ"), choices=list(DECLINE_REASONS.items()), initial=DeclineReason.OTHER_FITS_BETTER
    )
    words = forms.CharField(
        label=_("ひとこと"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("渡した人が次に動けるように。"),
    )
    instead = forms.ChoiceField(label=_("かわりに、どこがよさそうですか"), required=False, choices=[])

    def __init__(self, *args: Any, teams: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "instead", [("", _("分からない")), *teams])


class SettleForm(forms.Form):
    outcome = forms.ChoiceField(label=_("どうなりましたか"), choices=list(OUTCOMES.items()), initial=Outcome.ACHIEVED)


class AssignForm(forms.Form):
    in_charge = forms.ChoiceField(label=_("だれが動きますか"), choices=[])

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "in_charge", people)
