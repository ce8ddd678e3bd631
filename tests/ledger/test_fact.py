"""The ledger: every fact in the same envelope, none changed after it was told, and what was wrong is told anew beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import ClassVar
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, transaction

from marugoto.agencies.viewer import Viewer
from marugoto.ground.context import entered
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import Refused
from marugoto.ledger.actions import announce, seal
from marugoto.ledger.events import Event
from marugoto.ledger.models import Fact, Seal
from marugoto.ledger.queries.book import FACTS
from marugoto.ledger.queries.chain import verify
from marugoto.ledger.queries.fact import of_matter, read
from tests.town import SHIOMI, Town, settle_town

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 11, 16, 0, 30, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class BellRung(Event):
    kind: ClassVar[str] = "bell.rung"
    version: ClassVar[int] = 3
    times: int


@dataclass(frozen=True, kw_only=True)
class BellHung(Event):
    kind: ClassVar[str] = "bell.hung"
    on: date


@pytest.fixture
def town(db: None) -> Town:
    """Settling a town tells facts of its own; the tests ask for the bell's."""
    return settle_town()


@acting
def tell(*, by: Viewer, at: datetime, event: Event, **more: UUID | str | None) -> UUID:
    return announce(event, by=by, at=at, **more)  # type: ignore[arg-type]


def rung(town: Town, times: int, at: datetime = MONDAY, who: str = "tanaka", **more: UUID | str | None) -> UUID:
    return tell(by=town(who), at=at, event=BellRung(times=times), **more)


def bells(town: Town, **more: int) -> list[Fact]:
    return read(town("hirata"), kinds=[BellRung.kind], **more)


def test_the_envelope_says_when_where_and_under_which_duty(town: Town) -> None:
    matter, subject = uuid4(), uuid4()
    uid = rung(town, 2, area="north", matter=matter, subject=subject)
    (fact,), tanaka, day = bells(town), town("tanaka"), date(2026, 11, 16)
    assert (fact.uid, fact.kind, fact.version, fact.num_1) == (uid, "bell.rung", 3, 2)
    assert (fact.body, fact.area, fact.org, fact.duty) == (tanaka.body, "north", tanaka.team, tanaka.duty)
    assert (fact.fy, fact.day, fact.bday) == (2026, day.toordinal(), tanaka.calendar.number(day))
    assert (fact.matter, fact.subject, fact.corrects) == (matter, subject, None)
    assert str(tanaka.worker) not in map(str, vars(fact).values())  # the duty told it, not the person


@pytest.mark.parametrize(
    ("at", "day", "year"),
    [
        (datetime(2027, 3, 31, 14, 59, tzinfo=UTC), date(2027, 3, 31), 2026),
        (datetime(2027, 3, 31, 15, 0, tzinfo=UTC), date(2027, 4, 1), 2027),  # midnight in Japan
        (datetime(2026, 12, 31, 15, 0, tzinfo=UTC), date(2027, 1, 1), 2026),
    ],
)
def test_days_and_years_are_those_of_japan(town: Town, at: datetime, day: date, year: int) -> None:
    rung(town, 1, at=at)
    (fact,) = bells(town)
    assert (fact.day, fact.fy) == (day.toordinal(), year)


def test_over_a_week_end_and_a_holiday_days_pass_and_no_opening_day(town: Town) -> None:
    for days in (4, 5, 6, 7, 8):  # Friday to Tuesday; that Monday is a holiday
        rung(town, days, at=MONDAY + timedelta(days=days))
    facts = bells(town)
    assert [fact.day - facts[0].day for fact in facts] == [0, 1, 2, 3, 4]
    assert [fact.bday - facts[0].bday for fact in facts] == [0, 0, 0, 0, 1]


def test_what_was_wrong_stays_and_the_right_one_points_at_it(town: Town) -> None:
    matter = uuid4()
    wrong = rung(town, 20, matter=matter)
    right = rung(town, 2, at=MONDAY + timedelta(days=1), matter=matter, corrects=wrong)
    told = of_matter(town("hirata"), matter=matter)
    assert [(fact.uid, fact.num_1, fact.corrects) for fact in told] == [(wrong, 20, None), (right, 2, wrong)]


@pytest.mark.postgres
@pytest.mark.parametrize("table", [Fact, Seal])
def test_the_application_may_add_and_never_change(town: Town, table: type[Fact] | type[Seal]) -> None:
    rung(town, 1)
    seal(by=town("tanaka"), at=MONDAY, books=(FACTS,))
    rows = table.objects.within(town.body)
    changes: tuple[Callable[[], object], ...] = (lambda: rows.update(body=SHIOMI), rows.delete)
    for change in changes:
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic(), entered(town("tanaka")):
            change()
    assert verify(town("hirata"), (FACTS,))
    assert len(bells(town)) == 1


@pytest.mark.postgres
def test_nobody_tells_a_fact_of_another_body(town: Town) -> None:
    row = Fact(kind="bell.rung", version=1, body=SHIOMI, fy=2026, day=1, bday=1, org=uuid4(), duty=uuid4())
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic(), entered(town("tanaka")):
        row.save(force_insert=True)


def test_a_fact_of_one_body_is_not_there_for_another(town: Town) -> None:
    matter = uuid4()
    rung(town, 1, matter=matter)
    town.body = SHIOMI
    elsewhere = town(next(worker for body, worker in town.settled.duties if body == SHIOMI))
    assert read(elsewhere, kinds=[BellRung.kind]) == []
    assert of_matter(elsewhere, matter=matter) == []


def test_they_are_read_in_their_order_by_kind_and_day_and_the_last_day_is_not_among_them(town: Town) -> None:
    for days in (2, 0, 1):
        rung(town, days, at=MONDAY + timedelta(days=days))
    tell(by=town("tanaka"), at=MONDAY, event=BellHung(on=date(2026, 11, 1)))
    first = date(2026, 11, 16).toordinal()
    assert [fact.num_1 for fact in bells(town)] == [2, 0, 1]
    assert [fact.num_1 for fact in bells(town, since_day=first, until_day=first + 2)] == [0, 1]
    assert BellHung.kind in {fact.kind for fact in read(town("hirata"))}


def test_a_deed_that_is_refused_leaves_no_fact(town: Town) -> None:
    @acting
    def rung_and_refused(*, by: Viewer, at: datetime) -> None:
        announce(BellRung(times=1), by=by, at=at)
        raise Refused("鐘がありません。")

    with pytest.raises(Refused):
        rung_and_refused(by=town("tanaka"), at=MONDAY)
    assert bells(town) == []
