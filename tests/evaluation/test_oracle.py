"""The database and plain Python give the same integers, in many small worlds made by chance; so the two databases agree with each other."""

import random
from collections import defaultdict

import pytest

from marugoto.evaluation.measures import Count, Measured, Repeated, Resting, Sequence, Window
from marugoto.evaluation.queries import measured
from marugoto.evaluation.rules.figures import Share
from tests.database import unwalled
from tests.evaluation.facts import BODY, ELSEWHERE, Line, tell

pytestmark = pytest.mark.django_db

DAYS = 120
KINDS = ("ball.placed", "ball.offered", "ball.caught", "ball.declined", "ball.touched", "ball.settled", "ball.reopened")
MEASURES: tuple[Measured, ...] = (
    Count(kinds=("ball.settled", "ball.declined")),
    Sequence(first=("ball.placed",), then=("ball.caught", "ball.touched"), within=3),
    Sequence(first=("ball.offered",), then=("ball.caught", "ball.declined"), due_column="num_1", key="ref_1"),
    Repeated(kinds=("ball.offered",), times=3),
    Resting(
        begins=("ball.placed", "ball.reopened"),
        ends=("ball.settled",),
        signs=("ball.touched", "ball.caught"),
        open_days=20,
        silent_days=10,
    ),
)


@pytest.mark.parametrize("seed", range(12))
def test_the_same_integers(seed: int) -> None:
    chance = random.Random(seed)
    lines = world(chance)
    tell(lines)
    windows = [a_window(chance) for _ in range(6)]
    asked = [(measure, seen) for measure in MEASURES for seen in windows]
    with unwalled():
        found = measured.shares(asked)
    assert found == [oracle(measure, lines, seen) for measure, seen in asked]
    assert any(share.k for share in found)


def test_the_rows_behind_add_up() -> None:
    chance = random.Random(99)
    lines = world(chance)
    tell(lines)
    for measure in MEASURES:
        seen = a_window(chance)
        with unwalled():
            rows = list(measured.matters(measure, seen))
        ended = [done for _, _, done, over in rows if over]
        assert Share(len(ended), sum(ended), len(rows) - len(ended)) == oracle(measure, lines, seen)


def world(chance: random.Random) -> list[Line]:
    """Facts in the order of their days, of few matters and offers, so that they meet; opening days run slower than days."""
    days = sorted(chance.randrange(DAYS) for _ in range(150))
    return [
        Line(
            kind=chance.choice(KINDS),
            matter=f"matter {chance.randrange(12)}",
            day=day + 1,
            bday=(day + 1) * 5 // 7 + 1,
            offer=f"offer {chance.randrange(8)}",
            due=day + 1 + chance.randrange(10),
            body=ELSEWHERE if chance.random() < 0.1 else BODY,
        )
        for day in days
    ]


def a_window(chance: random.Random) -> Window:
    since = chance.randrange(DAYS // 2)
    until = since + chance.randrange(1, DAYS)
    over = until - chance.randrange(2)
    return Window(BODY, since, until, over, over * 5 // 7 + 1)


# ---------------------------------------------------------------- the measures once more, in plain words


def oracle(measure: Measured, lines: list[Line], seen: Window) -> Share:
    here = [(place, line) for place, line in enumerate(lines) if line.body == BODY]
    if isinstance(measure, Count):
        number = sum(1 for _, line in here if line.kind in measure.kinds and within(line, seen))
        return Share(number, number)
    if isinstance(measure, Repeated):
        return repeated(measure, here, seen)
    if isinstance(measure, Resting):
        return resting(measure, here, seen)
    assert isinstance(measure, Sequence)
    return followed(measure, here, seen)


def within(line: Line, seen: Window) -> bool:
    return seen.since_day <= line.day < seen.until_day


def repeated(measure: Repeated, here: list[tuple[int, Line]], seen: Window) -> Share:
    times: defaultdict[str, int] = defaultdict(int)
    for _, line in here:
        times[line.matter] += line.kind in measure.kinds and within(line, seen)
    counts = [number for number in times.values() if number]
    return Share(len(counts), sum(1 for number in counts if number >= measure.times))


def resting(measure: Resting, here: list[tuple[int, Line]], seen: Window) -> Share:
    known = {*measure.begins, *measure.ends, *measure.signs}
    stories: defaultdict[str, list[Line]] = defaultdict(list)
    for _, line in here:
        if line.kind in known and line.day < seen.until_day:
            stories[line.matter].append(line)
    n = k = 0
    for story in stories.values():
        turns = [line.kind in measure.begins for line in story if line.kind in {*measure.begins, *measure.ends}]
        if turns and turns[-1]:
            n += 1
            today = seen.until_day - 1
            old = today - story[0].day > measure.open_days
            k += old and today - max(line.day for line in story) > measure.silent_days
    return Share(n, k)


def followed(measure: Sequence, here: list[tuple[int, Line]], seen: Window) -> Share:
    n = k = running = 0
    for place, line in here:
        if line.kind not in measure.first or not within(line, seen):
            continue
        last, over = limit(measure, line, seen)
        answers = [other for later, other in here if later > place and answers_to(measure, line, other)]
        running += not over
        n += over
        k += over and any((other.day if measure.due_column else other.bday) <= last for other in answers)
    return Share(n, k, running)


def limit(measure: Sequence, line: Line, seen: Window) -> tuple[int, bool]:
    if measure.due_column:
        assert line.due is not None
        return line.due, line.due < seen.over_day
    assert measure.within is not None
    return line.bday + measure.within, line.bday + measure.within < seen.over_bday


def answers_to(measure: Sequence, line: Line, other: Line) -> bool:
    same_offer = not measure.key or other.offer == line.offer
    return other.kind in measure.then and other.matter == line.matter and same_offer
