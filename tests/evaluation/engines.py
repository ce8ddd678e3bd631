"""The same facts given to every engine, and each asked the same."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from marugoto.evaluation.large import COLUMNS_KEPT, Facts, keep
from marugoto.evaluation.measures import Measured, Window
from marugoto.evaluation.queries import measured
from marugoto.evaluation.rules.figures import Share
from marugoto.ledger.models import Fact
from tests.database import unwalled
from tests.evaluation import oracle
from tests.evaluation.told import Book, Told

Asked = Sequence[tuple[Measured, Window]]


def deliver(told: Iterable[Told]) -> None:
    """Into the house's own database: what is there already is not written again."""
    rows = [Fact(version=1, **fact._asdict()) for fact in told]
    with unwalled():
        Fact.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)


def of_the_house(body: str, asked: Asked) -> list[Share]:
    with unwalled():
        return measured.shares([(measure, window_at(body, seen)) for measure, seen in asked])


def of_duckdb(told: Iterable[Told], folder: Path, asked: Asked, *, block: int = 10**6) -> Mapping[str, list[Share]]:
    file = folder / "facts.parquet"
    keep(([getattr(fact, name) for name in COLUMNS_KEPT] for fact in told), file)
    with Facts(file, block=block) as facts:
        return facts.shares(asked)


def of_plain_python(told: Iterable[Told], asked: Asked) -> list[Share]:
    book = Book(told)
    return [oracle.share(measure, book, seen) for measure, seen in asked]


def window_at(body: str, seen: Window) -> Window:
    return Window(body, seen.since_day, seen.until_day, seen.over_day, seen.over_bday)
