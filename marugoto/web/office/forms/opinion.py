"""Forms of opinions."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.evaluation.codes import OpinionSaid, Party, ToldOf
from marugoto.evaluation.labels import OPINION_SAID, PARTIES, TOLD_OF
from marugoto.web.office.forms.house import NOT_CHOSEN
from marugoto.web.office.forms.review import Pairs, long_text
from marugoto.web.shell.ids import read_id
from marugoto.web.ui.fields import offer


class OpinionForm(forms.Form):
    party = forms.ChoiceField(
        label=_("だれの声か"),
        choices=[NOT_CHOSEN, *PARTIES.items()],
        help_text=_("種類だけを選びます。名前は書きません。"),
    )
    words = forms.CharField(label=_("困ること・こうだとよいこと"), max_length=1_000, widget=long_text(3))
    means = forms.ChoiceField(label=_("どの手段についてか"), required=False, choices=[])

    def __init__(self, *args: Any, means: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "means", [("", _("決めない")), *means])
        if not means:
            del self.fields["means"]

    def said(self) -> dict[str, Any]:
        typed = self.cleaned_data
        return {
            "party": Party(typed["party"]),
            "words": typed["words"],
            "means": UUID(typed["means"]) if typed.get("means") else None,
        }


class OpinionAnswerForm(forms.Form):
    said = forms.ChoiceField(label=_("返事"), choices=list(OPINION_SAID.items()), widget=forms.RadioSelect)
    review = forms.ChoiceField(label=_("どの見直しの提案にするか"), required=False, choices=[])
    words = forms.CharField(
        label=_("返事のことば"), max_length=400, widget=long_text(), help_text=_("届けた人が、そのまま読みます。")
    )

    def __init__(self, *args: Any, reviews: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "review", [("", _("見直しの提案にするときに選びます")), *reviews])

    def answer(self) -> dict[str, Any]:
        typed = self.cleaned_data
        return {
            "said": OpinionSaid(typed["said"]),
            "words": typed["words"],
            "review": read_id(typed["review"]) if typed["review"] else None,
        }


class ToldForm(forms.Form):
    of = forms.ChoiceField(label=_("何を伝えたか"), choices=list(TOLD_OF.items()), widget=forms.RadioSelect)
    how = forms.CharField(label=_("どう伝えたか"), required=False, max_length=200)

    def code(self) -> ToldOf:
        return ToldOf(self.cleaned_data["of"])
