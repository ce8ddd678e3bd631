"""Forms around a restriction: who goes on seeing, why, and until when the measure was granted."""

from enum import StrEnum
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.disclosure.codes import Part
from marugoto.web.ui.fields import DateWords, offer


class Reach(StrEnum):
    ALL = "all"
    CONTACT = "contact"


PARTS = {Reach.ALL: tuple(Part), Reach.CONTACT: (Part.CONTACT, Part.SHELTER)}


class ProtectionForm(forms.Form):
    """The one who shuts goes on seeing; everybody else is chosen by name."""

    reason = forms.CharField(label=_("わけ"), max_length=200, help_text=_("「DV等支援措置(みなも市に申出)」のように。"))
    reach = forms.ChoiceField(
        label=_("何を伏せますか"),
        choices=[(Reach.ALL, _("この方の記録ぜんぶ")), (Reach.CONTACT, _("電話と住所だけ"))],
        initial=Reach.ALL,
        widget=forms.RadioSelect,
    )
    due = DateWords(
        label=_("措置はいつまでですか"),
        required=False,
        help_text=_("ふつうは一年。その日が来ても、ひとりでには開きません。"),
    )
    colleagues = forms.MultipleChoiceField(
        label=_("見られる人(あなたの係)"), required=False, widget=forms.CheckboxSelectMultiple, choices=[]
    )
    others = forms.MultipleChoiceField(
        label=_("見られる人(ほかの係)"), required=False, widget=forms.CheckboxSelectMultiple, choices=[]
    )

    def __init__(
        self, *args: Any, colleagues: list[tuple[str, str]], others: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "colleagues", colleagues)
        offer(self, "others", others)

    def listed(self) -> set[UUID]:
        return {UUID(worker) for worker in (*self.cleaned_data["colleagues"], *self.cleaned_data["others"])}

    def parts(self) -> tuple[Part, ...]:
        return PARTS[Reach(self.cleaned_data["reach"])]


class RenewalForm(forms.Form):
    """Until when the measure was granted now, and by what that was made sure."""

    measure = forms.UUIDField(widget=forms.HiddenInput)
    until = DateWords(label=_("新しい期限"), help_text=_("決定通知にある日。ふつうは一年先です。"))
    renewal_reason = forms.CharField(
        label=_("何で確かめましたか"), max_length=200, help_text=_("「〇月〇日に延長の決定通知を確認」のように。")
    )


class LiftForm(forms.Form):
    lift_reason = forms.CharField(label=_("解くわけ"), max_length=200)


class PartyForm(forms.Form):
    """From whom somebody is protected, as the measure names him."""

    party_name = forms.CharField(label=_("相手方の名前"), max_length=300)
    party_birth = DateWords(
        label=_("相手方の生年月日"),
        required=False,
        help_text=_("あると、同じ名前の別の人と取りちがえません。書くと、記録のあるなしを一回尋ねたことになります。"),
    )
    party_tie = forms.CharField(label=_("この方との関係"), required=False, max_length=60)


class PartyEndForm(forms.Form):
    party = forms.UUIDField(widget=forms.HiddenInput)
