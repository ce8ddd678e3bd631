"""Forms around what is missing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.community.codes import UnmetEnd
from marugoto.community.labels import INTERESTS, UNMET_ENDS
from marugoto.intake.rules.troubles import TROUBLE_SETS
from marugoto.web.town.forms.offering import offer

NO_PLACE = ""


class UnmetNeedForm(forms.Form):
    """A theme and a district, nobody's name: there is no field in which one could stand."""

    theme = forms.ChoiceField(label=_("どんな困りごとから"), choices=[])
    interest = forms.ChoiceField(label=_("何ができる場所がほしいか"), required=False, choices=[])
    area = forms.ChoiceField(label=_("どの圏域に"), required=False, choices=[])

    def __init__(self, *args: Any, areas: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "theme", [(str(code), words) for code, words in TROUBLE_SETS[-1].labels.items()])
        offer(self, "interest", [("", _("決めない")), *INTERESTS.items()])
        offer(self, "area", [("", _("市のどこでも")), *areas])


class AnswerForm(forms.Form):
    """`places`: those found by the search beside it, as (id, name and when)."""

    end = forms.ChoiceField(label=_("どうなりましたか"), choices=list(UNMET_ENDS.items()), widget=forms.RadioSelect)
    place = forms.ChoiceField(label=_("どの場所"), required=False, choices=[], widget=forms.RadioSelect)

    def __init__(self, *args: Any, places: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "place", [(NO_PLACE, _("選ばない")), *places])

    def code(self) -> UnmetEnd:
        return UnmetEnd(self.cleaned_data["end"])
