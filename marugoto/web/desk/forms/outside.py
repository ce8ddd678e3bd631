"""The form for the answer of an agency without an account."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.custody.codes import Decliner, DeclineReason, Means, OutsideSaid
from marugoto.custody.labels import DECLINE_REASONS, DECLINERS, MEANS, OUTSIDE_SAID
from marugoto.custody.rules.ball import Answer
from marugoto.custody.rules.outside import Heard
from marugoto.web.shell.ids import read_id
from marugoto.web.ui.fields import DateWords, offer


class HeardForm(forms.Form):
    """Who answered there, when and how; where it is a no, by whom, why and what instead."""

    said = forms.ChoiceField(label=_("どう答えましたか"), choices=list(OUTSIDE_SAID.items()), widget=forms.RadioSelect)
    who = forms.CharField(
        label=_("だれが答えましたか"), max_length=60, help_text=_("名前か立場。例: 連携室の佐々木さん。")
    )
    means = forms.ChoiceField(label=_("何で聞きましたか"), choices=list(MEANS.items()), initial=Means.TELEPHONE)
    day = DateWords(label=_("いつ聞きましたか"))
    words = forms.CharField(
        label=_("言われたこと"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("「もう少し教えてほしい」なら、何を知りたいかを。"),
    )
    declined_by = forms.ChoiceField(
        label=_("受けられないとき: だれが断りましたか"), choices=list(DECLINERS.items()), initial=Decliner.AGENCY
    )
    reason = forms.ChoiceField(
        label=_("受けられないとき: なぜ"),
        required=False,
        choices=[("", _("受けられないときだけ選びます")), *DECLINE_REASONS.items()],
    )
    instead = forms.ChoiceField(label=_("受けられないとき: かわりに、どこがよさそうですか"), required=False, choices=[])

    def __init__(self, *args: Any, teams: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "instead", [("", _("分からない")), *teams])

    def heard(self) -> Heard:
        said = self.cleaned_data
        answer = OutsideSaid(said["said"])
        refusing = answer is OutsideSaid.DECLINED and said["reason"]
        return Heard(
            said=answer, who=said["who"], day=said["day"], words=said["words"], no=self._no() if refusing else None
        )

    def other(self) -> UUID | None:
        return read_id(self.cleaned_data["instead"]) if self.cleaned_data["said"] == OutsideSaid.DECLINED else None

    def _no(self) -> Answer:
        said = self.cleaned_data
        return Answer(
            by=Decliner(said["declined_by"]),
            reason=DeclineReason(said["reason"]),
            words=said["words"],
            instead=bool(said["instead"]),
        )
