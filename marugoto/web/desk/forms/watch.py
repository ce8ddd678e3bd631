"""Forms of watching over somebody, and of the agreements with firms."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.intake.labels import FIRM_SORTS
from marugoto.participation.codes import Looker, LookResult, WatchEnd
from marugoto.participation.labels import LOOK_RESULTS, LOOKERS, WATCH_ENDS
from marugoto.participation.rules.watch import LONGEST_DAYS
from marugoto.web.shell.ids import read_id
from marugoto.web.ui.fields import DateWords, offer


class WatchForm(forms.Form):
    called = forms.CharField(label=_("呼び名"), required=False, max_length=120)
    where = forms.CharField(label=_("どこの人ですか"), required=False, max_length=200)
    why = forms.CharField(label=_("なぜ見守りますか"), max_length=2_000)
    looker = forms.ChoiceField(
        label=_("だれが見ますか"), choices=list(LOOKERS.items()), widget=forms.RadioSelect, initial=Looker.TEAM
    )
    looker_words = forms.CharField(
        label=_("その人の名前・呼びかた"), required=False, max_length=120, help_text=_("例: 民生委員の山口さん。")
    )
    agreement = forms.ChoiceField(label=_("見守り協定"), required=False, choices=[])
    how = forms.CharField(
        label=_("どうやって見ますか"), required=False, max_length=200, help_text=_("例: 配達のとき、声をかける。")
    )
    every = forms.IntegerField(label=_("何日ごとに見ますか"), min_value=1, max_value=LONGEST_DAYS, initial=7)
    first_on = DateWords(label=_("はじめの日"), required=False)

    def __init__(self, *args: Any, agreements: list[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "agreement", [("", _("なし")), *((str(key), firm) for key, firm in agreements)])

    def said(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        return data | {"looker": Looker(data["looker"]), "agreement": read_id(data["agreement"])}


class LookForm(forms.Form):
    result = forms.ChoiceField(
        label=_("どうでしたか"),
        choices=list(LOOK_RESULTS.items()),
        widget=forms.RadioSelect,
        initial=LookResult.AS_USUAL,
    )
    words = forms.CharField(label=_("ひとこと"), required=False, max_length=2_000)
    day = DateWords(label=_("いつ"))

    def said(self) -> dict[str, Any]:
        return self.cleaned_data | {"result": LookResult(self.cleaned_data["result"])}


class WatchEndForm(forms.Form):
    end = forms.ChoiceField(label=_("どうなりましたか"), choices=list(WATCH_ENDS.items()))
    end_words = forms.CharField(label=_("どうして終えますか"), max_length=400)

    def end_code(self) -> WatchEnd:
        return WatchEnd(self.cleaned_data["end"])


class AgreementForm(forms.Form):
    firm = forms.CharField(label=_("事業所"), max_length=120)
    sort = forms.ChoiceField(label=_("何の事業所ですか"), choices=list(FIRM_SORTS.items()))
    ground = forms.CharField(
        label=_("何にもとづきますか"), max_length=200, help_text=_("例: 見守り協定(令和6年4月1日)第3条。")
    )
    since = DateWords(label=_("いつから"))
    contact = forms.CharField(label=_("連絡する相手"), required=False, max_length=120)
    phone = forms.CharField(label=_("電話"), required=False, max_length=60)


class AgreementEndForm(forms.Form):
    until = DateWords(label=_("いつから協定がなくなりますか"))
