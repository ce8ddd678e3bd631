"""A row that is kept: whose it is (the data controller), when it was made, and a manager that fails closed."""

import uuid
from collections.abc import Iterator
from enum import Enum
from typing import Any, Self, TypeVar

from django.db import models


class Wall(Enum):
    """How PostgreSQL row security guards a table; `ground.rowsecurity` turns each into one policy without OR."""

    BODY = "body"  # the row's body equals the body under which the viewer acts
    FOLDER = "folder"  # the row's folder is among the viewer's visible folders
    LEDGER = "ledger"  # as BODY; may be added to, never changed
    DIRECTORY = "directory"  # names of offices and workers, no residents: readable by every signed-in worker
    FRAMEWORK = "framework"  # sessions, accounts, task queue: read before anybody's right is known


class Unscoped(RuntimeError):
    """A query was about to run without saying whose rows it wants."""


M_co = TypeVar("M_co", bound=models.Model, covariant=True)


class ScopedQuerySet(models.QuerySet[M_co]):
    """Refuses to run until `within(body)` or `everywhere(why)` was said."""

    scoped = False

    def _clone(self) -> Self:
        clone = super()._clone()  # type: ignore[misc]  # Django's own, but not in the stubs
        clone.scoped = self.scoped
        return clone

    def within(self, body: str) -> Self:
        """Only rows of this body (six-digit 団体コード)."""
        chosen = self.filter(body=body)
        chosen.scoped = True
        return chosen

    def everywhere(self, why: str) -> Self:
        """Rows of every body; `why` is for the reader of the code."""
        if not why:
            raise Unscoped("everywhere() needs its reason")
        chosen = self.all()
        chosen.scoped = True
        return chosen

    def _must_be_scoped(self) -> None:
        if not self.scoped:
            raise Unscoped(f"{self.model.__name__}: say within(body) or everywhere(why) first")

    def _fetch_all(self) -> None:
        if self._result_cache is None:
            self._must_be_scoped()
        super()._fetch_all()

    def iterator(self, chunk_size: int | None = None) -> Iterator[Any]:
        self._must_be_scoped()
        return super().iterator(chunk_size)

    def count(self) -> int:
        if self._result_cache is None:
            self._must_be_scoped()
        return super().count()

    def exists(self) -> bool:
        if self._result_cache is None:
            self._must_be_scoped()
        return super().exists()

    def aggregate(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        self._must_be_scoped()
        return super().aggregate(*args, **kwargs)

    def update(self, **kwargs: Any) -> int:
        self._must_be_scoped()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        self._must_be_scoped()
        return super().delete()


class Kept(models.Model):
    """Base of every table that belongs to a body. Ids cannot be guessed; `made_at` is given by the action."""

    wall = Wall.BODY

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    body = models.CharField(max_length=6, db_index=True)
    made_at = models.DateTimeField()

    objects = ScopedQuerySet.as_manager()

    class Meta:
        abstract = True
        base_manager_name = "passage"  # the path from a row to the row it points at needs no scope of its own

    passage = models.Manager()
