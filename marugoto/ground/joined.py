"""The codes of several rows as one value, parted by commas: the same on SQLite and PostgreSQL."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Aggregate, CharField
from django.db.models.sql.compiler import SQLCompiler


class Joined(Aggregate):
    """Of a column of codes, in which no comma stands. In no order."""

    function = "STRING_AGG"
    template = "%(function)s(%(expressions)s, ',')"

    def __init__(self, column: str) -> None:
        super().__init__(column, output_field=CharField())

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **extra: Any) -> Any:
        return self.as_sql(compiler, connection, function="GROUP_CONCAT", **extra)
