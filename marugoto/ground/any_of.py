"""A condition with very many values: one list given at once, where the database takes lists, instead of a place for each."""

from collections.abc import Collection
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import F
from django.db.models.lookups import In
from django.db.models.sql.compiler import SQLCompiler


class AnyOf(In):
    """Equal to one of these; of none of them where there is none. For columns of references and numbers that an index finds: without one,
    a plan that holds for any list goes through the whole list for every row."""

    def __init__(self, column: F, values: Collection[Any]) -> None:
        super().__init__(column, list(values))

    def get_prep_lookup(self) -> list[Any]:
        """They are what they are: looked at once more, each of a thousand references would be made anew."""
        return list(self.rhs)

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, list[Any]]:
        left, params = self.process_lhs(compiler, connection)
        kind = self.lhs.output_field.cast_db_type(
            connection
        )  # of the column itself: only alike ones are looked up by hash
        say = _quoted if kind.startswith(("varchar", "text", "char")) else str
        told = f"{{{','.join(map(say, self.rhs))}}}"  # in one word: the driver would look at each value three times
        return f"{left} = ANY(%s::{kind}[])", [*params, told]


def _quoted(word: object) -> str:
    """As a word within a list: it may be empty, or hold what lists are written with."""
    return '"' + str(word).replace("\\", r"\\").replace('"', r"\"") + '"'
