"""Forms on the way to a place: the wish, the question to the host, the visit."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.community.codes import Interest, Welcome
from marugoto.community.labels import INTERESTS, WELCOMES
from marugoto.participation.codes import Company, MatchState, VisitFeeling, VisitKind
from marugoto.participation.labels import COMPANIES, MATCH_STATES, VISIT_FEELINGS, VISIT_KINDS
from marugoto.web.ui.fields import DateWords, offer

WEEKDAYS = [(str(number), _("%(day)s曜") % {"day": day}) for number, day in enumerate("月火水木金土日")]


class WishForm(forms.Form):
    words = forms.CharField(
        label=_("本人のことばで"), required=False, max_length=5_000, widget=forms.Textarea(attrs={"rows": 2})
    )
    interests = forms.MultipleChoiceField(
        label=_("好きなこと"), required=False, widget=forms.CheckboxSelectMultiple, choices=list(INTERESTS.items())
    )
    days = forms.MultipleChoiceField(
        label=_("行ける日"), required=False, widget=forms.CheckboxSelectMultiple, choices=WEEKDAYS
    )
    area = forms.ChoiceField(label=_("近さ"), required=False, choices=[])
    company = forms.ChoiceField(label=_("だれと"), choices=list(COMPANIES.items()), initial=Company.UNKNOWN)
    welcome = forms.ChoiceField(
        label=_("どんな場所なら"), required=False, choices=[("", _("決めない")), *WELCOMES.items()]
    )
    went_wrong = forms.CharField(label=_("前にうまくいかなかったこと"), required=False, max_length=5_000)

    def __init__(self, *args: Any, areas: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "area", [("", _("どこでも")), *areas])

    def said(self) -> dict[str, Any]:
        """As the action takes it."""
        data = self.cleaned_data
        return {
            "words": data["words"],
            "interests": [Interest(one) for one in data["interests"]],
            "days": [int(day) for day in data["days"]],
            "area": data["area"],
            "company": Company(data["company"]),
            "welcome": Welcome(data["welcome"]) if data["welcome"] else None,
            "went_wrong": data["went_wrong"],
        }


class MatchMoveForm(forms.Form):
    to = forms.ChoiceField(
        label=_("どうなりましたか"),
        choices=[(code, label) for code, label in MATCH_STATES.items() if code is not MatchState.ASKED],
    )
    words = forms.CharField(label=_("ひとこと"), required=False, max_length=400)


class VisitForm(forms.Form):
    day = DateWords(label=_("行った日"))
    kind = forms.ChoiceField(label=_("どんな訪問"), choices=list(VISIT_KINDS.items()), initial=VisitKind.FIRST)
    feeling = forms.ChoiceField(
        label=_("本人のようす"), choices=list(VISIT_FEELINGS.items()), initial=VisitFeeling.GOOD
    )
    with_worker = forms.BooleanField(label=_("いっしょに行った"), required=False)
    words = forms.CharField(
        label=_("見たこと・聞いたこと"), required=False, max_length=5_000, widget=forms.Textarea(attrs={"rows": 2})
    )
    host_words = forms.CharField(label=_("開いている人の声"), required=False, max_length=5_000)
