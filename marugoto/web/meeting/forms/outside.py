"""Forms for somebody from outside, and for the days that are put to those who sit."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.conferences.actions.outside import Stranger
from marugoto.conferences.codes import DateSaid, OutsideKind
from marugoto.conferences.labels import DATES_SAID, OUTSIDE_KINDS
from marugoto.kernel.jst import JST
from marugoto.web.meeting.forms.conference import ClockWords
from marugoto.web.ui.fields import DateWords, offer


class OutsideForm(forms.Form):
    """`asks_consent`: the item stands on consent, so the day on which those concerned agreed is asked for."""

    kind = forms.ChoiceField(label=_("どこの人ですか"), choices=list(OUTSIDE_KINDS.items()))
    name = forms.CharField(label=_("お名前"), max_length=60)
    from_where = forms.CharField(
        label=_("学校・病院などの名前"), required=False, max_length=60, help_text=_("例: みなも第二中学校")
    )
    reason = forms.CharField(label=_("なぜこの人を招くか"), max_length=120)
    extract = forms.CharField(
        label=_("この人に読んでもらう文"),
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("庁外に出るのは、ここに書いた文だけです。要らない名前や病名は書かないでください。"),
    )
    agreed_on = DateWords(label=_("この人が席にいることに、世帯の方が同意した日"), required=False)

    member = forms.ChoiceField(label=_("どの構成員として"), choices=[], help_text=_("構成員だけの会議体です。"))

    def __init__(
        self,
        *args: Any,
        asks_consent: bool = False,
        members: Sequence[tuple[UUID, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "member", [("", _("選んでください")), *((str(pk), said) for pk, said in members)])
        if not asks_consent:
            del self.fields["agreed_on"]
        if not members:
            del self.fields["member"]

    def stranger(self) -> Stranger:
        said = self.cleaned_data
        return Stranger(
            kind=OutsideKind(said["kind"]),
            name=said["name"],
            from_where=said["from_where"],
            reason=said["reason"],
            extract=said["extract"],
            agreed_on=said.get("agreed_on"),
            member=UUID(said["member"]) if said.get("member") else None,
        )


class DayForm(forms.Form):
    """Another day to be put to those who sit."""

    day = DateWords(label=_("候補の日"))
    begins = ClockWords(label=_("始まり"))
    ends = ClockWords(label=_("終わり"))

    def said(self) -> dict[str, datetime]:
        data = self.cleaned_data
        return {
            "begins_at": datetime.combine(data["day"], data["begins"], JST),
            "ends_at": datetime.combine(data["day"], data["ends"], JST),
        }


class DaysForm(forms.Form):
    """What one says of each day."""

    def __init__(self, *args: Any, days: list[tuple[str, str, str]], **kwargs: Any) -> None:
        """`days`: id, when, what was said before."""
        super().__init__(*args, **kwargs)
        for day, when, before in days:
            self.fields[f"day_{day}"] = forms.ChoiceField(
                label=when, choices=list(DATES_SAID.items()), widget=forms.RadioSelect, required=False, initial=before
            )

    def said(self) -> dict[UUID, DateSaid]:
        return {UUID(name.removeprefix("day_")): DateSaid(one) for name, one in self.cleaned_data.items() if one}
