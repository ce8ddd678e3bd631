"""Forms of the round of checks, of what is promised to a host, of a link for the group and of its requests."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.community.codes import Checked, ConfirmedBy, DoubtReason, PromiseKind, Sayer, TryWay
from marugoto.community.labels import CONFIRMED_BY, DOUBTS, PLACE_FIELDS, PROMISES, SAYERS, TRY_WAYS
from marugoto.web.town.forms.offering import offer
from marugoto.web.ui.fields import DateWords


class RoundForm(forms.Form):
    """「変わりありません」 after a round of calls."""

    places = forms.MultipleChoiceField(
        label=_("変わりなかった場所"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": ""},
        required=False,
    )
    how = forms.ChoiceField(
        label=_("どうやって"), choices=list(CONFIRMED_BY.items()), initial=ConfirmedBy.PHONE, required=True
    )

    def __init__(self, *args: Any, places: Iterable[UUID], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "places", [(str(place), "") for place in places])

    def chosen(self) -> list[UUID]:
        return [UUID(place) for place in self.cleaned_data["places"]]

    def way(self) -> ConfirmedBy:
        return ConfirmedBy(self.cleaned_data["how"])


class TryForm(forms.Form):
    way = forms.ChoiceField(
        label=_("どうやって"), choices=list(TRY_WAYS.items()), widget=forms.RadioSelect, initial=TryWay.PHONE
    )

    def code(self) -> TryWay:
        return TryWay(self.cleaned_data["way"])


class DoubtForm(forms.Form):
    reason = forms.ChoiceField(label=_("なにが違いましたか"), choices=list(DOUBTS.items()))

    def code(self) -> DoubtReason:
        return DoubtReason(self.cleaned_data["reason"])


class PromiseForm(forms.Form):
    kind = forms.ChoiceField(label=_("どんな約束ですか"), choices=list(PROMISES.items()), widget=forms.RadioSelect)
    said_by = forms.ChoiceField(label=_("だれが言いましたか"), choices=list(SAYERS.items()), initial=Sayer.HOST)
    until = DateWords(
        label=_("いつまで"), required=False, help_text=_("この日から元に戻します。空ければ、解くまで続きます。")
    )
    words = forms.CharField(label=_("わけ"), required=False, max_length=200)

    def code(self) -> PromiseKind:
        return PromiseKind(self.cleaned_data["kind"])

    def sayer(self) -> Sayer:
        return Sayer(self.cleaned_data["said_by"])


class LinkForm(forms.Form):
    until = DateWords(label=_("この日の前の日まで開ける"))

    def day(self) -> date:
        found: date = self.cleaned_data["until"]
        return found


class AnswerForm(forms.Form):
    """Which of the asked fields are written; none of them is an answer too."""

    taken = forms.MultipleChoiceField(
        label=_("書き換えるところ"), required=False, widget=forms.CheckboxSelectMultiple, choices=[]
    )
    words = forms.CharField(label=_("書かなかったわけ（手もとの覚え）"), required=False, max_length=200)

    def __init__(self, *args: Any, fields: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "taken", [(name, PLACE_FIELDS[name]) for name in fields])


def parts_of(codes: Iterable[str]) -> list[Checked]:
    return [Checked(code) for code in codes if code in set(Checked)]
