"""Forms of an initiative: what has begun, since when, by whom, about what, where."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.community.codes import NoteTheme
from marugoto.community.labels import NOTE_THEMES
from marugoto.evaluation.actions.initiative import Said
from marugoto.web.shell.ids import read_id
from marugoto.web.town.forms.offering import offer
from marugoto.web.ui.fields import DateWords

Pairs = list[tuple[str, str]]


class InitiativeForm(forms.Form):
    """`reason` is asked when what was said before is put right."""

    name = forms.CharField(
        label=_("取り組みの名前"), max_length=120, help_text=_("「移動販売と立ち寄りサロン」のように。")
    )
    runner = forms.CharField(
        label=_("だれがしているか"), max_length=120, help_text=_("課・団体の名前。人の名前は要りません。")
    )
    since = DateWords(label=_("始まった日"), help_text=_("この日の前と後を、同じ日数でくらべます。"))
    theme = forms.ChoiceField(
        label=_("テーマ"), required=False, choices=[("", _("一つに決めない")), *NOTE_THEMES.items()]
    )
    districts = forms.MultipleChoiceField(
        label=_("どの圏域で"), required=False, choices=[], widget=forms.CheckboxSelectMultiple
    )
    places = forms.MultipleChoiceField(
        label=_("どの場所・活動が入るか"),
        required=False,
        choices=[],
        widget=forms.SelectMultiple(attrs={"size": 6}),
        help_text=_("選ぶと、場所についての数はその場所だけで数えます。"),
    )
    undertakings = forms.MultipleChoiceField(
        label=_("どの施策が入るか"), required=False, choices=[], widget=forms.CheckboxSelectMultiple
    )
    words = forms.CharField(
        label=_("していること"), required=False, max_length=2_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    reason = forms.CharField(label=_("直すわけ"), max_length=200)

    def __init__(
        self,
        *args: Any,
        districts: Pairs,
        places: Pairs,
        undertakings: Pairs,
        again: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "districts", districts)
        offer(self, "places", places)
        offer(self, "undertakings", undertakings)
        if not again:
            del self.fields["reason"]
        if not undertakings:
            del self.fields["undertakings"]

    def said(self, *, unseen: frozenset[UUID] = frozenset()) -> Said:
        """`unseen`: places that belong to it and are not for these eyes; they stay."""
        typed = self.cleaned_data

        def ids(name: str) -> list[UUID]:
            return [one for one in map(read_id, typed.get(name, [])) if one]

        return Said(
            name=typed["name"],
            runner=typed["runner"],
            since=typed["since"],
            theme=NoteTheme(typed["theme"]) if typed["theme"] else None,
            words=typed["words"],
            districts=ids("districts"),
            places={*ids("places"), *unseen},
            undertakings=ids("undertakings"),
        )


class InitiativeEndForm(forms.Form):
    day = DateWords(label=_("終わった日"))
    reason = forms.CharField(label=_("終えるわけ"), max_length=200)

    def values(self) -> dict[str, Any]:
        day: date = self.cleaned_data["day"]
        return {"day": day, "reason": self.cleaned_data["reason"]}
