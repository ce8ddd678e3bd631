"""Two hands at once on PostgreSQL: of the last two lines the one cut second was the last, and so the ledger says."""

from uuid import UUID

import pytest

from marugoto.evaluation.actions import plan, plan_indicator
from marugoto.evaluation.codes import Standing
from marugoto.evaluation.events.plan import AimUnmeasured, MeansUnlinked
from marugoto.ledger.events import Event, layout
from marugoto.ledger.queries.fact import read
from tests.casework.test_beside import beside
from tests.reviewed import means, named
from tests.town import Town, settle_town

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def town(transactional_db: None) -> Town:
    return settle_town()


def left(town: Town, event: type[Event]) -> list[int]:
    return sorted(getattr(fact, layout(event)["left"]) for fact in read(town("hirata"), kinds=(event.kind,)))


def test_the_last_line_of_a_means(town: Town) -> None:
    about, planner = means(town).pk, town("hirata")
    lines = []
    for name in ("だれもひとりにしない", "困ったら声を出せる"):
        aim = plan.set_aim(by=planner, at=town.later(), name=name)
        lines.append(plan.link_means(by=planner, at=town.later(), aim=aim.pk, means=about).pk)
    at = town.later()
    cuts = [lambda one=one: plan.cut_line(by=planner, at=at, line=one) for one in lines]
    assert beside(*cuts) == []
    assert left(town, MeansUnlinked) == [0, 1]


@pytest.mark.parametrize("parked", [False, True])
def test_the_last_that_measures_an_aim(town: Town, parked: bool) -> None:
    planner, rows = town("hirata"), [named(town, name).pk for name in ("返事の割合", "つながった割合")]
    aim = plan.set_aim(by=planner, at=town.later(), name="だれもひとりにしない")
    lines = [plan.measure_aim(by=planner, at=town.later(), aim=aim.pk, indicator=row).pk for row in rows]
    at = town.later()

    def rests() -> None:
        plan_indicator.let_stand(by=planner, at=at, indicator=rows[1], to=Standing.PARKED, reason="使わない。")

    def cut(line: UUID) -> None:
        plan.cut_line(by=planner, at=at, line=line)

    assert beside(lambda: cut(lines[0]), rests if parked else lambda: cut(lines[1])) == []
    assert left(town, AimUnmeasured) == [0, 1]
