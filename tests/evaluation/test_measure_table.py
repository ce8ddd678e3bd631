"""Figures held fast by half-year, and what of them a prefecture gets to know."""

import json
from datetime import UTC, date, datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction

from marugoto.agencies.queries.system import system_viewer
from marugoto.evaluation.actions.measure import compute
from marugoto.evaluation.actions.published import take_in
from marugoto.evaluation.events import HoursDeclared
from marugoto.evaluation.indicators import INDICATORS
from marugoto.evaluation.measures import Count, Window
from marugoto.evaluation.models import MeasureValue, PublishedMeasure
from marugoto.evaluation.queries.measure import MeasureTable, held, measure_table
from marugoto.evaluation.queries.published import published
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.suppression import Hidden
from marugoto.evaluation.standards import CRITERIA
from marugoto.ground.context import entered
from marugoto.kernel.decision import Refused
from marugoto.ledger.actions import announce
from tests.database import unwalled
from tests.evaluation.facts import Line, change_body, share, tell
from tests.town import AOMINE, HOTAKAZAWA, MINAMO, SHIOMI, Town, settle_town

pytestmark = pytest.mark.django_db

LAST = date(2026, 9, 30)
FIGURES = len(INDICATORS) + len(CRITERIA)
CHANGED = 5  # by more offers: answered, passed round, lying about, unattended (I06, I07, I08, I10), and the criterion made of them
LATER = 1_000  # numbers of facts told after the others
AT = datetime(2026, 10, 5, 1, 0, tzinfo=UTC)


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def answered(number: int, *, of: int, body: str = MINAMO, day: date = date(2026, 6, 1)) -> list[Line]:
    """Offers due within a week; the first `number` were caught the day after."""
    ordinal = day.toordinal()
    lines = []
    for one in range(of):
        offer = f"{body} {day} {one}"
        lines.append(Line("ball.offered", offer, ordinal, offer=offer, due=ordinal + 7, body=body))
        if one < number:
            lines.append(Line("ball.caught", offer, ordinal + 1, offer=offer, body=body, code="need"))
    return lines


def computed(body: str = MINAMO, at: datetime = AT) -> dict[str, MeasureValue]:
    return {row.code: row for row in compute(by=system_viewer(body, at), at=at, last=LAST)}


def table_of(body: str = MINAMO) -> MeasureTable:
    found = measure_table(system_viewer(body, AT), last=LAST)
    assert found is not None
    return found


def kept(model: type[MeasureValue] | type[PublishedMeasure]) -> int:
    with unwalled():
        return model.objects.everywhere("what is kept").count()


def test_a_figure_is_held_fast_once(town: Town) -> None:
    tell(answered(30, of=41))
    first = computed()
    assert (first["I06"].n, first["I06"].k, first["I06"].level) == (41, 30, None)
    assert (first["F2.2"].n, first["F2.2"].level) == (41, 2)
    again = computed()
    assert {row.pk for row in again.values()} == {row.pk for row in first.values()}
    assert kept(MeasureValue) == FIGURES


def test_what_is_learnt_later_is_another_edition(town: Town) -> None:
    tell(answered(30, of=41))
    computed()
    tell(answered(12, of=12, day=date(2026, 7, 1)), after=LATER)
    later = computed()
    assert (later["I06"].n, later["I06"].edition) == (53, 2)
    assert later["I01"].edition == 1
    assert [value.share.n for value in held(system_viewer(MINAMO, AT))["I06"]] == [53]
    assert kept(MeasureValue) == FIGURES + CHANGED


def test_a_day_that_still_runs_cannot_be_held_fast(town: Town) -> None:
    at = datetime(2026, 9, 30, 5, 0, tzinfo=UTC)
    with pytest.raises(Refused, match="9月30日"):
        compute(by=system_viewer(MINAMO, at), at=at, last=LAST)
    assert kept(MeasureValue) == 0


def test_one_town_computes_from_its_own_facts(town: Town) -> None:
    tell(answered(30, of=41) + answered(12, of=12, body=SHIOMI, day=date(2026, 7, 1)))
    assert computed(SHIOMI)["I06"].n == 12
    assert computed(HOTAKAZAWA)["I06"].n == 0
    assert computed(HOTAKAZAWA)["F2.2"].level is None


def test_small_numbers_stay_at_home(town: Town) -> None:
    """41 offers of which 6 were not answered: n may go, the 6 may not, and so neither may the 35."""
    tell(answered(35, of=41))
    computed()
    line = {line.code: line for line in table_of().lines}["I06"]
    assert (line.told.n, line.told.k, line.told.hidden) == (41, None, Hidden.FEW_LEFT)


def test_the_prefecture_gets_the_table_and_nothing_else(town: Town) -> None:
    tell(answered(30, of=41))
    computed()
    assert take_in(by=system_viewer(AOMINE, AT), at=AT, table=table_of()) == FIGURES
    assert take_in(by=system_viewer(AOMINE, AT), at=AT, table=table_of()) == 0  # the same once more
    figures = published(system_viewer(AOMINE, AT))
    assert figures[MINAMO, "I06"][0].told.n == 41
    assert published(system_viewer(MINAMO, AT)) == {}
    assert held(system_viewer(AOMINE, AT)) == {}


def test_the_latest_edition_is_what_the_prefecture_reads(town: Town) -> None:
    tell(answered(30, of=41))
    computed()
    prefecture = system_viewer(AOMINE, AT)
    take_in(by=prefecture, at=AT, table=table_of())
    tell(answered(12, of=12, day=date(2026, 7, 1)), after=LATER)
    computed()
    assert take_in(by=prefecture, at=AT, table=table_of()) == CHANGED
    assert [figure.told.n for figure in published(prefecture)[MINAMO, "I06"]] == [53]
    assert kept(PublishedMeasure) == FIGURES + CHANGED


def test_another_prefecture_is_refused(town: Town) -> None:
    computed()
    with pytest.raises(Refused, match="ほかの都道府県"):
        take_in(by=system_viewer(SHIOMI, AT), at=AT, table=table_of())


def test_numbers_for_practice_do_not_mix_with_real_ones(town: Town) -> None:
    computed()
    change_body(MINAMO, training=True)
    change_body(AOMINE, training=False)
    with pytest.raises(Refused, match="練習用"):
        take_in(by=system_viewer(AOMINE, AT), at=AT, table=table_of())
    assert kept(PublishedMeasure) == 0


def test_a_prefecture_itself_sends_nothing(town: Town) -> None:
    assert measure_table(system_viewer(AOMINE, AT), last=LAST) is None


def test_the_command_holds_fast_and_tells(town: Town) -> None:
    tell(answered(30, of=41))
    out = StringIO()
    call_command("measure", "--last", "令和8年9月30日", "--json", stdout=out)
    rows = {row["code"]: row for row in json.loads(out.getvalue())}
    assert set(rows) == {MINAMO, SHIOMI, HOTAKAZAWA}
    assert (rows[MINAMO]["held"], rows[MINAMO]["told"]) == (FIGURES, FIGURES)
    assert published(system_viewer(AOMINE, AT))[MINAMO, "I06"][0].told.n == 41
    assert held(system_viewer(MINAMO, AT))["I06"][0].share == Share(41, 30)


def test_a_body_of_no_residents_counts_and_tells_nothing(town: Town) -> None:
    tell(answered(35, of=41))
    change_body(MINAMO, population=0)
    assert (computed()["I06"].n, computed()["I06"].k) == (41, 35)
    lines = table_of().lines
    assert {(line.told.n, line.told.k, line.told.running, line.told.level) for line in lines} == {(None,) * 4}
    assert {line.told.hidden for line in lines} == {Hidden.TINY}


@pytest.mark.parametrize(
    ("at", "year"),
    [
        (datetime(2026, 3, 31, 14, 59, 59, 999_999, tzinfo=UTC), 2025),  # 23:59:59 in Japan
        (datetime(2026, 3, 31, 15, 0, tzinfo=UTC), 2026),  # midnight
    ],
)
def test_the_last_minute_of_a_year_belongs_to_it(town: Town, at: datetime, year: int) -> None:
    viewer = system_viewer(MINAMO, at)
    with transaction.atomic(), entered(viewer):
        announce(HoursDeclared(first=date(2025, 10, 1), last=date(2026, 3, 31), hours=40), by=viewer, at=at)
    told = Count(kinds=(HoursDeclared.kind,))
    years = {2025: (date(2025, 4, 1), date(2026, 3, 31)), 2026: (date(2026, 4, 1), date(2027, 3, 31))}
    found = {
        one: share(told, Window(MINAMO, first.toordinal(), last.toordinal() + 1, 10**6, 10**6)).n
        for one, (first, last) in years.items()
    }
    assert found == {2025: 0, 2026: 0} | {year: 1}
