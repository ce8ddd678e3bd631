"""Seal what was written since the last seal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import IntegrityError

from marugoto.ground.transaction import acting, looking
from marugoto.kernel.chain import ENTRY, LETTERS, digest_of, entry
from marugoto.ledger.actions.fact import Teller
from marugoto.ledger.models import Seal
from marugoto.ledger.queries.book import Book, moment

STRETCH = 5_000  # rows of a seal at most
LOOK_BACK = timedelta(hours=1)


@dataclass
class _Stretch:
    """Rows for one seal."""

    rows: list[bytes] = field(default_factory=list)
    reach: dict[str, int] = field(default_factory=dict)


def seal(*, by: Teller, at: datetime, books: Sequence[Book]) -> int:
    """Cover every row that no seal covers yet; answers how many rows.

    A row takes its place when it is written and shows itself when its deed is done, so that an earlier place may still appear
    after a later one was sealed. Each run therefore looks at all that lies behind what was sealed an hour ago, and takes what
    no seal of that hour names. A deed that took longer is named by `verify` as a row without a seal.

    Two sealers at once: both make the seal of the same number, and one of them finds it taken. It writes nothing.
    """
    last, stretches = _unsealed(by, books, at)
    count = 0
    for stretch in stretches:
        try:
            last = _close(by=by, at=at, last=last, stretch=stretch)
        except IntegrityError:  # another sealer was quicker, and has sealed these rows
            return count
        count += len(stretch.rows)
    return count


@acting
def _close(*, by: Teller, at: datetime, last: Seal | None, stretch: _Stretch) -> Seal:
    number, previous, rows = (last.number + 1 if last else 1), (last.digest if last else ""), b"".join(stretch.rows)
    return Seal.objects.create(
        body=by.body,
        made_at=at,
        number=number,
        previous=previous,
        count=len(stretch.rows),
        rows=rows,
        reach=stretch.reach,
        digest=digest_of(by.body, number, moment(at), previous, rows),
    )


@looking
def _unsealed(by: Teller, books: Sequence[Book], at: datetime) -> tuple[Seal | None, list[_Stretch]]:
    """The last seal and, in stretches, what it and those before it do not cover."""
    seals = Seal.objects.within(by.body)
    base = seals.filter(made_at__lte=at - LOOK_BACK).defer("rows").order_by("-number").first()
    recent = list(seals.filter(number__gt=base.number if base else 0).defer("rows").order_by("number"))
    last = recent[-1] if recent else base
    reach = dict(last.reach) if last else {}
    behind = {book.name: _floor(book, base, reach) for book in books}
    # What one seal covers lies before its reach: only seals that reach further than we look back can name what we see.
    near = [one.pk for one in recent if any(one.reach.get(name, 0) > (floor or 0) for name, floor in behind.items())]
    covers = seals.filter(pk__in=near).values_list("rows", flat=True)
    known = {letter + key for rows in covers for letter, key, _, _ in ENTRY.iter_unpack(bytes(rows))}
    return last, list(_stretches(by, books, behind, known, reach))


def _floor(book: Book, base: Seal | None, reach: dict[str, int]) -> int | None:
    """Behind which place to look: what was sealed an hour ago; in the first hour of a chain, a good way before the last row."""
    if base is not None:
        found: int | None = base.reach.get(book.name)
        return found
    return reach[book.name] - book.margin if book.name in reach else None


def _stretches(
    by: Teller, books: Sequence[Book], behind: dict[str, int | None], known: set[bytes], reach: dict[str, int]
) -> Iterator[_Stretch]:
    stretch = _Stretch()
    for book in books:
        letter = LETTERS[book.name]
        for key, place, content in book.rows(by.body, after=behind[book.name]):
            if letter + key in known:
                continue
            stretch.rows.append(entry(book.name, key, place, content))
            reach[book.name] = max(place, reach.get(book.name, place))
            if len(stretch.rows) == STRETCH:
                stretch.reach = dict(reach)
                yield stretch
                stretch = _Stretch()
    if stretch.rows:
        stretch.reach = dict(reach)
        yield stretch
