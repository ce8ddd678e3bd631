"""Forms of a training and of what came of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.community.codes import Attendee, TrainingFruit, TrainingKind
from marugoto.community.labels import ATTENDEES, TRAINING_FRUITS, TRAINING_KINDS
from marugoto.community.rules.training import MOST_HEADS
from marugoto.web.shell.ids import read_id
from marugoto.web.town.forms.field_note import LONGEST_DAY_MINUTES
from marugoto.web.town.forms.offering import offer
from marugoto.web.ui.fields import DateWords


class TrainingForm(forms.Form):
    """Heads by kind in fields of their own; what stays blank was not counted, and a nought is nobody."""

    kind = forms.ChoiceField(
        label=_("だれの研修ですか"), choices=list(TRAINING_KINDS.items()), widget=forms.RadioSelect
    )
    name = forms.CharField(label=_("名前"), max_length=120, help_text=_("「見守りサポーター養成講座 第1回」のように。"))
    theme = forms.CharField(label=_("内容"), required=False, max_length=300)
    day = DateWords(label=_("いつ"))
    minutes = forms.IntegerField(
        label=_("かかった時間(分)"), required=False, min_value=1, max_value=LONGEST_DAY_MINUTES
    )
    seats = forms.IntegerField(label=_("定員"), required=False, min_value=1, max_value=MOST_HEADS)
    district = forms.ChoiceField(label=_("圏域"), required=False, choices=[])
    place = forms.ChoiceField(label=_("会場の場所"), required=False, choices=[])
    workers = forms.MultipleChoiceField(
        label=_("参加した職員"), required=False, choices=[], widget=forms.SelectMultiple(attrs={"size": 6})
    )

    def __init__(
        self,
        *args: Any,
        districts: list[tuple[str, str]],
        places: list[tuple[str, str]],
        workers: list[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for kind in Attendee:
            self.fields[f"n_{kind.value}"] = forms.IntegerField(
                label=ATTENDEES[kind], required=False, min_value=0, max_value=MOST_HEADS
            )
        offer(self, "district", [("", _("決めない")), *districts])
        offer(self, "place", [("", _("選ばない")), *places])
        offer(self, "workers", workers)

    @property
    def heads_fields(self) -> list[forms.BoundField]:
        return [self[f"n_{kind.value}"] for kind in Attendee]

    def values(self) -> dict[str, Any]:
        """As the action takes them."""
        said = self.cleaned_data
        heads = {kind: said[f"n_{kind.value}"] for kind in Attendee if said[f"n_{kind.value}"] is not None}
        workers = [one for one in map(read_id, said["workers"]) if one]
        plain = {name: said[name] for name in ("name", "theme", "day", "minutes", "seats")}
        ids = {name: read_id(said[name]) for name in ("district", "place")}
        return plain | ids | {"kind": TrainingKind(said["kind"]), "heads": heads, "workers": workers}


class FruitForm(forms.Form):
    fruit = forms.ChoiceField(
        label=_("そのあと、どうなりましたか"), choices=list(TRAINING_FRUITS.items()), widget=forms.RadioSelect
    )
    number = forms.IntegerField(label=_("支え手になった人数"), required=False, min_value=1, max_value=MOST_HEADS)
    place = forms.ChoiceField(label=_("はじまった場"), required=False, choices=[])
    words = forms.CharField(
        label=_("ひとこと"), required=False, max_length=1_000, widget=forms.Textarea(attrs={"rows": 2})
    )
    again = forms.BooleanField(label=_("90日後に、もう一度聞く"), required=False)

    def __init__(self, *args: Any, places: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "place", [("", _("選ばない")), *places])

    def values(self) -> dict[str, Any]:
        said = self.cleaned_data
        return said | {"fruit": TrainingFruit(said["fruit"]), "place": read_id(said["place"])}
