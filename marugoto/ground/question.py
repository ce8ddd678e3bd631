"""A question to the database that is put many times in the same words: put together once, run each time.

To put a wide question into SQL takes longer than to answer it. `put_together_once` keeps the question for callers that narrow it
further; a `Question` keeps its SQL as well, with blanks for what differs from one asking to the next.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache, wraps
from json import dumps
from threading import local
from typing import Any, Generic, ParamSpec, TypeVar
from uuid import UUID
from weakref import WeakKeyDictionary

from django.db import connection, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, Expression, F, Field, Model, QuerySet, UUIDField
from django.db.models.query import ModelIterable, NamedValuesListIterable
from django.db.models.sql.compiler import SQLCompiler

P = ParamSpec("P")
M = TypeVar("M", bound=Model)
KEPT = 64  # for the days and bodies of the moment
APART = timedelta(
    days=397, hours=1, minutes=1, seconds=1
)  # two samples share neither year nor month, day, weekday nor hour


def put_together_once(build: Callable[P, QuerySet[M]]) -> Callable[P, QuerySet[M]]:
    """Keeps the question, never an answer: each caller gets a copy that has not run."""
    of_thread = local()  # Django counts joins within a question while it puts it into SQL: two threads would miscount

    @wraps(build)
    def asked(*args: P.args, **kwargs: P.kwargs) -> QuerySet[M]:
        if not hasattr(of_thread, "kept"):
            of_thread.kept = lru_cache(maxsize=KEPT)(build)
        kept: QuerySet[M] = of_thread.kept(*args, **kwargs)  # days and codes: always hashable
        return kept.all()

    return asked


class Ids(UUIDField):
    """A blank for ids, however many they are: their number does not change the words. Used with `Among`."""

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:
        if isinstance(value, UUID):  # a sample
            return super().get_db_prep_value(value, connection, prepared)
        several = [super(Ids, self).get_db_prep_value(one, connection, prepared) for one in set(value)]
        return several if connection.vendor == "postgresql" else dumps(several)


class Among(Expression):
    """A condition: the column holds one of the `Ids`."""

    conditional = True

    def __init__(self, column: str, ids: Any) -> None:
        super().__init__(output_field=BooleanField())
        self.column: Any = F(column)
        self.ids = ids

    def get_source_expressions(self) -> list[Any]:
        return [self.column]

    def set_source_expressions(self, exprs: Any) -> None:
        (self.column,) = exprs

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, tuple[Any, ...]]:
        column, params = compiler.compile(self.column)
        among = "IN (SELECT value FROM json_each(%s))" if connection.vendor == "sqlite" else "= ANY(%s)"
        return f"{column} {among}", (*params, Ids().get_db_prep_value(self.ids, connection))


class Question(Generic[M]):
    """Rows by a question whose words never change: `Question(build, day=models.DateField(), …)`, asked with one value for each blank.

    `build` takes the blanks by name and answers a queryset of rows, or a `values_list`, whose rows then answer by the names of their
    columns. It may use a blank only as it is, never reckon with it or decide by it: that is found out and refused when the question
    is put together (`ValueError`).
    """

    def __init__(self, build: Callable[..., QuerySet[M]], **blanks: "Field[Any, Any]") -> None:
        self.build, self.blanks = build, blanks

    def ask(self, **values: Any) -> list[M]:
        """Every row, as the queryset would give it. The answer is never kept. Nothing equals None in SQL: `ValueError`."""
        empty = sorted(name for name in self.blanks if values[name] is None)
        if empty:
            raise ValueError(f"a blank of {self.build} is None, which would find nothing: {empty}")
        words = self._words()
        filled = words.filled({name: self._for_database(name, values[name]) for name in self.blanks})
        words.compiler.as_sql = lambda *_, **__: (words.sql, filled)
        source: Any = _Source(words.compiler, words.model, words.columns)
        rows: Any = NamedValuesListIterable(source) if words.columns else ModelIterable(source)
        return list(rows)

    def one(self, **values: Any) -> M:
        """Raises `DoesNotExist` of the model when there is none."""
        found = self.ask(**values)
        if not found:
            raise self._words().model.DoesNotExist  # type: ignore[attr-defined]
        return found[0]

    def first(self, **values: Any) -> M | None:
        """The first in the order of the question."""
        return next(iter(self.ask(**values)), None)

    def _words(self) -> "_Words":
        kept: WeakKeyDictionary[Question[Any], _Words] | None = getattr(connection, "marugoto_questions", None)
        if kept is None:
            kept = WeakKeyDictionary()  # a question that nobody holds any more leaves nothing with the connection
            connection.marugoto_questions = kept  # type: ignore[attr-defined]  # one for each connection
        words = kept.get(self)
        if words is None:
            words = kept[self] = self._put_together()
        return words

    def _for_database(self, name: str, value: Any) -> Any:
        return self.blanks[name].get_db_prep_value(value, connection, prepared=False)

    def _put_together(self) -> "_Words":
        """Twice with different values: what differs are the blanks, and nothing else may."""
        numbered = list(enumerate(self.blanks.items()))
        samples = [{name: _sample(blank, 2 * at + turn) for at, (name, blank) in numbered} for turn in (0, 1)]
        rows = [self.build(**values) for values in samples]
        if not all(getattr(one, "scoped", True) for one in rows):
            raise ValueError("say within(body) or everywhere(why) in the question")
        compilers = [one.query.get_compiler(connection.alias) for one in rows]
        (sql, first), (again, second) = (compiler.as_sql() for compiler in compilers)
        forms = [{self._for_database(name, value): name for name, value in values.items()} for values in samples]
        places = {at: forms[0][value] for at, value in enumerate(first) if _is_in(value, forms[0])}
        others = {at: forms[1][value] for at, value in enumerate(second) if _is_in(value, forms[1])}
        fixed = all(one == other or at in places for at, (one, other) in enumerate(zip(first, second, strict=True)))
        if sql != again or places != others or not fixed or set(places.values()) != set(self.blanks):
            raise ValueError(f"a blank of {self.build} is not used as it is: {sorted(self.blanks)}")
        return _Words(sql, list(first), places, compilers[0], rows[0].model, rows[0]._fields)  # type: ignore[attr-defined]


@dataclass
class _Words:
    """A question as SQL, and which of its values are blanks. It belongs to one connection, as its compiler does."""

    sql: str
    values: list[Any]
    places: dict[int, str]
    compiler: Any
    model: type[Model]
    columns: tuple[str, ...] | None  # of a `values_list`

    def filled(self, values: dict[str, Any]) -> tuple[Any, ...]:
        return tuple(values[self.places[at]] if at in self.places else value for at, value in enumerate(self.values))


class _Source:
    """What Django reads rows from: a queryset in all that it asks for, with the compiler that has done its work already."""

    _known_related_objects: dict[Any, Any] = {}

    def __init__(self, compiler: Any, model: type[Model], columns: tuple[str, ...] | None) -> None:
        self.compiler, self.model, self.db, self.query, self._fields = compiler, model, connection.alias, self, columns

    def get_compiler(self, using: str | None = None) -> Any:
        return self.compiler


def _is_in(value: Any, known: dict[Any, str]) -> bool:
    try:
        return value in known
    except TypeError:  # a list of values cannot be one of ours
        return False


def _sample(blank: "Field[Any, Any]", number: int) -> Any:
    """A value that no question holds by itself."""
    if isinstance(blank, models.UUIDField):
        return UUID(int=(0xB1A4 << 100) + number)
    if isinstance(blank, models.DateTimeField):
        return datetime(1600, 1, 1, tzinfo=UTC) + number * APART
    if isinstance(blank, models.DateField):
        return date(1700, 1, 1) + number * APART
    if isinstance(blank, models.IntegerField):
        return -1_000_000_007 - number
    return f"\ue000{number}"
