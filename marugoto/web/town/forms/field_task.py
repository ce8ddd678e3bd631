"""Forms around a task that follows, and around what somebody means to do."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.community.codes import FieldTaskEnd
from marugoto.community.labels import FIELD_TASK_ENDS
from marugoto.web.shell.ids import read_id
from marugoto.web.town.forms.field_note import sure_field
from marugoto.web.town.forms.offering import offer
from marugoto.web.ui.fields import DateWords


class TaskForm(forms.Form):
    """One holder, one day."""

    words = forms.CharField(label=_("何をしますか"), max_length=300)
    due = DateWords(label=_("いつまでに"))
    holder = forms.ChoiceField(label=_("だれが持ちますか"), choices=[])
    sure = sure_field()

    def __init__(self, *args: Any, holders: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "holder", holders)

    def values(self) -> dict[str, Any]:
        return self.cleaned_data | {"holder": read_id(self.cleaned_data["holder"])}


class TaskEndForm(forms.Form):
    end = forms.ChoiceField(
        label=_("どうなりましたか"), choices=list(FIELD_TASK_ENDS.items()), widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("どうなったか"), required=False, max_length=1_000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def code(self) -> FieldTaskEnd:
        return FieldTaskEnd(self.cleaned_data["end"])


class TakerForm(forms.Form):
    holder = forms.ChoiceField(label=_("だれに渡しますか"), choices=[])

    def __init__(self, *args: Any, holders: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "holder", holders)

    def taker(self) -> UUID | None:
        return read_id(self.cleaned_data["holder"])


class FieldPlanForm(forms.Form):
    words = forms.CharField(label=_("何をしますか"), max_length=300, help_text=_("「なぎさサロンに行く」のように。"))
    day = DateWords(label=_("いつ"))
    district = forms.ChoiceField(label=_("圏域"), required=False, choices=[])
    sure = sure_field()

    def __init__(self, *args: Any, districts: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "district", [("", _("決めない")), *districts])
