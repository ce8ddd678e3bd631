"""Forms of the inventory: something the body has already, and something it tried."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.evaluation.actions.inventory import System, Tried
from marugoto.evaluation.labels import FULFILS, PLACES
from marugoto.evaluation.rules.necessity import Signal
from marugoto.evaluation.rules.necessity_words import SIGNALS
from marugoto.evaluation.rules.thinking import Fulfils
from marugoto.web.office.forms.house import NOT_CHOSEN
from marugoto.web.ui.fields import DateWords

NOTHING = ("", _("担っていない"))


class SystemForm(forms.Form):
    """`again`: it stands on the list already, so the reason is asked."""

    name = forms.CharField(label=_("制度・事業の名前"), max_length=120)
    runner = forms.CharField(
        label=_("だれが担っているか"), max_length=120, help_text=_("課や団体の名前。人の名前は要りません。")
    )
    staff = forms.DecimalField(
        label=_("何人分の職員か"),
        required=False,
        min_value=0,
        max_value=999,
        decimal_places=1,
        help_text=_("常勤に直した数。0.5のように書けます。"),
    )
    since = DateWords(label=_("いつから"), required=False)
    words = forms.CharField(
        label=_("していること"), required=False, max_length=2_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    evidence = forms.CharField(
        label=_("よりどころ"), required=False, max_length=400, help_text=_("実績、要綱、日誌など、見ればわかるもの。")
    )
    gone = forms.BooleanField(label=_("もう続いていない(一覧から外す)"), required=False)
    reason = forms.CharField(label=_("直すわけ"), max_length=200)

    def __init__(self, *args: Any, again: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place, name in PLACES.items():
            self.fields[place] = forms.ChoiceField(
                label=_("「%(name)s」を") % {"name": name}, required=False, choices=[NOTHING, *FULFILS.items()]
            )
        _without_reason(self, again=again)

    def said(self) -> System:
        typed = self.cleaned_data
        staff: Decimal | None = typed["staff"]
        return System(
            name=typed["name"],
            runner=typed["runner"],
            staff=None if staff is None else int(staff * 10),
            since=typed["since"],
            words=typed["words"],
            evidence=typed["evidence"],
            fulfils={place: Fulfils(typed[place]) for place in PLACES if typed[place]},
        )


class TrialForm(forms.Form):
    signal = forms.ChoiceField(
        label=_("どのすき間に"),
        choices=[NOT_CHOSEN, *((one.value, f"{SIGNALS[one]}({one.value})") for one in Signal)],
    )
    instrument = forms.CharField(
        label=_("何を試したか"),
        max_length=160,
        help_text=_("いまある制度や約束の名前。「受付の約束をそろえた」のように。"),
    )
    since = DateWords(label=_("いつから"))
    until = DateWords(label=_("いつまで"), required=False, help_text=_("続いていれば空のままにします。"))
    found = forms.CharField(
        label=_("見えたこと"),
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("書いてはじめて、試したこととして数えます。"),
    )
    gone = forms.BooleanField(label=_("まちがいだった(一覧から外す)"), required=False)
    reason = forms.CharField(label=_("直すわけ"), max_length=200)

    def __init__(self, *args: Any, again: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _without_reason(self, again=again)

    def said(self) -> Tried:
        typed = self.cleaned_data
        since: date = typed["since"]
        return Tried(Signal(typed["signal"]), typed["instrument"], since, typed["until"], typed["found"])


def _without_reason(form: forms.Form, *, again: bool) -> None:
    """Asked last, and only of what stands already."""
    last = {name: form.fields.pop(name) for name in ("gone", "reason")}
    form.fields.update(last if again else {})
