"""The chain of seals of a body: checked here and now, or told line by line for a check elsewhere. Both by `kernel.chain`."""

import base64
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from marugoto.ground.context import Looker
from marugoto.ground.transaction import looking
from marugoto.kernel.chain import EXPORT, Check, Finding, Link
from marugoto.ledger.models import Checkpoint, Seal
from marugoto.ledger.queries.book import Book, moment

Write = Callable[[str], object]


@dataclass(frozen=True)
class Verdict:
    """What a check of a body's books found; `check` holds how much was looked at."""

    check: Check
    findings: tuple[Finding, ...]

    def __bool__(self) -> bool:
        return not self.findings


@looking
def verify(viewer: Looker, books: Iterable[Book], checkpoints: Mapping[int, str] | None = None) -> Verdict:
    """Every seal and every row; also against what left the house, as far as the house itself remembers it."""
    kept = Checkpoint.objects.within(viewer.body).values_list("number", "digest")
    check = Check(viewer.body, {**dict(kept), **(checkpoints or {})})
    for link in _links(viewer.body):
        check.seal(link)
    for book in books:
        for key, place, content in book.rows(viewer.body):
            check.row(book.name, key, place, content)
    return Verdict(check, tuple(check.findings()))


@looking
def export(viewer: Looker, books: Iterable[Book], *, name: str, write: Write) -> int:
    """Every line of the export, each given to `write`; answers how many rows."""
    write(_line({"format": EXPORT, "body": viewer.body, "name": name, "at": moment(viewer.at)}))
    for link in _links(viewer.body):
        rows = base64.b64encode(link.rows).decode()
        said = {"made_at": link.made_at, "previous": link.previous, "rows": rows, "digest": link.digest}
        write(_line({"seal": link.number, **said}))
    count = 0
    for book in books:
        for key, place, content in book.rows(viewer.body):
            write(_line({"row": book.name, "key": key.hex(), "place": place, "content": content}))
            count += 1
    return count


def _links(body: str) -> Iterator[Link]:
    for row in Seal.objects.within(body).order_by("number").iterator(chunk_size=50):
        yield Link(row.number, moment(row.made_at), row.previous, bytes(row.rows), row.digest)


def _line(said: dict[str, object]) -> str:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")) + "\n"
