"""New facts of every sort, batch after batch: what moves is what is counted from the first fact on, and whoever leaves something out is found."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from marugoto.evaluation.indicators import BY_CODE
from marugoto.evaluation.measures import Measured, Pieced, Survey
from marugoto.evaluation.measures.apart import adds_up, gathered_by, kinds_in
from marugoto.evaluation.queries import measured, part, recount
from marugoto.evaluation.queries.part import Part
from marugoto.evaluation.queries.tally import MEASURES, moved
from tests.database import take_statistics
from tests.evaluation.engines import deliver
from tests.evaluation.test_recount import AT, round_at, tables, whole_at
from tests.evaluation.told import Told
from tests.evaluation.world import World, windows
from tests.town import MINAMO, Town, settle_town

pytestmark = pytest.mark.django_db

COUNTED, NEW, LATE = 800, 120, 40


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def in_turn(seed: int, times: int, measures: Iterable[Measured]) -> Iterator[list[Told]]:
    """What was counted first; then each time the next days, what is told only now of earlier years, and some of it once more."""
    chance = Random(seed)
    told = list({fact.uid: fact for fact in World(seed, measures).body(MINAMO, COUNTED + times * NEW + 400)}.values())
    late = chance.sample(told[:COUNTED], times * LATE)
    yield [fact for fact in told[:COUNTED] if fact not in set(late)]
    number = 10_000
    for turn in range(times):
        days = told[COUNTED + turn * NEW : COUNTED + (turn + 1) * NEW]
        batch = chance.sample([*days, *late[turn * LATE : (turn + 1) * LATE]], NEW + LATE)
        yield [fact._replace(seq=number + place) for place, fact in enumerate(batch)] + chance.sample(
            told[:COUNTED], 20
        )
        number += 1_000


def counted_in_turn(seed: int, times: int = 2, measures: Iterable[Measured] = MEASURES) -> Iterator[bool]:
    """Does what moved agree with what is counted whole, time after time?"""
    for turn, batch in enumerate(in_turn(seed, times, measures)):
        deliver(batch)
        if not turn:
            take_statistics()
        at = AT + timedelta(minutes=5 * turn)
        round_at(at)
        yield tables() == whole_at(at)


@pytest.mark.parametrize("seed", range(20, 24))
def test_what_moved_is_what_is_counted_whole(town: Town, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    real = measured.tables
    monkeypatch.setattr(measured, "tables", lambda of: asked.append(len(of)) or real(of))
    turns = counted_in_turn(seed, 3)
    assert next(turns)
    asked.clear()
    assert list(turns) == [True] * 3
    assert set(asked[0::4]) <= {0, 1}, "only the middle of the goals was counted whole"


def test_no_measure_in_use_has_to_be_counted_whole() -> None:
    assert {type(one) for one in MEASURES if not (adds_up(one) or isinstance(one, Pieced))} == set()


def _no_rest(*about: object) -> Part | None:
    """Only what is new itself."""
    fresh = about[1]
    assert isinstance(fresh, part.Fresh)
    return Part(before=fresh.corrected, after=fresh.rows)


def _no_correction(body: str, top: int, lately: list[int]) -> part.Fresh | None:
    found = part.fresh_since(body, top, lately)
    return found and replace(found, corrected=[])


LEFT_OUT = {
    "what else one row is made of": (recount, "GROUPS", frozenset()),
    "a kind of facts": (recount, "kinds_in", lambda measure: frozenset(sorted(kinds_in(measure))[1:])),
    "the rest of a household": (part, "_with_households", lambda body, matters, gathered: set(matters)),
    "the rest of a matter": (recount, "part_of", _no_rest),
    "what was taken back": (recount, "fresh_since", _no_correction),
}


@pytest.mark.parametrize("what", LEFT_OUT)
def test_whoever_leaves_something_out_is_found(town: Town, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(*LEFT_OUT[what])
    of_households = [one for one in MEASURES if gathered_by(one)]
    assert not all(counted_in_turn(20, measures=of_households if "household" in what else MEASURES))


def test_a_wave_of_which_nobody_was_asked_stays_the_last() -> None:
    """Nothing but noughts would be taken for a piece of which nothing is left."""
    (survey,) = {one for one in MEASURES if isinstance(one, Survey) and one.kinds == BY_CODE["I40"].measure.kinds}
    earlier, empty = {(9, 1): (1, 40, 30, 10)}, {(9, 2): (1, 0, 0, 0)}
    assert "COUNT(*) AS times" in survey.pieces()
    assert moved(earlier, {}, empty) == earlier | empty
    assert survey.together(earlier | empty, windows()[0]) == {(): (0, 0, 0)}
    assert survey.together(moved(earlier | empty, empty, {}), windows()[0]) == {(): (40, 30, 10)}
