"""A book whose rows are sealed: which table, and how one of its rows is told to the chain."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Model

from marugoto.ledger.models import Fact

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
AT_ONCE = 5_000

Row = tuple[bytes, int, dict[str, Any]]  # key, place, content


@dataclass(frozen=True)
class Book:
    """`key` names the column that never changes, `place` the one that orders: a number, or a moment.

    `margin`: how far behind the last row one may still show itself that began before it.
    """

    name: str
    model: type[Model]
    key: str
    place: str
    margin: int

    def rows(self, body: str, *, after: int | None = None) -> Iterator[Row]:
        """In the order of their places; `after`: only what lies behind that place."""
        names = [
            field.attname for field in self.model._meta.concrete_fields if field.attname not in {self.key, self.place}
        ]
        asked = self._behind(body, after).order_by(self.place, self.key).values_list(self.key, self.place, *names)
        for key, place, *values in asked.iterator(chunk_size=AT_ONCE):
            yield key.bytes, _whole(place), {name: _plain(value) for name, value in zip(names, values, strict=True)}

    def count(self, body: str, *, after: int | None = None) -> int:
        """How many lie behind that place."""
        found: int = self._behind(body, after).count()
        return found

    def _behind(self, body: str, after: int | None) -> Any:
        found = self.model.objects.within(body)
        if after is None:
            return found
        of_moments = self.model._meta.get_field(self.place).get_internal_type() == "DateTimeField"
        return found.filter(**{f"{self.place}__gt": EPOCH + timedelta(microseconds=after) if of_moments else after})


FACTS = Book("fact", Fact, key="uid", place="seq", margin=20_000)


def moment(at: datetime) -> str:
    """A moment as it is sealed: always in the same words."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _whole(place: datetime | int) -> int:
    return (place - EPOCH) // timedelta(microseconds=1) if isinstance(place, datetime) else place


def _plain(value: Any) -> Any:
    if isinstance(value, UUID):
        return str(value)
    return moment(value) if isinstance(value, datetime) else value
