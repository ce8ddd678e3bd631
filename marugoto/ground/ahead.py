"""Days from several packages in one question: each tells its rows in the same columns, and the page that shows them joins them.

No package knows the other; none of these questions runs by itself.
"""

from typing import Any

from django.db.models import CharField, DateField, DateTimeField, F, IntegerField, QuerySet, UUIDField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

COLUMNS = ("row_kind", "row_ref", "row_folder", "row_title", "row_who", "row_day", "row_at", "row_n")
NO_FOLDER: Any = Cast(Value(None), UUIDField())
NO_DAY: Any = Cast(Value(None), DateField())
NO_MOMENT: Any = Cast(Value(None), DateTimeField())


def in_columns(
    rows: QuerySet[Any],
    kind: str,
    *,
    ref: str = "pk",
    folder: str | Combinable = "folder",
    title: str = "",
    who: str = "",
    day: str | Combinable = NO_DAY,
    at: str | Combinable = NO_MOMENT,
    n: Combinable | None = None,
) -> QuerySet[Any, Any]:
    """`title` and `who` name columns, or are empty; the others too, or are values."""
    said = {
        "row_kind": Value(kind, CharField()),
        "row_ref": Cast(F(ref), UUIDField()),
        "row_folder": Cast(_column(folder), UUIDField()),
        "row_title": Cast(F(title) if title else Value(""), CharField()),
        "row_who": Cast(F(who) if who else Value(""), CharField()),
        "row_day": _column(day),
        "row_at": _column(at),
        "row_n": Cast(n if n is not None else Value(0), IntegerField()),
    }
    return rows.order_by().annotate(**said).values_list(*COLUMNS)


def _column(said: str | Combinable) -> Any:
    return F(said) if isinstance(said, str) else said
