"""A question to the database that is put many times in the same words: put together once, run each time."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

from django.db.models import Model, QuerySet

P = ParamSpec("P")
M = TypeVar("M", bound=Model)
KEPT = 64  # for the days and bodies of the moment


def put_together_once(build: Callable[P, QuerySet[M]]) -> Callable[P, QuerySet[M]]:
    """Keeps the question, never an answer: each caller gets a copy that has not run."""
    kept = lru_cache(maxsize=KEPT)(build)

    @wraps(build)
    def asked(*args: P.args, **kwargs: P.kwargs) -> QuerySet[M]:
        return kept(*args, **kwargs).all()  # type: ignore[arg-type]  # days and codes: always hashable

    return asked
