"""Many tables made at once: the beginning of each package's migrations."""

from collections.abc import Sequence

from django.db import router
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class MakeTables(Operation):
    """What these operations would make one after the other, rendered once.

    Django renders every related table anew after each operation; where all tables hang together by their keys, that took
    nineteen twentieths of the time a new installation waits. Migrations import this, so it may not change what it does.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = list(operations)

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        state.__dict__.pop("apps", None)  # rendered again when it is next asked for
        for one in self.operations:
            one.state_forwards(app_label, state)

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        for name in self._names_in(schema_editor.connection.alias, app_label):
            schema_editor.create_model(to_state.apps.get_model(app_label, name))

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        for name in reversed(self._names_in(schema_editor.connection.alias, app_label)):
            schema_editor.delete_model(from_state.apps.get_model(app_label, name))

    def describe(self) -> str:
        return f"Make {len(self._names())} tables"

    def _names_in(self, alias: str, app_label: str) -> list[str]:
        """Of the tables that belong into this database; where none does, nothing is rendered."""
        return [name for name in self._names() if router.allow_migrate(alias, app_label, model_name=name.lower())]

    def _names(self) -> list[str]:
        return [one.name for one in self.operations if isinstance(one, CreateModel)]
