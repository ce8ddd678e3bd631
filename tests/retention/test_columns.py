"""Of every column with an id in it somebody has said whether it points at what can be destroyed."""

from django.apps import apps
from django.db import models

from marugoto.retention.reach import EMPTIED, OWNED, POINTERS, STAYS, UNLINKED, reached_models

# Ids of workers, duties, teams, places, conferences and letters, and of the process that works on a list: nobody who is supported.
OF_THE_HOUSE = {"by", "ended_by", "stopped_by", "worker", "duty", "team", "place", "conference", "to", "receiver"}
OF_THE_HOUSE |= {"number", "letter", "told_in", "hand"}
# What a column is called that is a row's own key, or one that follows from another column of the same row.
ITSELF = {"id", "entry_ref", "attachment_ref", "porch_ref", "folder", "origin"}


def columns() -> dict[str, set[str]]:
    """Ids without a key, table by table, in every package that keeps records of persons."""
    found = {}
    for model in [*reached_models(), *(apps.get_model(label) for label in STAYS)]:
        names = {
            field.name
            for field in model._meta.concrete_fields
            if isinstance(field, models.UUIDField) and not field.related_model and not field.primary_key
        }
        if names:
            found[model._meta.label] = names
    return found


def unsaid() -> dict[str, set[str]]:
    known = {label: set(names) for label, names in POINTERS.items()}
    return {
        label: left
        for label, names in columns().items()
        if (left := names - known.get(label, set()) - OF_THE_HOUSE - ITSELF) and label not in STAYS
    }


def test_no_id_was_forgotten() -> None:
    assert unsaid() == {}


def test_what_is_said_of_columns_is_still_there() -> None:
    for label, names in POINTERS.items():
        assert names
        assert set(names) <= columns()[label], label
    for label, names in OWNED.items():
        assert {apps.get_model(label)._meta.get_field(name).name for name in names} == set(names)
    for label, name in UNLINKED:
        assert apps.get_model(label)._meta.get_field(name).null
    assert {apps.get_model(whole) for whole, _, _ in EMPTIED}


def test_a_column_nobody_spoke_of_is_caught(monkeypatch: object) -> None:
    left = {label: names for label, names in POINTERS.items() if label != "disclosure.Consent"}
    said = set().union(*left.values()) - {"person"}
    assert columns()["disclosure.Consent"] - said - OF_THE_HOUSE - ITSELF == {"person"}
