"""Forms of 知らせの段取り: of which route, after how many days each hears of it, or until when nobody does."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.custody.codes import Alarm, MatterKind, Urgency
from marugoto.custody.labels import ALARMS, MATTER_KINDS, URGENCIES
from marugoto.custody.rules.escalation import Route, Steps
from marugoto.custody.rules.limit import LONGEST
from marugoto.web.shell.ids import read_id
from marugoto.web.ui.fields import DateWords, offer

ANY = ("", _("どれでも"))


class RouteForm(forms.Form):
    alarm = forms.ChoiceField(label=_("どんなとき"), choices=list(ALARMS.items()))
    kind = forms.ChoiceField(label=_("何のボール"), required=False, choices=[ANY, *MATTER_KINDS.items()])
    urgency = forms.ChoiceField(label=_("どの急ぎかた"), required=False, choices=[ANY, *URGENCIES.items()])
    agency = forms.ChoiceField(
        label=_("どの機関"),
        required=False,
        choices=[],
        help_text=_("返事のないときは頼んだ機関、ほかは持っている機関。"),
    )

    def __init__(self, *args: Any, agencies: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "agency", [ANY, *agencies])

    def route(self) -> Route:
        said = self.cleaned_data
        return Route(
            Alarm(said["alarm"]),
            MatterKind(said["kind"]) if said["kind"] else None,
            Urgency(said["urgency"]) if said["urgency"] else None,
            read_id(said["agency"]),
        )


class StepsForm(RouteForm):
    """Empty days are never. What is asked for a preview are the route and the days."""

    sender = forms.IntegerField(
        label=_("持っている係に、何開庁日で知らせるか"), required=False, min_value=0, max_value=LONGEST,
        help_text=_("0はその日のうち。空けておくと知らせません。"),
    )  # fmt: skip
    tower = forms.IntegerField(
        label=_("司令塔に、何開庁日で知らせるか"), required=False, min_value=0, max_value=LONGEST
    )
    chief = forms.IntegerField(label=_("課長に、何開庁日で知らせるか"), required=False, min_value=0, max_value=LONGEST)
    since = DateWords(label=_("いつから"))
    reason = forms.CharField(label=_("変えるわけ"), max_length=200)

    def steps(self) -> Steps:
        said = self.cleaned_data
        return Steps(said.get("sender"), said.get("tower"), said.get("chief"))

    def may_be_tried(self) -> bool:
        self.is_valid()
        return not self.errors.keys() & {"alarm", "kind", "urgency", "agency", "sender", "tower", "chief"}


class MuteForm(RouteForm):
    until = DateWords(label=_("いつから、また知らせるか"), help_text=_("この日からまた知らせます。92日先まで。"))
    reason = forms.CharField(label=_("止めるわけ"), max_length=200)
