"""Tables: whose they are is on every row, keys point downwards and protect, migrations say what they do (STYLE 6, 15)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

from marugoto.ground.models import Kept
from marugoto.ground.rowsecurity import wall_of
from tests.house.test_packages import floors
from tests.house.tree import TOP, files, tree_of

# Tables without a body, each with its reason.
NOT_KEPT = {
    "ground.Submission": "a press of a button, kept before anybody's right is known; gone after a day",
    "ground.Counter": "a number per body and name, counted up in its place; it has a body of its own",
    "agencies.Body": "it is the body",
    "disclosure.LookAt": "an index of the looks that the database writes by itself; it has a body of its own",
    "ledger.Fact": "the envelope of facts has its own columns, the body among them",
}
NAMED = re.compile(r"^\d{4}_[a-z][a-z0-9_]+$")
SAYS_NOTHING = re.compile(r"_auto_|_alter_[a-z]+_options|_and_more$")


def our_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("marugoto.")]


def not_kept(found: list[type[models.Model]]) -> list[str]:
    """Models that neither derive Kept nor carry a body of their own with a reason above."""
    return [model._meta.label for model in found if not issubclass(model, Kept) and model._meta.label not in NOT_KEPT]


def wrong_keys(model: type[models.Model]) -> Iterator[str]:
    """Keys into another package that do not point downwards, do not protect, or open a way back."""
    order = floors()
    for field in model._meta.local_fields + model._meta.local_many_to_many:
        remote = getattr(field, "remote_field", None)
        if remote is None:
            continue
        here, there = _package(model), _package(remote.model)
        if here == there or there not in order:
            continue
        if order.index(there) >= order.index(here):
            yield f"{model._meta.label}.{field.name} points upwards"
        if getattr(remote, "on_delete", models.PROTECT) is not models.PROTECT:
            yield f"{model._meta.label}.{field.name} does not protect"
        if remote.related_name != "+":
            yield f"{model._meta.label}.{field.name} opens a way back"


def living_code(tree: ast.Module) -> list[str]:
    """Imports of our own code in a migration: it would change under the migration's feet. What makes many tables at once stays."""
    froms = (node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    names = (alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names)
    return [name for name in [*froms, *names] if name.startswith("marugoto.") and name != "marugoto.ground.tables"]


def migrations() -> list[Path]:
    return [path for path in files() if "migrations" in path.parts and path.suffix == ".py" and path.stem != "__init__"]


def test_every_table_belongs_to_a_body() -> None:
    assert not_kept(our_models()) == []


def test_every_table_declares_its_wall() -> None:
    assert [wall_of(model) for model in our_models()].count(None) == 0


def test_keys_into_other_packages_point_downwards_and_protect() -> None:
    assert [fault for model in our_models() for fault in wrong_keys(model)] == []


def test_exceptions_are_still_needed() -> None:
    labels = {model._meta.label: model for model in our_models()}
    assert [label for label in NOT_KEPT if label not in labels or issubclass(labels[label], Kept)] == []


def test_migrations_are_named_by_what_they_do() -> None:
    names = [path.stem for path in migrations()]
    assert [name for name in names if not NAMED.match(name) or SAYS_NOTHING.search(name)] == []


def test_migrations_use_no_living_code() -> None:
    assert {path: found for path in migrations() if (found := living_code(tree_of(path)))} == {}


def test_no_migration_is_missing() -> None:
    known = MigrationLoader(None)  # from the files alone, without a database
    found = MigrationAutodetector(known.project_state(), ProjectState.from_apps(apps))
    missing = found.changes(graph=known.graph)
    ours = {model._meta.app_label for model in our_models()}
    assert {app: [one.operations for one in made] for app, made in missing.items() if app in ours} == {}


def test_every_noun_of_a_table_is_in_the_glossary() -> None:
    known = nouns((TOP / "GLOSSARY.md").read_text(encoding="utf-8"))
    assert {model._meta.label: gone for model in our_models() if (gone := nouns(model.__name__) - known)} == {}


def nouns(text: str) -> set[str]:
    """The English words in a text, those inside a class name too: `DutyEnding` is a duty and an ending."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z0-9]+", text)}


def test_a_table_without_a_body_is_caught() -> None:
    assert not_kept([apps.get_model("sessions.Session")]) == ["sessions.Session"]


@pytest.mark.parametrize(
    ("target", "on_delete", "related_name", "fault"),
    [
        ("agencies.Body", models.CASCADE, "+", "does not protect"),
        ("agencies.Body", models.PROTECT, "balls", "opens a way back"),
        ("casework.Need", models.PROTECT, "+", "points upwards"),
    ],
)
def test_a_wrong_key_is_caught(target: str, on_delete: object, related_name: str, fault: str) -> None:
    class Stray(models.Model):
        key = models.ForeignKey(apps.get_model(target), on_delete, related_name=related_name)

        class Meta:
            app_label = "custody"
            apps = type(apps)()

    Stray.__module__ = "marugoto.custody.models"
    assert [found.split(".key ")[1] for found in wrong_keys(Stray)] == [fault]


def test_living_code_and_a_name_that_says_nothing_are_caught() -> None:
    assert living_code(ast.parse("from marugoto.custody.models import Ball")) == ["marugoto.custody.models"]
    assert SAYS_NOTHING.search("0002_auto_20261125_1200")
    assert nouns("DutyEnding") - nouns("| 役割 | Duty |") == {"ending"}
    assert nouns("DutyEnding") - nouns("| 役割の終わり | DutyEnding |") == set()


def _package(model: type[models.Model] | str) -> str:
    if isinstance(model, str):  # a key to a table that is not installed here
        return model.split(".")[0]
    parts = model.__module__.split(".")
    return parts[1] if parts[0] == "marugoto" else ""
