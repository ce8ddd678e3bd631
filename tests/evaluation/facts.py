"""A small ledger written by hand: one line is one fact."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from uuid import UUID, uuid4, uuid5

from django.db import transaction

from marugoto.agencies.models import Body
from marugoto.agencies.queries.calendar import forget
from marugoto.agencies.queries.system import system_viewer
from marugoto.evaluation.measures import Measured, Window
from marugoto.evaluation.queries import measured
from marugoto.evaluation.rules.figures import Share
from marugoto.ground.context import entered
from marugoto.ledger.models import Fact
from tests.database import unwalled

BODY, ELSEWHERE = "990019", "990027"
SPACE = UUID(int=1)


@dataclass(frozen=True)
class Line:
    """`day` and `bday` as whole numbers, `due` as the first number, `offer` and `code` as the first reference and code of an event.

    `numbers`, `codes` and `refs` are its others, from the second on; a reference, and `org`, may be a real one. `called` gives it a name by which
    another one `corrects` it."""

    kind: str
    matter: str
    day: int
    bday: int = 0
    offer: str = ""
    due: int | None = None
    body: str = BODY
    code: str = ""
    codes: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    refs: tuple[str | UUID, ...] = ()
    area: str = ""
    org: str | UUID = "team"
    called: str = ""
    corrects: str = ""
    subject: str = ""


def name(word: str) -> UUID:
    return uuid5(SPACE, word)


def tell(lines: Iterable[Line], *, after: int = 0) -> None:
    """Write the facts in this order, with numbers after this one."""
    numbers = count(after + 1)
    rows = [
        Fact(
            seq=next(numbers),
            uid=name(line.called) if line.called else uuid4(),
            corrects=name(line.corrects) if line.corrects else None,
            kind=line.kind,
            version=1,
            body=line.body,
            fy=2026,
            day=line.day,
            bday=line.bday or line.day,
            org=_ref(line.org),
            duty=name("duty"),
            matter=name(line.matter),
            subject=name(line.subject) if line.subject else None,
            ref_1=name(line.offer) if line.offer else None,
            num_1=line.due,
            code_1=line.code,
            area=line.area,
            **{f"num_{place}": number for place, number in enumerate(line.numbers, start=2)},
            **{f"code_{place}": code for place, code in enumerate(line.codes, start=2)},
            **{f"ref_{place}": _ref(word) for place, word in enumerate(line.refs, start=2)},
        )
        for line in lines
    ]
    with unwalled():
        Fact.objects.bulk_create(rows)


def _ref(word: str | UUID) -> UUID:
    return word if isinstance(word, UUID) else name(word)


def window(since: int = 0, until: int = 1000, *, over: int | None = None, over_bday: int | None = None) -> Window:
    over = until if over is None else over
    return Window(BODY, since, until, over, over if over_bday is None else over_bday)


def share(measure: Measured, seen: Window) -> Share:
    """As the database answers it."""
    with unwalled():
        return measured.shares([(measure, seen)])[0]


def looked_at(measure: Measured, seen: Window) -> dict[UUID, tuple[bool, bool]]:
    """The matters behind it, each with fulfilled and ended."""
    with unwalled():
        return {matter: (done, ended) for matter, _, done, ended in measured.matters(measure, seen)}


def change_body(code: str, **values: object) -> None:
    """The directory says something else of a body from now on."""
    viewer = system_viewer(code, datetime(2026, 10, 1, tzinfo=UTC))
    with transaction.atomic(), entered(viewer):
        Body.objects.filter(pk=code).update(**values)
    forget()
