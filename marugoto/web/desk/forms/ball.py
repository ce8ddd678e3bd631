"""Forms of the ball: hand it on, decline, end."""

from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.custody.codes import Decliner, OfferReason
from marugoto.custody.labels import DECLINE_REASONS, DECLINERS, OFFER_REASONS, OUTCOMES
from marugoto.disclosure.codes import GUARDED_PARTS, BasisCode, Part
from marugoto.disclosure.labels import PARTS
from marugoto.web.ui.fields import DateWords, offer

NAMELESS = ""


@dataclass(frozen=True)
class Told:
    """What may go along with a ball of this kind: on which grounds, which parts, and whether it may go without a name.

    Without grounds nothing goes along, and the form does not ask.
    """

    bases: tuple[BasisCode, ...] = ()
    parts: tuple[Part, ...] = ()
    usual: tuple[Part, ...] = ()
    nameless: bool = False


NOTHING = Told()
# A need is handed on under consent, a reasoned change of purpose, or danger to life; a conference gives seats, not balls.
OF_A_NEED = Told(
    bases=(BasisCode.CONSENT, BasisCode.PURPOSE_CHANGE, BasisCode.EMERGENCY),
    parts=tuple(part for part in Part if part not in GUARDED_PARTS and part is not Part.SUPPORT),
    usual=(Part.BASIC, Part.CONTACT),
    nameless=True,
)
# What came in goes with its words or not at all: within the house as its own work, to others on a reason.
OF_WHAT_CAME_IN = Told(bases=(BasisCode.OWN_DUTY, BasisCode.PURPOSE_CHANGE))
WITH_ITS_INFORMANT = replace(OF_WHAT_CAME_IN, parts=(Part.INFORMANT,))
OF_A_CASE = ABOUT_A_PERSON = replace(
    OF_A_NEED, bases=(BasisCode.OWN_DUTY, BasisCode.CONSENT, BasisCode.PURPOSE_CHANGE), nameless=False
)


class OfferForm(forms.Form):
    """Without a basis the receiver gets the ball and the words, and no name. `bases`: the usable ones, as they are said."""

    to = forms.ChoiceField(label=_("どの係に渡しますか"), choices=[])
    reason = forms.ChoiceField(
        label=_("なぜ"),
        choices=[
            ("", _("選んでください")),
            *((code, label) for code, label in OFFER_REASONS.items() if code is not OfferReason.CONFERENCE),
        ],
    )
    words = forms.CharField(
        label=_("してほしいこと"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "相手が、受け取る前に「読む・受け取れない」で読みます。名前を書かずに。例: 通院に付き添ってください。午前がよいそうです。"
        ),
    )
    due = DateWords(
        label=_("返事の期限"),
        required=False,
        help_text=_("書かなければ、日数の決まり（道筋か急ぎかた）から決まります。"),
    )
    basis = forms.ChoiceField(label=_("記録を伝える根拠"), required=False, widget=forms.RadioSelect, choices=[])
    parts = forms.MultipleChoiceField(
        label=_("伝える部分"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[],
        help_text=_(
            "このボールの中身(相談と支援の記録)は、根拠を選ぶといつも伝わります。同意で渡すときは、それも同意に要ります。"
        ),
    )
    basis_reason = forms.CharField(label=_("根拠のわけ"), required=False, max_length=400)
    told_until = DateWords(
        label=_("いつまで要りますか"),
        required=False,
        help_text=_("目的外の提供の決定を求めるときだけ。書かなければ半年です。"),
    )

    def __init__(
        self,
        *args: Any,
        teams: list[tuple[str, str]],
        bases: list[tuple[str, str]],
        told: Told,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "to", [("", _("選んでください")), *teams])
        nameless = [(NAMELESS, _("名前も記録も伝えずに渡す"))] if told.nameless else []
        offer(self, "basis", [*nameless, *bases])
        offer(self, "parts", [(part.value, PARTS[part]) for part in told.parts])
        self.nameless = told.nameless
        self.fields["basis"].required = not told.nameless
        self.fields["basis"].initial = NAMELESS if told.nameless else next((code for code, _name in bases), NAMELESS)
        self.fields["parts"].initial = [] if told.nameless else [part.value for part in told.usual]
        if told.nameless and told.usual:
            usual = "、".join(str(PARTS[part]) for part in told.usual)
            said = _("根拠を選んだら、伝える部分に印をつけてください(ふつうは%(usual)s)。") % {"usual": usual}
            self.fields["parts"].help_text = f"{said}{self.fields['parts'].help_text}"
        asked = {"basis": bool(bases), "parts": bool(bases and told.parts), "basis_reason": bool(bases)}
        asked["told_until"] = BasisCode.PURPOSE_CHANGE in dict(bases)
        for name in (name for name, wanted in asked.items() if not wanted):
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if (
            self.nameless
            and "basis" not in self.errors
            and not said.get("basis")
            and not (said.get("words") or "").strip()
        ):
            self.add_error("words", _("名前も記録も伝えずに渡すときは、してほしいことを一言書いてください。"))
        return said

    def clean_parts(self) -> list[str]:
        """Nameless is nameless: what is ticked beside it is not dropped in silence."""
        parts: list[str] = self.cleaned_data["parts"]
        if parts and self.cleaned_data.get("basis", NAMELESS) == NAMELESS and "basis" not in self.errors:
            raise forms.ValidationError(
                _("名前も記録も伝えずに渡すなら、伝える部分の印を外してください。伝えるなら、根拠を選んでください。")
            )
        return parts

    def chosen_basis(self) -> BasisCode | None:
        code = self.cleaned_data.get("basis", NAMELESS)
        return BasisCode(code) if code else None

    def chosen_parts(self) -> list[Part]:
        return [Part(part) for part in self.cleaned_data.get("parts", [])]


class DeclineForm(forms.Form):
    declined_by = forms.ChoiceField(
        label=_("だれが断りますか"), choices=list(DECLINERS.items()), initial=Decliner.AGENCY
    )
    reason = forms.ChoiceField(label=_("なぜ"), choices=[("", _("選んでください")), *DECLINE_REASONS.items()])
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
    outcome = forms.ChoiceField(label=_("どうなりましたか"), choices=[("", _("選んでください")), *OUTCOMES.items()])


class AssignForm(forms.Form):
    in_charge = forms.ChoiceField(label=_("だれが動きますか"), choices=[])

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "in_charge", people)
