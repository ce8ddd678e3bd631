"""A place is written part by part, each saved by itself: what, when, where, for whom, how one gets in, and who answers for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from marugoto.community.codes import Answer, Family, Interest
from marugoto.community.labels import (
    ANSWERS,
    FUNCTIONS,
    INTERESTS,
    PLACE_FIELDS,
    PLACE_KINDS,
    PRECISIONS,
    SORTS,
    TIERS,
    TRAITS_OF,
)
from marugoto.community.queries.place import Edited
from marugoto.web.shell.ids import read_id
from marugoto.web.town.forms.offering import offer
from marugoto.web.ui.fields import DateWords

UNKNOWN = _("分からない")
LONG = {"description", "note", "conditions", "experience", "accessibility", "access"}
LIMITS = {
    "name": 200,
    "name_kana": 400,
    "days": 200,
    "hours": 200,
    "hours_note": 1_000,
    "address": 300,
    "building": 200,
    "access": 2_000,
    "parking": 1_000,
    "target": 2_000,
    "conditions": 2_000,
    "experience": 2_000,
    "fee": 120,
    "capacity": 60,
    "room_now": 120,
    "accessibility": 2_000,
    "description": 5_000,
    "organisation": 200,
    "phone": 60,
    "url": 2_000,
    "contact_note": 1_000,
    "note": 5_000,
}
NUMBERS = {"fee_yen": 1_000_000, "capacity_people": 30_000, "room_people": 30_000}
CHOICES: Mapping[str, list[tuple[Any, Any]]] = {
    "kind": list(PLACE_KINDS.items()),
    "sort": [("", _("種別のとおり")), *SORTS.items()],
    "on_holidays": [("", UNKNOWN), *ANSWERS.items()],
    "precision": list(PRECISIONS.items()),
    "tier": list(TIERS.items()),
    "serves": [("", _("決まっていない")), *FUNCTIONS.items()],
}
LINKS = {"district": UNKNOWN, "owner": _("地域づくりの係"), "run_by": _("書いていない"), "held_at": _("書いていない")}
HINTS = {
    "name": _("団体や施設の名前です。人の名前は書きません。"),
    "days": _("聞いたままの言葉で。「第2・第4木曜」のように。"),
    "hours": _("「13時から16時」のように。"),
    "phone": _("世話人の自宅の番号は、本人がよいと言ったときだけ。"),
    "note": _("支援者が先に知っておくことです。住民には見せません。"),
    "precision": _("軒先や書き出しに、位置をどこまで出すかです。ここでの見え方は変わりません。"),
    "fee_yen": _("ただなら0。分からなければ空けておきます。"),
    "room_on": _("空きを書いたときは、それを聞いた日も残ります。"),
    "experience": _("「長く家にいた人が、続けて来ています」のように。だれのことかは書きません。"),
    "owner": _("確かめの期限が来たとき、この係に知らせます。"),
    "run_by": _("先に「団体」として書いておくと、選べます。"),
    "held_at": _("先に「場所」として書いておくと、選べます。"),
}


@dataclass(frozen=True)
class Part:
    """One part of a place: its name in the address, its words, its fields in the order of the page, its traits."""

    code: str
    words: Any
    fields: tuple[str, ...]
    families: tuple[Family, ...] = ()


PARTS = (
    Part("what", _("なに"), ("name", "name_kana", "kind", "sort", "interests", "description")),
    Part("when", _("いつ"), ("days", "hours", "hours_note", "on_holidays")),
    Part("where", _("どこ"), ("address", "building", "district", "held_at", "access", "parking", "precision")),
    Part(
        "whom",
        _("だれが行けるか"),
        (
            "target",
            "fee",
            "fee_yen",
            "capacity",
            "capacity_people",
            "room_now",
            "room_people",
            "room_on",
            "conditions",
            "experience",
        ),
        (Family.CONDITION, Family.EXPERIENCE),
    ),
    Part("access", _("バリアフリー"), ("accessibility",), (Family.ACCESS,)),
    Part(
        "host",
        _("だれが受け持つか"),
        ("organisation", "run_by", "phone", "url", "contact_note", "note", "tier", "owner", "serves"),
    ),
)
BY_CODE = {part.code: part for part in PARTS}
Offers = Mapping[str, list[tuple[str, str]]]


class PartForm(forms.Form):
    """`sure`: the difference was seen and is to be written; `version`: what it stood on. What is left blank is unknown."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, part: Part, offers: Offers, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.part = part
        for name in part.fields:
            self.fields[name] = _field(name)
            if name in LINKS:
                offer(self, name, [("", LINKS[name]), *offers.get(name, [])])
        for family in part.families:
            for trait, words in TRAITS_OF[family]:
                choices = [("", UNKNOWN), *ANSWERS.items()]
                self.fields[f"trait_{trait}"] = forms.ChoiceField(label=words, choices=choices, required=False)

    def values(self) -> dict[str, Any]:
        """By field of the place; links by their ids."""
        told = {name: self.cleaned_data[name] for name in self.part.fields if name != "interests"}
        return {name: read_id(value or "") if name in LINKS else value for name, value in told.items()}

    def interests(self) -> list[Interest] | None:
        if "interests" not in self.part.fields:
            return None
        return [Interest(code) for code in self.cleaned_data["interests"]]

    def answers(self, family: Family) -> dict[str, Answer | None]:
        told = {trait: self.cleaned_data[f"trait_{trait}"] for trait, _words in TRAITS_OF[family]}
        return {trait: Answer(answer) if answer else None for trait, answer in told.items()}

    def stand_on(self, version: int) -> int:
        """The version this form was written on; from now on it stands on the given one."""
        before = self.cleaned_data["version"] or 0
        sent = cast("QueryDict", self.data).copy()
        sent["version"] = str(version)
        self.data = sent
        return before

    @property
    def plain_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.part.fields]

    @property
    def trait_groups(self) -> list[list[forms.BoundField]]:
        return [[self[f"trait_{trait}"] for trait, _words in TRAITS_OF[family]] for family in self.part.families]


def initial_of(part: Part, edited: Edited) -> dict[str, Any]:
    """The form as the place stands now."""
    place = edited.place
    known: dict[str, Any] = {"version": place.version}
    for name in part.fields:
        if name == "interests":
            known[name] = list(edited.interests)
        elif name in LINKS:
            linked = getattr(place, f"{name}_id")
            known[name] = str(linked) if linked else ""
        else:
            known[name] = getattr(place, name)
    traits = [trait for family in part.families for trait, _words in TRAITS_OF[family]]
    return known | {f"trait_{trait}": edited.traits.get(trait, "") for trait in traits}


def _field(name: str) -> forms.Field:
    label, hint = PLACE_FIELDS[name], HINTS.get(name, "")
    if name == "interests":
        return forms.MultipleChoiceField(
            label=label, required=False, widget=forms.CheckboxSelectMultiple, choices=list(INTERESTS.items())
        )
    if name in CHOICES or name in LINKS:
        needed = name in {"kind", "tier", "precision"}
        return forms.ChoiceField(label=label, required=needed, help_text=hint, choices=CHOICES.get(name, []))
    if name in NUMBERS:
        return forms.IntegerField(label=label, required=False, min_value=0, max_value=NUMBERS[name], help_text=hint)
    if name == "room_on":
        return DateWords(label=label, required=False, help_text=hint)
    widget = forms.Textarea(attrs={"rows": 3}) if name in LONG else forms.TextInput
    return forms.CharField(label=label, max_length=LIMITS[name], required=name == "name", help_text=hint, widget=widget)
