"""Which fields a table needs: those of the household's open needs, and whoever holds one of them.

Which trouble belongs to which field is our own reading of the boxes of the 相談受付・申込票, no official table.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from marugoto.agencies.codes import Field
from marugoto.intake.rules.troubles import TroubleCode

FIELD_OF: Mapping[str, Field] = {
    TroubleCode.ILLNESS: Field.HEALTH,
    TroubleCode.HOUSING: Field.HOUSING,
    TroubleCode.INCOME: Field.POVERTY,
    TroubleCode.RENT: Field.HOUSING,
    TroubleCode.BILLS: Field.TAX,
    TroubleCode.DEBT: Field.POVERTY,
    TroubleCode.JOB_SEARCH: Field.WORK,
    TroubleCode.JOB_TROUBLE: Field.WORK,
    TroubleCode.NEIGHBOURS: Field.COMMUNITY,
    TroubleCode.FAMILY: Field.GENERAL,
    TroubleCode.CHILDCARE: Field.CHILD,
    TroubleCode.CARE: Field.AGED,
    TroubleCode.WITHDRAWAL: Field.COMMUNITY,
    TroubleCode.VIOLENCE: Field.GENERAL,
    TroubleCode.FOOD: Field.POVERTY,
}


@dataclass(frozen=True)
class OpenNeed:
    """As far as the table has to know it: its number, its theme, and in which field it is held now."""

    number: int
    theme: str
    held_in: Field | None = None


@dataclass(frozen=True)
class Wanted:
    """A field that should sit: because of these needs, and because it holds those."""

    field: Field
    asked_by: tuple[int, ...] = ()
    holds: tuple[int, ...] = ()


def needed_fields(themes: Iterable[str]) -> frozenset[Field]:
    """What the needs themselves ask for; a theme of no field asks for none."""
    return frozenset(FIELD_OF[theme] for theme in themes if theme in FIELD_OF)


def wanted(needs: Iterable[OpenNeed], seated: Collection[Field]) -> list[Wanted]:
    """Fields nobody of which sits yet, in the order of the needs that ask for them."""
    asked: dict[Field, list[int]] = {}
    held: dict[Field, list[int]] = {}
    for need in sorted(needs, key=lambda one: one.number):
        field = FIELD_OF.get(need.theme)
        if field is not None:
            asked.setdefault(field, []).append(need.number)
        if need.held_in is not None:
            held.setdefault(need.held_in, []).append(need.number)
    fields = [field for field in dict.fromkeys([*asked, *held]) if field not in seated]
    return [Wanted(field, tuple(asked.get(field, ())), tuple(held.get(field, ()))) for field in fields]
