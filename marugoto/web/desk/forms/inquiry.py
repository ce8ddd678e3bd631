"""Forms around the question whether another office keeps a record."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.rules.basis import BY_CODE
from marugoto.intake.codes import InquiryReason
from marugoto.intake.labels import INQUIRY_ANSWERS, INQUIRY_REASONS
from marugoto.intake.rules.inquiry import GROUNDS
from marugoto.web.ui.fields import DateWords, offer


class InquiryForm(forms.Form):
    """A name with its birthday, or a whole telephone number."""

    name = forms.CharField(label=_("名前"), required=False, max_length=300)
    birth = DateWords(label=_("生年月日"), required=False, help_text=_("名前で尋ねるときは、両方が要ります。"))
    phone = forms.CharField(
        label=_("電話番号"), required=False, max_length=60, help_text=_("電話で尋ねるときは、番号の全部を。")
    )
    reason = forms.ChoiceField(
        label=_("なぜ知る必要がありますか"),
        choices=list(INQUIRY_REASONS.items()),
        widget=forms.RadioSelect,
        initial=InquiryReason.CAME,
    )
    basis = forms.ChoiceField(
        label=_("根拠"),
        choices=[(code.value, f"{BY_CODE[code].name}({BY_CODE[code].article})") for code in GROUNDS],
        initial=BasisCode.OWN_DUTY,
    )

    purpose = forms.ChoiceField(
        label=_("どの「目的外の提供」によりますか"),
        required=False,
        choices=[],
        help_text=_("根拠が目的外の提供のときだけ選びます。その決定にある係にだけ、尋ねたことが伝わります。"),
    )

    def __init__(self, *args: Any, purposes: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "purpose", [("", _("選んでください")), *purposes])
        if not purposes:
            del self.fields["purpose"]


class InquiryAnswerForm(forms.Form):
    answer = forms.ChoiceField(
        label=_("どう答えますか"), choices=list(INQUIRY_ANSWERS.items()), widget=forms.RadioSelect
    )
