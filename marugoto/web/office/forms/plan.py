"""Forms of the plan's outline and of its indicators."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.evaluation.codes import Earning, Filling, IndicatorSort, Standing, Way
from marugoto.evaluation.indicators import BY_CODE
from marugoto.evaluation.labels import EARNINGS, SORTS, WAYS
from marugoto.evaluation.rules.written import Written
from marugoto.web.office.forms.house import NOT_CHOSEN
from marugoto.web.office.forms.review import Pairs, long_text
from marugoto.web.shell.ids import read_id
from marugoto.web.shell.upload import FileForm, file_field
from marugoto.web.ui.fields import DateWords, offer

KIND_SORTS = {"過程": IndicatorSort.PROCESS, "構造": IndicatorSort.STRUCTURE}
STANDINGS = (
    (Standing.LIVE, _("使う")),
    (Standing.SEED, EARNINGS[Earning.SEED]),
    (Standing.PARKED, _("置いておく")),
    (Standing.RETIRED, _("終える")),
)


class AimForm(forms.Form):
    aim_name = forms.CharField(
        label=_("目指す姿"), max_length=200, help_text=_("だれの暮らしがどうなるとよいかを、一言で。")
    )


class MeansForm(forms.Form):
    name = forms.CharField(label=_("手段の名前"), max_length=120, help_text=_("計画に書いてある、していること。"))
    runner = forms.CharField(label=_("だれがしているか"), max_length=120, help_text=_("課・団体の名前。"))
    since = DateWords(label=_("いつから"))
    does = forms.CharField(label=_("していること"), required=False, max_length=400, widget=long_text())


class LineForm(forms.Form):
    """From an aim to a means or to an indicator: `end` says which."""

    aim = forms.ChoiceField(label=_("どの目指す姿に"), choices=[])
    end = forms.ChoiceField(label=_("何を結ぶか"), choices=[])
    assumption = forms.CharField(
        label=_("手段なら、なぜそうなるはずか"),
        required=False,
        max_length=300,
        help_text=_("ききめを確かめるときに読みます。"),
    )

    def __init__(self, *args: Any, aims: Pairs, means: Pairs, indicators: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "aim", [NOT_CHOSEN, *aims])
        ends: list[Any] = [NOT_CHOSEN]
        ends += [(_("手段"), [(f"means:{pk}", name) for pk, name in means])] if means else []
        ends += [(_("指標"), [(f"indicator:{pk}", name) for pk, name in indicators])] if indicators else []
        offer(self, "end", ends)

    def ends(self) -> tuple[UUID, str, UUID]:
        kind, _colon, pk = self.cleaned_data["end"].partition(":")
        return UUID(self.cleaned_data["aim"]), kind, UUID(pk)


class IndicatorForm(forms.Form):
    """One of the house's own, or one that the plan counts by hand."""

    code = forms.ChoiceField(
        label=_("記録から計算できる指標"),
        required=False,
        choices=[],
        help_text=_("選ぶと、下の名前・単位・分母は要りません。"),
    )
    name = forms.CharField(label=_("手で入れる指標の名前"), required=False, max_length=120)
    unit = forms.CharField(label=_("単位"), required=False, max_length=20)
    target = forms.CharField(label=_("目標"), required=False, max_length=80)
    sort = forms.ChoiceField(label=_("種類"), choices=list(SORTS.items()), initial=IndicatorSort.OUTCOME)
    way = forms.ChoiceField(label=_("よい向き"), choices=list(WAYS.items()))
    numerator = forms.CharField(label=_("数えるもの(分子)"), required=False, max_length=200)
    denominator = forms.CharField(label=_("分母"), required=False, max_length=200)
    minutes = forms.IntegerField(label=_("月に何分、手で入れるか"), required=False, min_value=0, max_value=10_000)
    owner = forms.CharField(label=_("だれが持つか"), required=False, max_length=80, help_text=_("課や係の名前。"))
    guard = forms.ChoiceField(label=_("並べて読む指標"), required=False, choices=[])
    duty = forms.BooleanField(label=_("法律や補助金が求める(義務)"), required=False)
    decision = forms.CharField(label=_("この指標が変えうる決定"), required=False, max_length=300)
    turning = forms.CharField(
        label=_("いくつになったら変えるか"),
        required=False,
        max_length=120,
        help_text=_("二つとも言えないうちは、種になります。"),
    )

    def __init__(self, *args: Any, guards: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ours = [(one.code, f"{one.code} {one.name}") for one in BY_CODE.values()]
        offer(self, "code", [("", _("手で入れる")), *ours])
        offer(self, "guard", [("", _("決めない")), *guards])

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if not (typed.get("code") or typed.get("name")):
            self.add_error("name", _("記録から計算できる指標を選ぶか、名前を書いてください。"))
        return typed

    def written(self) -> Written:
        typed = self.cleaned_data
        ours = BY_CODE.get(typed["code"])
        said = {name: typed[name] for name in ("target", "owner", "duty", "decision", "turning")}
        said["guard"] = read_id(typed["guard"]) if typed["guard"] else None
        if ours is not None:
            sort = KIND_SORTS.get(ours.kind, IndicatorSort.OUTCOME)
            return Written(
                **said,
                code=ours.code,
                name=ours.name,
                unit=ours.unit,
                numerator=ours.numerator,
                denominator=ours.denominator,
                sort=sort,
                filling=Filling.COMPUTED,
                way=Way(ours.direction),
            )
        own = {name: typed[name] for name in ("name", "unit", "numerator", "denominator")}
        sort, way = IndicatorSort(typed["sort"]), Way(typed["way"])
        return Written(**said, **own, sort=sort, way=way, minutes=typed["minutes"] or 0)


class IndicatorListForm(FileForm):
    file = file_field(
        label=_("計画の指標のファイル(CSV・Excel)"),
        help_text=_("見出しの例: 指標,単位,目標,月の手入力(分),義務,種類,担当,分子,分母"),
        accept=".csv,.xlsx,text/csv",
    )


class StandForm(forms.Form):
    to = forms.ChoiceField(label=_("どうするか"), choices=list(STANDINGS), widget=forms.RadioSelect)
    decision = forms.CharField(label=_("この指標が変えうる決定"), required=False, max_length=300)
    turning = forms.CharField(label=_("いくつになったら変えるか"), required=False, max_length=120)
    reason = forms.CharField(label=_("わけ"), required=False, max_length=300)

    def said(self) -> dict[str, Any]:
        return self.cleaned_data | {"to": Standing(self.cleaned_data["to"])}


class ValueForm(forms.Form):
    day = DateWords(label=_("いつの値か"))
    value = forms.DecimalField(label=_("値"), max_digits=12, decimal_places=2)
    aimed = forms.DecimalField(label=_("そのときの目標"), required=False, max_digits=12, decimal_places=2)
    n = forms.IntegerField(label=_("何件のうちか"), required=False, min_value=1, max_value=10_000_000)

    def said(self) -> dict[str, Any]:
        typed = self.cleaned_data
        return {"day": typed["day"], "value": typed["value"], "target": typed["aimed"], "n": typed["n"]}
