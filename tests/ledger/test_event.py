"""What a fact may carry, and in which column it lies: told by the declared types alone."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

import pytest

from marugoto.ledger.events import CODE_LENGTH, Event, NotAFact, columns, layout

LANTERN, KEEPER = UUID(int=1), UUID(int=2)
LONG = "x" * (CODE_LENGTH + 1)


class Colour(StrEnum):
    RED = "red"
    LONG = LONG


@dataclass(frozen=True, kw_only=True)
class LanternLit(Event):
    kind: ClassVar[str] = "lantern.lit"
    lantern: UUID
    colour: Colour
    on: date
    keeper: UUID | None = None
    oil: int | None = None
    again: bool = False


def lit(**more: object) -> LanternLit:
    return LanternLit(**({"lantern": LANTERN, "colour": Colour.RED, "on": date(2026, 11, 16)} | more))  # type: ignore[arg-type]


def test_fields_lie_by_type_in_the_order_in_which_they_are_declared() -> None:
    assert layout(LanternLit) == {
        "lantern": "ref_1",
        "colour": "code_1",
        "on": "num_1",
        "keeper": "ref_2",
        "oil": "num_2",
        "again": "num_3",
    }


def test_a_day_is_a_whole_number_a_yes_is_one_and_what_is_unknown_is_not_there() -> None:
    laid = columns(lit(again=True))
    assert laid == {"ref_1": LANTERN, "code_1": "red", "num_1": date(2026, 11, 16).toordinal(), "num_3": 1}
    assert {type(value) for value in laid.values()} == {UUID, str, int}  # plain ones: no enum, no bool
    assert columns(lit(oil=0, keeper=KEEPER))["num_2"] == 0  # nought is known


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("lantern", "佐藤 誠"),
        ("colour", "red"),  # a word that came from outside, though it spells a code
        ("colour", Colour.LONG),
        ("oil", 1.5),
        ("oil", ["佐藤"]),
        ("on", "2026-11-16"),
    ],
)
def test_what_is_no_fact_is_refused_although_its_field_may_stand(field: str, value: object) -> None:
    with pytest.raises(NotAFact, match=field):
        columns(lit(**{field: value}))


@pytest.mark.parametrize("annotation", [str, float, list, str | None, UUID | str])
def test_words_have_no_column(annotation: type) -> None:
    @dataclass(frozen=True, kw_only=True)
    class Named(Event):
        name: annotation  # type: ignore[valid-type]

    with pytest.raises(NotAFact, match="may not stand in a fact"):
        layout(Named)


def test_there_are_three_places_for_references_and_no_fourth() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Crowd(Event):
        a: UUID
        b: UUID
        c: UUID
        d: UUID

    with pytest.raises(NotAFact, match="more than 3"):
        layout(Crowd)
