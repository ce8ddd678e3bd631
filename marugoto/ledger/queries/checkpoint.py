"""How the seals stand: the last one, what waits for the next, and what was given out of the house."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from marugoto.ground.context import Looker
from marugoto.ground.transaction import looking
from marugoto.kernel.chain import Link, write_checkpoint
from marugoto.ledger.models import Checkpoint, Seal
from marugoto.ledger.queries.book import Book, moment

SHOWN = 10


@dataclass(frozen=True)
class Given:
    """A checkpoint that left the house; `by` is a duty."""

    number: int
    digest: str
    at: datetime
    by: UUID


@dataclass(frozen=True)
class Standing:
    """`number` and `sealed_at` of the last seal (0 and None: none yet); how many rows wait; the checkpoints, the latest first."""

    number: int
    sealed_at: datetime | None
    waiting: int
    given: tuple[Given, ...]


@looking
def standing(viewer: Looker, books: Sequence[Book]) -> Standing:
    last = Seal.objects.within(viewer.body).defer("rows").order_by("-number").first()
    reach = last.reach if last else {}
    waiting = sum(book.count(viewer.body, after=reach.get(book.name)) for book in books)
    rows = Checkpoint.objects.within(viewer.body).order_by("-made_at", "-number")[:SHOWN]
    given = tuple(Given(row.number, row.digest, row.made_at, row.by) for row in rows)
    return Standing(last.number if last else 0, last.made_at if last else None, waiting, given)


@looking
def last_given(viewer: Looker, *, name: str) -> str:
    """The last checkpoint as the text that is kept outside; empty when none was given."""
    row = Checkpoint.objects.within(viewer.body).order_by("-made_at", "-number").first()
    if row is None:
        return ""
    sealed = Seal.objects.within(viewer.body).filter(number=row.number).values_list("made_at", flat=True).first()
    link = Link(row.number, moment(sealed) if sealed else "", "", b"", row.digest)
    return write_checkpoint(viewer.body, name, link, moment(row.made_at))
