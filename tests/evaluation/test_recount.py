"""Figures that stand ready: what is counted piece by piece is what is counted whole, whatever order facts came in."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from django.db import transaction

from marugoto.agencies.queries.system import system_viewer
from marugoto.evaluation.actions.recount import (
    Round,
    ask_again,
    count_anew,
    count_everywhere,
    keep_counted,
    keep_weighed,
    weigh_anew,
)
from marugoto.evaluation.indicators import BY_CODE, INDICATORS, brought_depth, came_back, without_tower
from marugoto.evaluation.models import CountedFigure, Counting
from marugoto.evaluation.queries import measured
from marugoto.evaluation.queries.coordination import coordination
from marugoto.evaluation.queries.latest import OF_ONE_PAGE, latest
from marugoto.evaluation.queries.necessity import Needed, needed_last, weighed
from marugoto.evaluation.queries.recount import recounted
from marugoto.evaluation.queries.tally import Form, table_kept
from marugoto.evaluation.rules.anchor import half_years, this_year_and_the_last
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.outcome_years import last_of_years
from marugoto.evaluation.standards import CRITERIA
from marugoto.ground.context import entered
from marugoto.ground.transaction import reading
from marugoto.kernel.decision import Refused
from tests.database import take_statistics, unwalled
from tests.evaluation.engines import deliver
from tests.evaluation.facts import Line, tell
from tests.evaluation.told import Told
from tests.evaluation.world import World
from tests.town import MINAMO, Town, settle_town
from tests.web.counting import counted

pytestmark = pytest.mark.django_db

AT = datetime(2026, 10, 5, 1, 0, tzinfo=UTC)
MEASURES = [one.measure for one in INDICATORS] + [piece.measure for one in CRITERIA for piece in one.evidence.values()]


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def round_at(at: datetime = AT, *, whole: bool = False) -> Round:
    return count_anew(by=system_viewer(MINAMO, at), at=at, whole=whole)


def kept() -> dict[tuple[object, ...], object]:
    with unwalled():
        rows = list(CountedFigure.objects.everywhere("what stands ready"))
    return {
        (row.code, row.part, row.version, row.anchor): (row.form, row.n, row.k, row.running, row.rows) for row in rows
    }


def counting() -> Counting:
    with unwalled():
        return Counting.objects.everywhere("how far it was read").get()


def whole_at(at: datetime) -> dict[tuple[object, ...], object]:
    """Everything counted from the first fact on, and nothing kept."""
    viewer = system_viewer(MINAMO, at)
    with reading(viewer):
        found = recounted(viewer, whole=True)
    return {one.slot: table for one, _, table in found.figures}


def tables() -> dict[tuple[object, ...], object]:
    return {
        slot: table_kept(Form(form), (n, k, running), rows)  # type: ignore[arg-type, misc]
        for slot, (form, n, k, running, rows) in kept().items()  # type: ignore[misc]
    }


@pytest.mark.parametrize("seed", range(3))
def test_piece_by_piece_is_what_is_counted_whole(town: Town, seed: int) -> None:
    """Some facts show themselves late, some come twice, some correct what was counted long ago."""
    chance, told = Random(seed), World(seed, MEASURES).body(MINAMO, 900)
    late = {fact.seq for fact in chance.sample(told, 40)}
    deliver(fact for fact in told[:600] if fact.seq not in late)
    take_statistics()
    round_at()
    for number, (since, until) in enumerate(((600, 700), (700, 720), (720, 900)), start=1):
        at = AT + timedelta(minutes=5 * number)
        new = told[since:until] if number < 3 else [*told[since:until], *told[:600]]
        deliver(_mixed(chance, new))
        again = round_at(at)
        assert again.figures, "something was told"
        assert tables() == whole_at(at)
    assert any(any(table.values()) for table in tables().values())  # type: ignore[attr-defined]


def _mixed(chance: Random, told: list[Told]) -> Iterable[Told]:
    return chance.sample(told, len(told)) + chance.sample(told, len(told) // 10)


def test_one_new_fact_counts_little_again(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    deliver(World(7, MEASURES).body(MINAMO, 600))
    round_at()
    asked: list[int] = []
    real = measured.tables
    monkeypatch.setattr(measured, "tables", lambda of: asked.append(len(of)) or real(of))
    day = AT.date().toordinal() - 40
    tell([Line("ball.offered", "new", day, offer="new", due=day + 7)], after=10_000)
    found = round_at(AT + timedelta(minutes=5))
    assert asked == [0, 0], "offers add up over matters"
    assert 0 < (found.figures or 0) < 40
    assert tables() == whole_at(AT + timedelta(minutes=5))


def test_where_nothing_was_told_only_the_moment_moves(town: Town) -> None:
    deliver(World(8, MEASURES).body(MINAMO, 300))
    round_at()
    before, later = kept(), AT + timedelta(minutes=5)
    assert round_at(later).figures == 0
    assert kept() == before
    assert latest(system_viewer(MINAMO, later)).as_of == later


def test_a_new_day_is_counted_whole_and_the_old_one_goes(town: Town) -> None:
    deliver(World(9, MEASURES).body(MINAMO, 300))
    round_at()
    held, next_day = len(kept()), AT + timedelta(days=1)
    round_at(next_day)
    assert tables() == whole_at(next_day)
    found = latest(system_viewer(MINAMO, next_day))
    days = {found.today, found.before, *half_years(found.today)}
    days |= {*last_of_years(found.today), *this_year_and_the_last(found.today)}
    assert {anchor for _, _, _, anchor in kept()} == days
    assert abs(len(kept()) - held) < held // 2


def test_golden_the_share_that_is_kept(town: Town) -> None:
    """41 offers of 1 June, due a week later; 30 were caught the next day, one of them is taken back as an error afterwards."""
    day, lines = datetime(2026, 6, 1, tzinfo=UTC).date().toordinal(), []
    for number in range(41):
        name = f"offer {number}"
        lines.append(Line("ball.offered", name, day, offer=name, due=day + 7))
        if number < 30:
            lines.append(Line("ball.caught", name, day + 1, offer=name, called=f"caught {number}"))
    tell(lines)
    round_at()
    found, one = latest(system_viewer(MINAMO, AT)), BY_CODE["I06"]
    assert found.share(one, found.today) == Share(41, 30)
    assert found.share(one, found.before) == Share(0, 0)
    tell([Line("fact.corrected", "offer 3", day + 200, corrects="caught 3")], after=500)
    round_at(AT + timedelta(minutes=5))
    assert latest(system_viewer(MINAMO, AT)).share(one, found.today) == Share(41, 29)


def test_an_older_round_does_not_overwrite_a_newer_one(town: Town) -> None:
    viewer = system_viewer(MINAMO, AT)
    with reading(viewer):
        slow = recounted(viewer)
    round_at(AT + timedelta(minutes=1))
    with pytest.raises(Refused, match="もっと新しく"):
        keep_counted(by=viewer, at=AT, found=slow)
    assert counting().as_of == AT + timedelta(minutes=1)


def test_a_row_that_went_meanwhile_is_laid_down_again(town: Town) -> None:
    told = World(13, MEASURES).body(MINAMO, 700)
    deliver(told[:500])
    take_statistics()
    round_at()
    deliver(told[500:])
    later = system_viewer(MINAMO, AT + timedelta(minutes=5))
    with reading(later):
        found = recounted(later)
    assert found.rows, "they stand already"
    with transaction.atomic(), entered(later):
        CountedFigure.objects.within(MINAMO).delete()
    keep_counted(by=later, at=later.at, found=found)
    assert tables() == {one.slot: table for one, _, table in found.figures}


def test_another_definition_is_counted_anew_and_the_old_value_stays_marked(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    deliver(World(10, MEASURES).body(MINAMO, 300))
    round_at()
    found = latest(system_viewer(MINAMO, AT))
    share = found.share(BY_CODE["I01"], found.today)
    with unwalled():
        rows = CountedFigure.objects.everywhere("as an earlier edition left it").filter(code="I01")
        old = [CountedFigure(**_without_key(row) | {"version": "0", "n": row.n + 7}) for row in rows if not row.part]
        CountedFigure.objects.bulk_create(old)
    assert latest(system_viewer(MINAMO, AT)).older == {}, "the present one was counted"
    monkeypatch.setattr("marugoto.evaluation.queries.latest.VERSIONS", {"I01": "9"})
    later = latest(system_viewer(MINAMO, AT))
    assert later.share(BY_CODE["I01"], later.today) == Share(0, 0)
    assert later.older["I01"][0] in {"0", "1"}
    monkeypatch.undo()
    round_at(AT + timedelta(days=1))
    versions = {version for code, _, version, _ in kept() if code == "I01"}
    assert versions == {"0", str(BY_CODE["I01"].version)}
    assert share.n + share.running >= 0


def _without_key(row: CountedFigure) -> dict[str, object]:
    return {field.name: getattr(row, field.name) for field in row._meta.fields if field.name != "id"}


def test_a_definition_that_changed_without_a_version_is_counted_anew(town: Town) -> None:
    day, viewer = AT.date().toordinal(), system_viewer(MINAMO, AT)
    tell([Line("ball.offered", "one", day - 40, offer="one", due=day - 30)])
    round_at()
    right = kept()
    with transaction.atomic(), entered(viewer):
        other = CountedFigure.objects.within(MINAMO).filter(code="I06", part="")
        assert other.update(text="by another text", n=99) == 2
    assert kept() != right
    assert round_at(AT + timedelta(minutes=5)).figures == 2
    assert kept() == right


def test_what_the_round_found_is_weighed_and_kept_with_its_moment(town: Town) -> None:
    viewer, later = system_viewer(MINAMO, AT), AT + timedelta(minutes=5)
    assert needed_last(viewer) is None
    assert count_everywhere(at=AT, due=True)
    kept = needed_last(viewer)
    assert kept == Needed(weighed(viewer).headline, AT, waiting=False)
    round_at(later)
    assert needed_last(viewer) == kept, "until it is weighed again it says of when it is"
    earlier = weighed(system_viewer(MINAMO, later))
    round_at(later + timedelta(minutes=5))
    keep_weighed(by=viewer, found=earlier)
    assert needed_last(viewer) == kept, "a round that was overtaken keeps nothing"
    ask_again(by=town("hirata").at_moment(later), at=later + timedelta(minutes=6))
    waiting = needed_last(viewer)
    assert waiting is not None
    assert waiting.waiting
    assert count_everywhere(at=later + timedelta(minutes=7), due=False) == 1
    again = needed_last(viewer)
    assert again is not None
    assert (again.as_of, again.waiting) == (later + timedelta(minutes=7), False)


def test_what_was_counted_and_is_not_weighed_yet_still_waits(town: Town) -> None:
    viewer, later = system_viewer(MINAMO, AT), AT + timedelta(minutes=2)
    assert count_everywhere(at=AT, due=True)
    ask_again(by=town("hirata").at_moment(later), at=AT + timedelta(minutes=1))
    round_at(later)
    assert not latest(viewer).waiting
    found = needed_last(viewer)
    assert found is not None
    assert (found.as_of, found.waiting) == (AT, True)
    weigh_anew(by=system_viewer(MINAMO, later))
    found = needed_last(viewer)
    assert found is not None
    assert (found.as_of, found.waiting) == (later, False)


def test_who_waits_is_counted_first_and_once(town: Town) -> None:
    assert count_everywhere(at=AT, due=False) == 0
    planner = town("hirata")
    asked = planner.at + timedelta(seconds=1)
    ask_again(by=planner.at_moment(asked), at=asked)
    ask_again(by=planner.at_moment(asked), at=asked)
    assert latest(planner).waiting
    assert latest(planner).as_of is None
    assert count_everywhere(at=asked + timedelta(seconds=1), due=False) == 1
    assert not latest(planner).waiting
    assert count_everywhere(at=asked + timedelta(seconds=2), due=False) == 0


def test_a_counsellor_does_not_ask(town: Town) -> None:
    with pytest.raises(Refused, match="企画・課長・首長・調整役"):
        ask_again(by=town("tanaka"), at=AT)


def test_a_page_asks_two_questions_however_many_facts(town: Town) -> None:
    costs = []
    for number in (20, 300):
        deliver(World(number, MEASURES).body(MINAMO, number))
        round_at(AT + timedelta(days=number))
        with counted() as asked:
            found = latest(system_viewer(MINAMO, AT))
        costs.append(len([one for one in asked if "evaluation_" in one]))
        assert found.as_of
    assert costs == [2, 2]


def test_what_one_page_alone_reads_is_carried_by_no_other(town: Town) -> None:
    """A list with a row for every place, or for every two teams, grows with the town."""
    deliver(World(14, MEASURES).body(MINAMO, 50))
    round_at()
    viewer = system_viewer(MINAMO, AT)
    for code in OF_ONE_PAGE:
        assert latest(viewer, codes=[code]).has_tables(code), code
        assert not latest(viewer).has_tables(code), code
    assert latest(viewer).has(BY_CODE["I01"])


def test_one_body_s_figures_are_its_own(town: Town) -> None:
    tell([Line("ball.offered", "one", AT.date().toordinal() - 40, offer="one", due=AT.date().toordinal() - 30)])
    round_at()
    other = latest(system_viewer("990027", AT))
    assert other.as_of is None
    assert other.share(BY_CODE["I06"], other.today) == Share(0, 0)
    assert counting().body == MINAMO


def test_half_years_of_the_control_tower_stand_ready_too(town: Town) -> None:
    told = [one.measure for one in (brought_depth, without_tower, came_back)]
    deliver(World(12, told).body(MINAMO, 700))
    take_statistics()
    round_at()
    viewer = system_viewer(MINAMO, AT)
    assert coordination(viewer, counts=latest(viewer).counts) == coordination(viewer)
    assert any(one.brought.n for one in coordination(viewer).half_years)
