"""Forms around what is missing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.community.codes import Lack, UnmetEnd
from marugoto.community.labels import INTERESTS, LACKS, UNMET_ENDS
from marugoto.intake.rules.troubles import TROUBLE_SETS
from marugoto.web.town.forms.offering import offer
from marugoto.web.ui.fields import DateWords

NO_PLACE = ""


class UnmetNeedForm(forms.Form):
    """A theme and a district, nobody's name: there is no field in which one could stand."""

    lack = forms.ChoiceField(
        label=_("何が足りませんか"), choices=list(LACKS.items()), initial=Lack.PLACE, required=False
    )
    theme = forms.ChoiceField(label=_("どんな困りごとから"), choices=[])
    interest = forms.ChoiceField(label=_("場所なら、何ができるところがよいか"), required=False, choices=[])
    area = forms.ChoiceField(label=_("どの圏域に"), required=False, choices=[])

    def __init__(self, *args: Any, areas: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "theme", [(str(code), words) for code, words in TROUBLE_SETS[-1].labels.items()])
        offer(self, "interest", [("", _("決めない")), *INTERESTS.items()])
        offer(self, "area", [("", _("市のどこでも")), *areas])

    def clean_lack(self) -> Lack:
        """A place is what is missing where nothing was chosen."""
        return Lack(self.cleaned_data["lack"] or Lack.PLACE)


class StepForm(forms.Form):
    """What was tried, and no leaving it without a next day."""

    words = forms.CharField(
        label=_("したこと・分かったこと"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("場所や人づてのことだけ。世帯のことは書きません。"),
    )
    next_on = DateWords(label=_("次に動く日"))


class JoinForm(forms.Form):
    """`tasks`: what else the same team is to find or make, as (id, words)."""

    into = forms.ChoiceField(label=_("どれといっしょにしますか"), choices=[], widget=forms.RadioSelect)

    def __init__(self, *args: Any, tasks: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "into", tasks)


class AnswerForm(forms.Form):
    """`places`: those found by the search beside it, as (id, name and when)."""

    end = forms.ChoiceField(label=_("どうなりましたか"), choices=list(UNMET_ENDS.items()), widget=forms.RadioSelect)
    place = forms.ChoiceField(label=_("どの場所"), required=False, choices=[], widget=forms.RadioSelect)

    def __init__(self, *args: Any, places: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "place", [(NO_PLACE, _("選ばない")), *places])

    def code(self) -> UnmetEnd:
        return UnmetEnd(self.cleaned_data["end"])
