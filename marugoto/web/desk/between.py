"""Two wrote the assessment sheet at the same time: where the later version differs from the one on which writing began."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from marugoto.casework.rules.assessment import spots
from marugoto.casework.sheets.sheet import Field, FieldKind
from marugoto.kernel.era import say_day
from marugoto.web.desk.forms.assessment import UNKNOWN, AssessmentForm, name_of


@dataclass(frozen=True)
class Difference:
    """`words`: what the later version says; `both`: whoever writes now changed the same place to something else."""

    called: str
    label: str
    words: str
    both: bool


def between(form: AssessmentForm, later: AssessmentForm) -> list[Difference]:
    """`form` as it was sent, over the version where it began; `later` the same over the version that stands now."""
    called: dict[UUID | None, str] = {None: _("世帯ぜんたい")} | dict(later.members)
    mine = set(form.changed()) & set(later.changed())
    return [
        Difference(called[spot[0]], one.label, _words(one, later.known.get(spot, ())), name_of(spot) in mine)
        for spot, one in spots(later.sheet, [who for who, _called in later.members])
        if form.known.get(spot, ()) != later.known.get(spot, ())
    ]


def _words(one: Field, values: tuple[str, ...]) -> str:
    if one.kind is FieldKind.DAY and values:
        return say_day(date.fromisoformat(values[0]))
    return "、".join(one.options.get(value, value) for value in values) or str(UNKNOWN)
