"""Forms of who is around a household: somebody who is no office, and how it stands with him."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.casework.codes import AcquaintanceKind, Closeness
from marugoto.casework.labels import ACQUAINTANCE_KINDS, CLOSENESSES
from marugoto.web.ui.fields import offer

NOT_SAID = ("", _("聞いていない(記録の回数で描く)"))


class HowCloseForm(forms.Form):
    closeness = forms.ChoiceField(
        label=_("つながりの強さ(本人や家族の言うとおり)"),
        required=False,
        choices=[NOT_SAID, *CLOSENESSES.items()],
    )
    what = forms.CharField(
        label=_("どんなつきあいか"),
        required=False,
        max_length=200,
        help_text=_("例: 朝のごみ出しを手伝ってくれる。鍵を預かっている。"),
    )

    def close(self) -> Closeness | None:
        said = self.cleaned_data["closeness"]
        return Closeness(said) if said else None


class AcquaintanceForm(HowCloseForm):
    called = forms.CharField(
        label=_("呼び名"), max_length=60, help_text=_("家族が呼んでいるとおりに。例: 隣の鈴木さん。")
    )
    kind = forms.ChoiceField(label=_("どんな人"), choices=list(ACQUAINTANCE_KINDS.items()))
    whose = forms.ChoiceField(label=_("だれの知り合いか"), required=False, choices=[])

    field_order = ("called", "kind", "closeness", "what", "whose")

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "whose", [("", _("世帯のみんな")), *people])

    def kind_of(self) -> AcquaintanceKind:
        return AcquaintanceKind(self.cleaned_data["kind"])
