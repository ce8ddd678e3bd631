"""Forms around a place: everything but the name may stay blank, for unknown is not no."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.community.codes import Checked, ConfirmedBy, Interest, PlaceEnd, PlaceKind, Tier, Welcome
from marugoto.community.labels import (
    CHECKED,
    CONFIRMED_BY,
    INTERESTS,
    PLACE_ENDS,
    PLACE_FIELDS,
    PLACE_KINDS,
    TIERS,
    WELCOMES,
)
from marugoto.web.shell.ids import read_id
from marugoto.web.town.forms.offering import offer
from marugoto.web.ui.fields import DateWords

# Field and longest text, in the order of the page; the columns hold more where a file may say more.
HEAD = (("name", 200), ("name_kana", 400))
WHEN = (("days", 200), ("hours", 200), ("address", 300), ("building", 200), ("access", 2_000))
WHAT = (("target", 2_000), ("conditions", 2_000), ("fee", 120), ("capacity", 60), ("room_now", 120))
WHO = (("organisation", 200), ("phone", 60), ("url", 2_000))
MORE = (("accessibility", 2_000), ("description", 5_000), ("note", 5_000))
LONG = {"description", "note"}
HINTS = {
    "name": _("団体や施設の名前です。人の名前は書きません。"),
    "days": _("「第2・第4木曜」のように。"),
    "hours": _("「13時から16時」のように。"),
    "room_now": _("「あと2人入れる」のように、聞いたままを。"),
    "phone": _("世話人の自宅の番号は、本人がよいと言ったときだけ。"),
    "note": _("支援者が先に知っておくことです。住民には見せません。"),
}


def _text(name: str, limit: int) -> forms.CharField:
    return forms.CharField(
        label=PLACE_FIELDS[name],
        max_length=limit,
        required=name == "name",
        help_text=HINTS.get(name, ""),
        widget=forms.Textarea(attrs={"rows": 3}) if name in LONG else forms.TextInput,
    )


class PlaceForm(forms.Form):
    """What is known of a place when it is first written down."""

    kind = forms.ChoiceField(label=PLACE_FIELDS["kind"], choices=list(PLACE_KINDS.items()), initial=PlaceKind.OTHER)
    district = forms.ChoiceField(label=PLACE_FIELDS["district"], required=False, choices=[])
    interests = forms.MultipleChoiceField(
        label=PLACE_FIELDS["interests"],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=list(INTERESTS.items()),
    )
    tier = forms.ChoiceField(
        label=PLACE_FIELDS["tier"], choices=list(TIERS.items()), widget=forms.RadioSelect, initial=Tier.PUBLIC
    )

    def __init__(self, *args: Any, districts: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, limit in (*HEAD, *WHEN, *WHAT, *WHO, *MORE):
            self.fields[name] = _text(name, limit)
        offer(self, "district", [("", _("まだ分からない")), *districts])

    def values(self) -> dict[str, Any]:
        """By field of the place; the district by its id."""
        names = [name for name, _limit in (*HEAD, *WHEN, *WHAT, *WHO, *MORE)] + ["kind", "tier"]
        return {name: self.cleaned_data[name] for name in names} | {"district": read_id(self.cleaned_data["district"])}

    def chosen_interests(self) -> list[Interest]:
        return [Interest(code) for code in self.cleaned_data["interests"]]

    def part(self, fields: tuple[tuple[str, int], ...]) -> list[forms.BoundField]:
        return [self[name] for name, _limit in fields]

    @property
    def head_fields(self) -> list[forms.BoundField]:
        return [*self.part(HEAD), self["kind"], self["interests"]]

    @property
    def when_fields(self) -> list[forms.BoundField]:
        return [*self.part(WHEN[:3]), self["district"], *self.part(WHEN[3:])]

    @property
    def what_fields(self) -> list[forms.BoundField]:
        return self.part(WHAT)

    @property
    def who_fields(self) -> list[forms.BoundField]:
        return self.part(WHO)

    @property
    def more_fields(self) -> list[forms.BoundField]:
        return [*self.part(MORE), self["tier"]]


class NewPlaceForm(PlaceForm):
    """A new one also says whom it welcomes; later it can only widen, so that the widening is seen."""

    welcome = forms.MultipleChoiceField(
        label=_("だれを迎えますか"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=list(WELCOMES.items()),
        help_text=_("聞いていなければ、選ばずにおきます。"),
    )

    def chosen_welcome(self) -> list[Welcome]:
        return [Welcome(code) for code in self.cleaned_data["welcome"]]

    @property
    def what_fields(self) -> list[forms.BoundField]:
        return [self["welcome"], *super().what_fields]


class ConfirmForm(forms.Form):
    """`parts` left open: the whole was asked for."""

    how = forms.ChoiceField(
        label=_("どうやって確かめましたか"),
        choices=list(CONFIRMED_BY.items()),
        widget=forms.RadioSelect,
        initial=ConfirmedBy.PHONE,
    )

    parts = forms.MultipleChoiceField(
        label=_("聞いた項目（ぜんぶ聞いたときは、選びません）"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=list(CHECKED.items()),
    )

    def code(self) -> ConfirmedBy:
        return ConfirmedBy(self.cleaned_data["how"])

    def asked(self) -> list[Checked]:
        return [Checked(code) for code in self.cleaned_data["parts"]]


class WidenForm(forms.Form):
    """Only those not welcomed yet are offered."""

    welcome = forms.ChoiceField(label=_("新しく迎える方"), choices=[])
    since = DateWords(label=_("いつから"), required=False, help_text=_("空けておくと、きょうからになります。"))

    def __init__(self, *args: Any, welcomed: set[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "welcome", [(code, words) for code, words in WELCOMES.items() if code not in welcomed])

    def code(self) -> Welcome:
        return Welcome(self.cleaned_data["welcome"])


class NarrowForm(forms.Form):
    """Only those who are welcome are offered."""

    welcome = forms.ChoiceField(label=_("もう迎えていない方"), choices=[])
    until = DateWords(
        label=_("いつから迎えていませんか"), required=False, help_text=_("空けておくと、きょうからになります。")
    )

    def __init__(self, *args: Any, welcomed: set[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "welcome", [(code, words) for code, words in WELCOMES.items() if code in welcomed])

    def code(self) -> Welcome:
        return Welcome(self.cleaned_data["welcome"])


class EndForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("どうしておわりますか"),
        choices=[(code, PLACE_ENDS[code]) for code in (PlaceEnd.ENDED, PlaceEnd.DOUBLE)],
    )

    def code(self) -> PlaceEnd:
        return PlaceEnd(self.cleaned_data["reason"])
