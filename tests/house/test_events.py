"""Facts: references, codes, numbers and dates only; a kind is a noun and what happened to it, and belongs to one event."""

import importlib
from collections import Counter
from dataclasses import dataclass, is_dataclass
from typing import ClassVar

import pytest

from marugoto.ledger.events import Event, NotAFact, layout
from tests.house.tree import python_files


def all_events() -> list[type[Event]]:
    """Every event declared in a package's events.py."""
    for path in python_files("events"):
        if path.parts[0] == "marugoto":
            importlib.import_module(".".join(path.with_suffix("").parts).removesuffix(".__init__"))
    return [event for event in _below(Event) if event.__module__.startswith("marugoto.")]


def faults_of(event: type[Event]) -> list[str]:
    faults = []
    if not is_dataclass(event) or not event.__dataclass_params__.frozen:  # type: ignore[attr-defined]
        faults.append("not a frozen dataclass")
    noun, dot, deed = getattr(event, "kind", "").partition(".")
    if not (noun.isidentifier() and dot and deed.isidentifier()):
        faults.append("its kind is not a noun and a deed")
    try:
        layout(event)
    except NotAFact as refused:
        faults.append(str(refused))
    return faults


def test_every_event_carries_facts_only() -> None:
    assert {event.__name__: found for event in all_events() if (found := faults_of(event))} == {}


def test_every_kind_belongs_to_one_event() -> None:
    counted = Counter(event.kind for event in all_events())
    assert [kind for kind, times in counted.items() if times > 1] == []


def test_there_are_events() -> None:
    assert len(all_events()) > 5


@pytest.mark.parametrize(("annotation", "why"), [(str, "free text"), (float, "a float"), (list, "a list")])
def test_an_event_with_words_in_it_is_caught(annotation: type, why: str) -> None:
    @dataclass(frozen=True, kw_only=True)
    class PersonNamed(Event):
        kind: ClassVar[str] = "person.named"
        name: annotation  # type: ignore[valid-type]

    assert faults_of(PersonNamed), why


def _below(event: type[Event]) -> list[type[Event]]:
    return [found for one in event.__subclasses__() for found in [one, *_below(one)]]
