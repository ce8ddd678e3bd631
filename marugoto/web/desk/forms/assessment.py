"""The assessment sheet as a form: its fields are those of the sheet's version; all of them may stay blank."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from marugoto.casework.rules.assessment import Answers, Spot
from marugoto.casework.sheets.sheet import About, Field, FieldKind, Section, Sheet
from marugoto.web.shell.forms.attachment import PapersForm
from marugoto.web.ui.fields import DateWords, TimeWords

MOST_RADIOS = 6
REPORTED = _("国の報告に使うとされる項目です。")
UNKNOWN = _("分からない")
PLACE = re.compile(r"(home|[0-9a-f]{32})-(\w+)", re.ASCII)


@dataclass(frozen=True)
class Block:
    """A part of the sheet as it stands on the page."""

    title: str
    first: bool
    fields: tuple[forms.BoundField, ...]

    @property
    def unfolded(self) -> bool:
        """Also where something is to be put right, which nobody should have to look for."""
        return self.first or any(one.errors for one in self.fields)


@dataclass(frozen=True)
class Whose:
    called: str
    blocks: tuple[Block, ...]


class AssessmentForm(PapersForm):
    """`asked`: the places of the sheet that are asked, or all. `own`: the agency wrote on a form of its own.

    `known`: what the version said from which writing began. Only what was changed against it is said, so that nobody takes back
    what a colleague wrote meanwhile; a blank is a change only where something stood on the page (`stood`).
    """

    all_free = True
    heard_on = DateWords(label=_("聞いた日"), help_text=_("あとから打ちこむときは、聞いた日に直します。"))
    heard_time = TimeWords(label=_("聞いた時刻"), required=False)
    own_form = forms.CharField(
        label=_("どの様式ですか"), max_length=120, help_text=_("「地域包括の総合相談票」のように。")
    )
    own_form_at = forms.CharField(
        label=_("どこにありますか"),
        max_length=200,
        required=False,
        help_text=_("「北部包括の書庫 3番」のように。下で付けるなら要りません。"),
    )

    def __init__(
        self,
        *args: Any,
        sheet: Sheet,
        members: Sequence[tuple[UUID, str]],
        known: Answers,
        today: date,
        asked: Iterable[Spot] | None = None,
        own: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.sheet, self.members, self.known = sheet, members, known
        self.asked = None if asked is None else frozenset(asked)
        self.initial = {"heard_on": today, **_initial(sheet, known)}
        self.places: dict[str, tuple[Spot, Field]] = {}
        for one in self._whole():
            self.fields[name_of(one[0])] = _field_of(one[1])
            self.places[name_of(one[0])] = one
        self.fields["papers"].label = _("様式そのものを付ける")
        if not own:
            del self.fields["own_form"], self.fields["own_form_at"], self.fields["papers"]

    def clean(self) -> dict[str, Any]:
        """What somebody typed where the sheet has no place any more (the person left, say) is told, and not dropped in silence."""
        sent = cast(QueryDict, self.data)
        for name in sent:
            found = PLACE.fullmatch(name)
            values = tuple(one.strip() for one in sent.getlist(name) if one.strip()) if found else ()
            if found and values and name not in self.places and not _alike(values, self.known.get(_spot(name), ())):
                self.add_error(None, _homeless(self.sheet, name, values))
        return self.cleaned_data

    def said(self) -> dict[Spot, tuple[str, ...]]:
        """What was changed."""
        return {self.places[name][0]: _values(self.cleaned_data[name]) for name in self.changed()}

    def changed(self) -> list[str]:
        """Where something else is written than stood there; also what could not be read."""
        stood = set(self.data.get("stood", "").split())
        return [name for name in self.places if name in self.errors or self._differs(name, stood)]

    def _differs(self, name: str, stood: set[str]) -> bool:
        values = _values(self.cleaned_data.get(name))
        return not _alike(values, self.known.get(self.places[name][0], ())) and (bool(values) or name in stood)

    @property
    def stands(self) -> str:
        """The places where something is known, told to the page and sent back by it as `stood`."""
        return " ".join(name for name, (spot, _one) in self.places.items() if self.known.get(spot))

    def over(self, now: Answers) -> QueryDict:
        """What was sent, laid over what a later version says: the changes stay, everywhere else that version stands."""
        data, changed = cast(QueryDict, self.data).copy(), set(self.changed())
        for name, (spot, _one) in self.places.items():
            if name not in changed:
                data.setlist(name, list(now.get(spot, ())))
        return data

    @property
    def people(self) -> list[Whose]:
        found = [Whose(called, self._blocks(About.MEMBER, person)) for person, called in self.members]
        found.append(Whose(gettext("世帯ぜんたい"), self._blocks(About.HOUSEHOLD, None)))
        return [one for one in found if one.blocks]

    def _whole(self) -> list[tuple[Spot, Field]]:
        whose = [*((person, About.MEMBER) for person, _called in self.members), (None, About.HOUSEHOLD)]
        places: list[tuple[Spot, Field]] = [
            ((who, one.code), one) for who, about in whose for section in self.sheet.of(about) for one in section.fields
        ]
        return [place for place in places if self.asked is None or place[0] in self.asked]

    def _blocks(self, about: About, who: UUID | None) -> tuple[Block, ...]:
        blocks = [self._block(section, who) for section in self.sheet.of(about)]
        return tuple(one for one in blocks if one.fields)

    def _block(self, section: Section, who: UUID | None) -> Block:
        names = [name_of((who, one.code)) for one in section.fields]
        shown = tuple(self[name] for name in names if name in self.fields)
        return Block(section.title, section.first or self.asked is not None, shown)


def name_of(spot: Spot) -> str:
    who, code = spot
    return f"{who.hex if who else 'home'}-{code}"


def _spot(name: str) -> Spot:
    who, code = name.split("-", 1)
    return (None if who == "home" else UUID(who), code)


def _homeless(sheet: Sheet, name: str, values: tuple[str, ...]) -> str:
    who, code = _spot(name)
    one = sheet.field_of(About.MEMBER if who else About.HOUSEHOLD, code)
    words = {"label": one.label if one else "", "words": "、".join(one.options.get(v, v) if one else v for v in values)}
    return (
        gettext(
            "いまの画面にない欄に「%(label)s: %(words)s」と書かれていました。世帯の人か、シートの版がかわったためです。"
            "ここには残せません。要ることなら、ほかの欄か記録に書きうつしてから、もう一度「残す」を押してください。"
        )
        % words
    )


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Choices come in any order, and lines end as the browser ends them."""
    first, second = (sorted(value.replace("\r\n", "\n").strip() for value in values) for values in (one, other))
    return first == second


def _field_of(one: Field) -> forms.Field:
    hint = f"{REPORTED}{one.hint}" if one.reported else one.hint
    common: dict[str, Any] = {"label": one.label, "required": False, "help_text": hint}
    options = list(one.options.items())
    if one.kind is FieldKind.SEVERAL:
        return forms.MultipleChoiceField(choices=options, widget=forms.CheckboxSelectMultiple, **common)
    if options:
        choose = forms.RadioSelect if len(options) <= MOST_RADIOS else forms.Select
        return forms.ChoiceField(choices=[("", UNKNOWN), *options], widget=choose, **common)
    if one.kind is FieldKind.DAY:
        return DateWords(**common)
    if one.kind is FieldKind.NUMBER:
        return forms.IntegerField(min_value=0, **common)
    lines = forms.TextInput() if one.short else forms.Textarea(attrs={"rows": 2})
    return forms.CharField(max_length=5_000, widget=lines, **common)


def _initial(sheet: Sheet, known: Answers) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for (who, code), values in known.items():
        one = sheet.field_of(About.MEMBER if who else About.HOUSEHOLD, code)
        if one is None:
            continue
        if one.kind is FieldKind.SEVERAL:
            found[name_of((who, code))] = list(values)
        elif values:
            found[name_of((who, code))] = date.fromisoformat(values[0]) if one.kind is FieldKind.DAY else values[0]
    return found


def _values(value: Any) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, date):
        return (value.isoformat(),)
    return (str(value),) if value not in {None, ""} else ()
