"""Forms of 自己採点."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.evaluation.labels import JUDGED, RATER_ROLES
from marugoto.evaluation.rules.second_opinion import RaterRole
from marugoto.web.office.forms.house import NOT_CHOSEN
from marugoto.web.ui.fields import DateWords

SCORES = [
    ("", _("わからない")),
    ("0", _("0 無い")),
    ("1", _("1 決めた")),
    ("2", _("2 動いた")),
    ("3", _("3 回っている")),
    ("4", _("4 学んでいる")),
]


class RatingForm(forms.Form):
    """Of each of the four, 0 to 4 or nothing."""

    role = forms.ChoiceField(label=_("どの立場で"), choices=[NOT_CHOSEN, *RATER_ROLES.items()])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, said in JUDGED.items():
            self.fields[name] = forms.ChoiceField(label=said, required=False, choices=SCORES)
        self.fields["words"] = forms.CharField(
            label=_("そう思うわけ"),
            required=False,
            max_length=400,
            widget=forms.Textarea(attrs={"rows": 2}),
            help_text=_("閉じたあと、立場といっしょにみんなが読みます。人の名前は書きません。"),
        )

    def said(self) -> dict[str, Any]:
        typed = self.cleaned_data
        scores = {name: int(typed[name]) if typed[name] else None for name in JUDGED}
        return {"role": RaterRole(typed["role"]), "scores": scores, "words": typed["words"]}


class RoundForm(forms.Form):
    until = DateWords(label=_("いつまでに書いてもらうか"))


class RoundCloseForm(forms.Form):
    words = forms.CharField(
        label=_("閉じて、次にすること"),
        required=False,
        max_length=400,
        help_text=_("割れていたら、点を決めるより先に話し合います。"),
    )
