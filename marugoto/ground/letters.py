"""References as letters: where very many are only compared and handed on, nobody needs an object for each."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import CharField, Func
from django.db.models.sql.compiler import SQLCompiler


class Letters(Func):
    """A reference in its 32 letters, alike from every database; what is missing stays missing."""

    arity = 1
    template = "%(expressions)s"  # SQLite keeps them so
    output_field = CharField()

    def as_postgresql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any
    ) -> tuple[str, list[Any]]:
        sql, params = self.as_sql(compiler, connection, template="encode(uuid_send(%(expressions)s), 'hex')", **context)
        return sql, list(params)
