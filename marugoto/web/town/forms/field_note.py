"""The writing box of the field diary."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.community.codes import NoteKind
from marugoto.community.labels import NOTE_KINDS
from marugoto.web.town.forms.offering import offer
from marugoto.web.ui.fields import DateWords

LONGEST_DAY_MINUTES = 24 * 60


class FieldNoteForm(forms.Form):
    """`place` comes from the page of a place and is shown by its name."""

    place = forms.UUIDField(required=False, widget=forms.HiddenInput)
    words = forms.CharField(
        label=_("見たこと・聞いたこと"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4, "data-write": True}),
        help_text=_("場所や地域のことを書きます。住民の名前は書きません。"),
    )
    kind = forms.ChoiceField(
        label=_("何をしましたか"), choices=list(NOTE_KINDS.items()), widget=forms.RadioSelect, initial=NoteKind.VISIT
    )
    day = DateWords(label=_("いつ"))
    minutes = forms.IntegerField(
        label=_("かかった時間(分)"), required=False, min_value=1, max_value=LONGEST_DAY_MINUTES
    )
    district = forms.ChoiceField(label=_("圏域"), required=False, choices=[])

    def __init__(self, *args: Any, districts: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "district", [("", _("決めない")), *districts])

    def code(self) -> NoteKind:
        return NoteKind(self.cleaned_data["kind"])
