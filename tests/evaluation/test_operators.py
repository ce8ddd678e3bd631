"""The operators counted by hand, on days one can count with one's fingers; and what a correction does to every one of them."""

import pytest

from marugoto.evaluation.measures import (
    Among,
    Answered,
    Busiest,
    Coded,
    Count,
    Covered,
    Distinct,
    Lag,
    Measured,
    Net,
    Operator,
    Sequence,
    Silence,
    Survey,
    Window,
)
from marugoto.evaluation.queries import measured
from marugoto.evaluation.rules.figures import Share
from tests.database import unwalled
from tests.evaluation.facts import ELSEWHERE, Line, looked_at, name, share, tell, window
from tests.evaluation.samples import SAMPLES

pytestmark = pytest.mark.django_db

SOURCES = Distinct(kinds=("notice.received",), of="code_1")
TIES = Net(kinds=("ball.offered",), one="org", other="ref_1")
DOORS = Busiest(kinds=("intake.opened",), of="org")
LONELY = Survey(
    kinds=(Coded("survey.wave", "code_1", ("lonely",)),), asked="num_1", answered="num_2", good="num_3", last="num_4"
)


def values(measure: Lag | Silence, seen: Window) -> dict[int | None, int]:
    with unwalled():
        return dict(measured.spreads([(measure, seen)])[0].times)


def test_there_are_ten_operators_and_each_is_asked_by_hand_or_in_a_sample() -> None:
    assert {measure.operator for measure in SAMPLES.values()} == set(Operator)
    assert len(Operator) == 10


def test_different_ones_are_counted_once_and_the_unsaid_not_at_all() -> None:
    tell(
        [
            Line("notice.received", "a", 10, code="neighbour"),
            Line("notice.received", "b", 11, code="neighbour"),
            Line("notice.received", "c", 12, code="shop"),
            Line("notice.received", "d", 13),
            Line("notice.received", "e", 30, code="school"),
            Line("notice.received", "f", 12, code="clinic", body=ELSEWHERE),
        ]
    )
    assert share(SOURCES, window(0, 20)) == Share(2, 2)
    assert set(looked_at(SOURCES, window(0, 20))) == {name("b"), name("c")}


def test_different_ones_by_district() -> None:
    tell(
        [
            Line("notice.received", "a", 10, code="neighbour", area="north"),
            Line("notice.received", "b", 11, code="shop", area="north"),
            Line("notice.received", "c", 12, code="shop", area="south"),
        ]
    )
    with unwalled():
        assert measured.divided(SOURCES, ("area",), window(0, 20)) == {
            ("north",): Share(2, 2),
            ("south",): Share(1, 1),
        }


def test_of_the_facts_how_many_are_of_a_sort() -> None:
    tell([Line("goal.scored", "a", day, code=code) for day, code in ((1, "up"), (2, "up"), (3, "down"), (9, "up"))])
    up = Among(kinds=("goal.scored",), those=(Coded("goal.scored", "code_1", ("up",)),))
    assert share(up, window(1, 9)) == Share(3, 2)


def test_days_to_the_first_answer() -> None:
    tell(
        [
            Line("ball.caught", "never", 9),
            *(Line("intake.opened", matter, 10) for matter in ("same day", "third day", "fourth day", "never")),
            Line("ball.caught", "same day", 10),
            Line("ball.caught", "same day", 19),
            Line("ball.caught", "third day", 13),
            Line("ball.caught", "fourth day", 14),
            Line("intake.opened", "young", 18),
            Line("ball.caught", "young", 19),
        ]
    )
    soon = Lag(first=("intake.opened",), then=("ball.caught",), within=3)
    assert share(soon, window(0, 20)) == Share(n=4, k=2, running=1)
    assert values(soon, window(0, 20)) == {0: 1, 3: 1, 4: 1, None: 1}


@pytest.mark.parametrize(
    ("days", "longest"),
    [
        ([], None),
        ([10, 19], 8),  # the eleventh to the eighteenth
        ([10, 11, 12, 13, 14, 15, 16, 17, 18, 19], 0),
        ([14], 5),  # the fifteenth to the nineteenth
        ([17], 7),  # the tenth to the sixteenth
        ([12, 12, 15], 4),
        ([9, 12, 18, 20], 5),  # what lies outside breaks no silence
    ],
)
def test_the_longest_silence(days: list[int], longest: int | None) -> None:
    tell([Line("field.visit", "a", day, area="north") for day in days])
    silent = Silence(kinds=("field.visit",), of="area", days=5)
    assert values(silent, window(10, 20)) == ({} if longest is None else {longest: 1})
    assert share(silent, window(10, 20)) == Share(int(longest is not None), int((longest or 0) > 5))


def test_districts_with_a_living_place() -> None:
    tell(
        [
            Line("gathering.held", "a", 1, area="north"),
            Line("gathering.held", "b", 10, area="south"),
            Line("intake.opened", "c", 12, area="east"),
            Line("intake.opened", "d", 12),
        ]
    )
    living = Covered(kinds=("gathering.held", "intake.opened"), seen=("gathering.held",), days=10)
    assert share(living, window(0, 20)) == Share(n=3, k=1)
    assert share(living, window(0, 19)) == Share(n=3, k=1)
    assert share(living, window(0, 11)) == Share(n=2, k=2)


def test_a_tie_is_one_however_often_and_from_whichever_side() -> None:
    def offered(one: str, other: str, day: int = 10) -> Line:
        return Line("ball.offered", f"{one} {other} {day}", day, org=one, offer=other)

    tell(
        [
            *(offered("welfare", "school", day) for day in (10, 11)),
            offered("school", "welfare"),
            offered("welfare", "clinic"),
            offered("welfare", "welfare"),
            offered("housing", ""),
            offered("housing", "police", 30),
        ]
    )
    assert share(TIES, window(0, 20)) == Share(n=3, k=2)
    assert share(TIES, window(0, 40)) == Share(n=5, k=3)
    assert share(TIES, window(50, 60)) == Share(0, 0)


def test_the_busiest_door() -> None:
    tell([Line("intake.opened", str(day), day, org=org) for day, org in enumerate(("a", "b", "a", "c", "a"))])
    assert share(DOORS, window(0, 10)) == Share(n=5, k=3)
    assert sum(done for done, _ in looked_at(DOORS, window(0, 10)).values()) == 3
    assert share(DOORS, window(20, 30)) == Share(0, 0)


def wave(day: int, asked: int, answered: int, good: int, *, item: str = "lonely", last: int = 0, **more: str) -> Line:
    return Line("survey.wave", item, day, due=asked, numbers=(answered, good, last or day), code=item, **more)


def test_the_last_wave_of_a_survey() -> None:
    tell([wave(5, 1000, 400, 90), wave(10, 1000, 450, 60), wave(11, 10, 9, 8, item="helped"), wave(30, 1000, 500, 50)])
    assert share(LONELY, window(0, 20)) == Share(n=450, k=60, running=550)
    assert share(LONELY, window(0, 6)) == Share(n=400, k=90, running=600)
    assert share(LONELY, window(12, 20)) == Share(0, 0)


def test_the_last_wave_is_that_which_was_asked_last_however_late_an_older_one_is_told() -> None:
    tell([wave(20, 1000, 400, 90, last=18), wave(25, 500, 300, 30, last=9), wave(26, 70, 60, 5, last=3)])
    assert share(LONELY, window(5, 30)) == Share(n=400, k=90, running=600)
    assert share(LONELY, window(19, 30)) == Share(0, 0), "all of them ended before the window"
    assert share(LONELY, window(5, 19)) == Share(0, 0), "none was told in it"
    tell([wave(27, 1000, 401, 91, last=18)], after=10)
    assert share(LONELY, window(5, 30)) == Share(n=401, k=91, running=599), "of one day the one told later"


def test_a_wave_on_the_first_and_on_the_last_day_of_the_window_is_of_it() -> None:
    tell([wave(10, 50, 40, 30, last=10)])
    assert share(LONELY, window(10, 11)) == Share(n=40, k=30, running=10)
    assert share(LONELY, window(11, 20)) == Share(0, 0)
    assert share(LONELY, window(0, 10)) == Share(0, 0)


def test_a_wave_put_right_counts_once_and_one_taken_back_not_at_all() -> None:
    tell([wave(5, 1000, 400, 90), wave(10, 1000, 450, 60, called="wrong")])
    tell([wave(12, 1000, 440, 66, last=10, corrects="wrong", called="again wrong")], after=10)
    assert share(LONELY, window(0, 20)) == Share(n=440, k=66, running=560)
    tell([Line("survey.withdrawn", "lonely", 13, corrects="again wrong")], after=20)
    assert share(LONELY, window(0, 20)) == Share(n=400, k=90, running=600), "the one before holds again"


def test_waves_by_district_are_each_the_last_of_it() -> None:
    tell([wave(5, 100, 50, 9, area="north"), wave(9, 80, 40, 8, area="south"), wave(7, 90, 45, 7, area="north")])
    with unwalled():
        text = LONELY.counted(("area",))
        rows = measured._rows(*measured._placed(text, window(0, 20)), window().body)
    assert sorted(rows) == [("north", 45, 7, 45), ("south", 40, 8, 40)]


CAUGHT = Sequence(first=("intake.opened",), then=("ball.caught",), days=3)
ENDED = Answered(first=("intake.opened",), then=("ball.caught",), good=("ball.caught",), key="ref_1")


@pytest.mark.parametrize(
    ("measure", "before", "after"),
    [
        (Count(kinds=("ball.caught",)), Share(1, 1), Share(1, 1)),
        (CAUGHT, Share(1, 1), Share(1, 0)),
        (ENDED, Share(1, 1), Share(1, 1)),
    ],
)
def test_what_is_corrected_counts_no_more_and_what_corrects_it_counts(
    measure: Measured, before: Share, after: Share
) -> None:
    tell([Line("intake.opened", "a", 10, offer="one"), Line("ball.caught", "a", 11, offer="one", called="too early")])
    assert share(measure, window()) == before
    tell([Line("ball.caught", "a", 17, offer="one", corrects="too early", called="again wrong")], after=10)
    assert share(measure, window()) == after
    tell([Line("fact.withdrawn", "a", 18, corrects="again wrong")], after=20)
    assert share(measure, window()).k == 0


def test_a_correction_of_another_town_corrects_nothing_here() -> None:
    tell([Line("ball.caught", "a", 11, called="ours")])
    tell([Line("fact.withdrawn", "a", 12, corrects="ours", body=ELSEWHERE)], after=10)
    assert share(Count(kinds=("ball.caught",)), window()) == Share(1, 1)
