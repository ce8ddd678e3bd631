"""Which folders are open to a viewer."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, CharField, DateTimeField, F, Field, QuerySet, UUIDField
from django.db.models.expressions import Combinable, Expression
from django.db.models.sql.compiler import SQLCompiler

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import Part
from marugoto.disclosure.models import Folder
from marugoto.disclosure.queries.filter import visible_folders
from marugoto.ground.question import Question
from marugoto.ground.transaction import looking

_PLACES = re.compile(r"\{(\w+)\}")
NOBODY = UUID(int=0)
EYES: "dict[str, Field[Any, Any]]" = {
    "body": CharField(),
    "worker": UUIDField(),
    "duty": UUIDField(),
    "team": UUIDField(),
    "at": DateTimeField(),
}


class Open(Expression):
    """A condition for `filter`: the folder in this column is open to the viewer.

    `kinds`: of which kinds the folders in this column can only be. Rows that are found by something else are each asked about
    their one folder. With `first` PostgreSQL may begin with all that is open to the viewer, and find the rows by it; SQLite would
    list all of that anew for every row, and is never asked to.
    """

    conditional = True

    def __init__(
        self,
        viewer: Viewer,
        column: str | Combinable = "folder_id",
        *,
        kinds: tuple[str, ...] = (),
        first: bool = False,
    ) -> None:
        super().__init__(output_field=BooleanField())
        self.viewer = viewer
        self.kinds, self.first = kinds, first
        self.column: Any = F(column) if isinstance(column, str) else column

    def get_source_expressions(self) -> list[Any]:
        return [self.column]

    def set_source_expressions(self, exprs: Any) -> None:
        (self.column,) = exprs

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, tuple[Any, ...]]:
        column, params = compiler.compile(self.column)
        on_sqlite = connection.vendor == "sqlite"
        if params or (self.first and not on_sqlite):
            each = "" if on_sqlite else " OFFSET 0"
            text, values = _filled(visible_folders(self.kinds, each=each), _values(self.viewer))
            return f"{column} IN ({text})", (*params, *values)
        text, values = _filled(visible_folders(self.kinds, column, plus="+" if on_sqlite else ""), _values(self.viewer))
        if on_sqlite:
            return f"{column} IN ({text})", tuple(values)
        # Within CASE it stays a question about a row: as a condition of its own it would be one more table to join, five times over.
        return f"CASE WHEN EXISTS ({text}) THEN TRUE ELSE FALSE END", tuple(values)


def _values(viewer: Viewer) -> dict[str, Any]:
    return {
        "body": viewer.body,
        "team": _as_kept(viewer.team),
        "duty": _as_kept(viewer.duty),
        "worker": _as_kept(viewer.worker),
        "at": connection.ops.adapt_datetimefield_value(viewer.at),
    }


def _filled(text: str, values: dict[str, Any]) -> tuple[str, list[Any]]:
    return _PLACES.sub("%s", text), [values[name] for name in _PLACES.findall(text)]


class OpenQuestion(Question[Any]):
    """A question about what is open to whoever asks: `build` takes the viewer first, then its own blanks."""

    def __init__(self, build: Callable[..., QuerySet[Any]], **blanks: "Field[Any, Any]") -> None:
        def asked_by(body: str, worker: UUID, duty: UUID, team: UUID, at: datetime, **values: Any) -> QuerySet[Any]:
            viewer = Viewer(body=body, worker=worker, duty=duty, team=team, agency=NOBODY, roles=frozenset(), at=at)
            return build(viewer, **values)

        super().__init__(asked_by, **EYES, **blanks)

    def of(self, viewer: Viewer, **values: Any) -> list[Any]:
        return self.ask(**{name: getattr(viewer, name) for name in EYES}, **values)


@looking
def open_parts(viewer: Viewer, subject: UUID) -> frozenset[Part]:
    """Which parts of the subject are open to the viewer; nothing of what lies in them is shown."""
    folders = Folder.objects.within(viewer.body).filter(Open(viewer, "pk"), subject=subject)
    return frozenset(Part(part) for part in folders.values_list("part", flat=True))


def _as_kept(key: UUID) -> Any:
    return key if connection.features.has_native_uuid_field else key.hex
