"""The form with which many balls are handed on at once: to whom, why, and for each ball a note."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.casework.actions.bundle import Receiver, Wanted
from marugoto.custody.codes import OfferReason
from marugoto.custody.labels import OFFER_REASONS
from marugoto.web.ui.fields import DateWords, offer

REASONS = [(code.value, label) for code, label in OFFER_REASONS.items() if code is not OfferReason.CONFERENCE]


class BundleForm(forms.Form):
    """`people`: of the own team; `teams`: the others; `balls`: (ball, how it is called), in the order of the page."""

    to = forms.ChoiceField(label=_("だれに、どの係に渡しますか"), choices=[])
    reason = forms.ChoiceField(label=_("なぜ"), choices=[("", _("選んでください")), *REASONS])
    words = forms.CharField(
        label=_("みんなに書くひとこと"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "ボールごとのひとことを書いたものは、そちらを伝えます。ほかの係には、してほしいことを、名前を書かずに。"
        ),
    )
    due = DateWords(
        label=_("返事の期限"),
        required=False,
        help_text=_("書かなければ、日数の決まり（道筋か急ぎかた）から決まります。"),
    )

    def __init__(
        self,
        *args: Any,
        own: UUID,
        people: list[tuple[str, str]],
        teams: list[tuple[str, str]],
        balls: Iterable[tuple[UUID, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.own = own
        within = [(f"duty:{key}", said) for key, said in people]
        others = [(f"team:{key}", said) for key, said in teams]
        offer(self, "to", [("", _("選んでください")), (_("係の人に引きつぐ"), within), (_("ほかの係に渡す"), others)])
        self.balls = list(balls)
        for ball, called in self.balls:
            self.fields[f"take_{ball.hex}"] = forms.BooleanField(label=called, required=False)
            self.fields[f"note_{ball.hex}"] = forms.CharField(
                label=_("このボールのひとこと"), required=False, max_length=2_000
            )
            self.fields[f"reason_{ball.hex}"] = forms.ChoiceField(
                label=_("このボールのわけ"), required=False, choices=[("", _("上と同じ")), *REASONS]
            )

    def receiver(self) -> Receiver:
        kind, _sep, key = self.cleaned_data["to"].partition(":")
        return Receiver(self.own, UUID(key)) if kind == "duty" else Receiver(UUID(key))

    def wanted(self) -> list[Wanted]:
        said = self.cleaned_data
        return [
            Wanted(ball, said[f"note_{ball.hex}"], self._reason(said[f"reason_{ball.hex}"]))
            for ball, _called in self.balls
            if said[f"take_{ball.hex}"]
        ]

    def row(self, ball: UUID) -> tuple[forms.BoundField, forms.BoundField, forms.BoundField]:
        return self[f"take_{ball.hex}"], self[f"note_{ball.hex}"], self[f"reason_{ball.hex}"]

    def _reason(self, code: str) -> OfferReason | None:
        return OfferReason(code) if code else None
