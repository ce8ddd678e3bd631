"""The form of a dialogue: bodies and groups by name, residents never."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.community.codes import NoteTheme, Partner
from marugoto.community.labels import NOTE_THEMES, PARTNERS
from marugoto.web.shell.ids import read_id
from marugoto.web.town.forms.field_note import LONGEST_DAY_MINUTES, sure_field
from marugoto.web.town.forms.offering import offer
from marugoto.web.ui.fields import DateWords

MOST_PEOPLE = 2_000


class DialogueForm(forms.Form):
    """`place`, `unmet` and `topic`: what it was about, where it stands in another list."""

    partner = forms.ChoiceField(label=_("どこと話しましたか"), choices=list(PARTNERS.items()))
    partner_name = forms.CharField(
        label=_("機関・団体の名前"),
        max_length=120,
        help_text=_("「北支所」「浜町自治会」のように。住民の名前は書きません。"),
    )
    day = DateWords(label=_("いつ"))
    theme = forms.ChoiceField(label=_("テーマ"), choices=list(NOTE_THEMES.items()))
    asked = forms.CharField(
        label=_("こちらが聞いたこと"), required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 2})
    )
    said = forms.CharField(
        label=_("言われたこと"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 5, "data-write": True})
    )
    people = forms.IntegerField(label=_("何人いましたか"), required=False, min_value=1, max_value=MOST_PEOPLE)
    minutes = forms.IntegerField(
        label=_("かかった時間(分)"), required=False, min_value=1, max_value=LONGEST_DAY_MINUTES
    )
    district = forms.ChoiceField(label=_("圏域"), required=False, choices=[])
    place = forms.ChoiceField(label=_("場所"), required=False, choices=[])
    unmet = forms.ChoiceField(label=_("足りないもの"), required=False, choices=[])
    topic = forms.ChoiceField(label=_("政策の議題"), required=False, choices=[])
    sure = sure_field()

    def __init__(self, *args: Any, choices: dict[str, list[tuple[str, str]]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("district", "place", "unmet", "topic"):
            offer(self, name, [("", _("決めない") if name == "district" else _("つながない")), *choices[name]])

    def values(self) -> dict[str, Any]:
        """As the action takes them."""
        said = dict(self.cleaned_data)
        ids = {name: read_id(said.pop(name)) for name in ("district", "place", "unmet", "topic")}
        codes = {"partner": Partner(said["partner"]), "theme": NoteTheme(said["theme"])}
        return said | codes | ids
