"""Forms of keeping and destroying: a period, a hold and its end, an item taken off, a yes or no, an undoing."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.retention.codes import Counted, HoldReason, RecordKind
from marugoto.retention.labels import COUNTED, HOLD_REASONS, RECORDS
from marugoto.retention.rules.schedule import LONGEST
from marugoto.web.ui.fields import DateWords, offer

NOT_CHOSEN = ("", _("選んでください"))
NO_NAME = _("名前は書かないでください。")


class ScheduleForm(forms.Form):
    record = forms.ChoiceField(
        label=_("どの記録"),
        choices=[NOT_CHOSEN, *((one.value, RECORDS[one]) for one in RecordKind)],
    )
    years = forms.IntegerField(
        label=_("何年残しますか"),
        min_value=1,
        max_value=LONGEST,
        required=False,
        help_text=_("ずっと残すときは、空けておいてください。"),
    )
    counted = forms.ChoiceField(
        label=_("いつから数えますか"),
        choices=list(COUNTED.items()),
        widget=forms.RadioSelect,
        initial=Counted.FISCAL.value,
    )
    since = DateWords(label=_("いつから、この決まりにしますか"))
    source = forms.CharField(
        label=_("何に書いてありますか"), max_length=200, help_text=_("文書管理規程、要綱などの名と、別表の番号。")
    )
    reason = forms.CharField(label=_("決めたわけ"), max_length=200)


class HoldForm(forms.Form):
    number = forms.CharField(
        label=_("番号"),
        max_length=200,
        help_text=_(
            "世帯の支援(例: R8-0412)か、相談・気づきのボールの番号。世帯を止めると、そこに住んだ人も止まります。"
            "ひとりの人を止めるときは、係から受け取った、人の画面のアドレス。"
        ),
    )
    reason = forms.ChoiceField(label=_("なぜ止めますか"), choices=[NOT_CHOSEN, *HOLD_REASONS.items()])
    words = forms.CharField(
        label=_("何のこと"), max_length=200, help_text=_("事件の番号や請求の日など。名前は書かないでください。")
    )
    since = DateWords(label=_("いつから"))

    def why(self) -> HoldReason:
        return HoldReason(self.cleaned_data["reason"])


class PersonHoldForm(HoldForm):
    """On the person whose page it is."""

    number = None  # type: ignore[assignment]  # Django's way to leave a field of the class above out


class LiftForm(forms.Form):
    hold = forms.ChoiceField(label=_("どの停止"), choices=[])
    over_on = DateWords(label=_("いつ終わりましたか"), help_text=_("争いは、この日から3年たつまで止めておきます。"))
    lifted = forms.CharField(label=_("どう終わりましたか"), max_length=200, help_text=NO_NAME)

    def __init__(self, *args: Any, holds: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "hold", [NOT_CHOSEN, *holds])

    def which(self) -> UUID:
        return UUID(self.cleaned_data["hold"])


class RemoveForm(forms.Form):
    item = forms.ChoiceField(label=_("どの行"), choices=[])
    off = forms.CharField(label=_("外すわけ"), max_length=200, help_text=NO_NAME)

    def __init__(self, *args: Any, items: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "item", [NOT_CHOSEN, *items])

    def which(self) -> UUID:
        return UUID(self.cleaned_data["item"])


class DecideForm(forms.Form):
    agreed = forms.ChoiceField(
        label=_("廃棄してよいですか"),
        choices=[("yes", _("一行ずつ確かめました。廃棄してよい")), ("no", _("認めない"))],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("ひとこと"), max_length=200, required=False, help_text=_("認めないときは、わけを書いてください。")
    )

    def says_yes(self) -> bool:
        return bool(self.cleaned_data["agreed"] == "yes")


class UndoForm(forms.Form):
    why = forms.CharField(label=_("取り消すわけ"), max_length=200, help_text=NO_NAME)
