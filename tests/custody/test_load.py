"""Who carries too much: under all hats together, against the body's own bar, and never by a number alone."""

from datetime import timedelta

import pytest

from marugoto.agencies.actions import settle_duty
from marugoto.agencies.actions.profile import say_profile
from marugoto.agencies.codes import Difference, Role
from marugoto.agencies.models import Duty
from marugoto.agencies.queries.system import system_viewer
from marugoto.custody.actions import care
from marugoto.custody.actions.people import assign
from marugoto.custody.codes import BallState, Urgency
from marugoto.custody.queries import load, tower
from marugoto.custody.queries.load import LoadBook, loads
from marugoto.custody.rules.load import BAR, Load, Weight, bar_of, weigh
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from tests.custody.test_tower_pages import lived
from tests.custody.town import BODY, LONG_AGO, NOW, Town
from tests.database import unwalled
from tests.web.counting import counted

TOWER, ELSEWHERE = "森 由美", "990027"


@pytest.mark.parametrize(
    ("held", "late", "bar", "weight"),
    [
        (5, 0, 5, Weight.LIGHT),  # up to the bar
        (6, 0, 5, Weight.FULL),  # many, and all in time
        (1, 1, 5, Weight.BEHIND),  # few, and something is late
        (6, 1, 5, Weight.HEAVY),
        (90, 0, None, Weight.LIGHT),  # where no bar was set no number is too many
        (90, 1, None, Weight.BEHIND),
    ],
)
def test_a_number_alone_does_not_say_it(held: int, late: int, bar: int | None, weight: Weight) -> None:
    assert weigh(Load(held=held, late=late), bar) is weight


@pytest.mark.parametrize(("bar", "weight"), [(None, Weight.BEHIND), (5, Weight.BEHIND), (2, Weight.HEAVY)])
def test_whoever_calls_for_help_looks_no_lighter_for_it(bar: int | None, weight: Weight) -> None:
    """The late ball on which help is called for is counted as the call, and not as late any more."""
    assert weigh(Load(held=3, stuck=1), bar) is weigh(Load(held=3, late=1), bar) is weight


@pytest.mark.parametrize(("said", "bar"), [("12", 12), ("0", None), ("", None), ("多い", None), ("１２", None)])
def test_the_bar_is_what_the_body_says(said: str, bar: int | None) -> None:
    assert bar_of(said) == bar


def say_bar(town: Town, value: str) -> None:
    today = local_day(NOW)
    by = town.viewer("高木 修")
    say_profile(by=by, at=NOW, name=Difference.LOAD, value=value, since=today, source="係長会議")


def people(found: LoadBook) -> dict[str, tuple[Load, Weight]]:
    return {one.name: (one.load, one.weight) for one in found.people}


def second_hat(town: Town, worker: str, team: str) -> Duty:
    by = system_viewer(BODY, NOW)
    return settle_duty(
        by=by,
        at=NOW,
        worker=town.people[worker].worker,
        team=town.teams[team],
        name="兼務",
        roles=[Role.COUNSELLOR],
        since=LONG_AGO,
    )


@pytest.mark.django_db
def test_all_hats_of_a_person_are_read_together(town: Town) -> None:
    town.ball(at=NOW - timedelta(days=90))  # nobody touched it
    town.ball(urgency=Urgency.NOW)
    theirs = town.ball("包括")
    town.ball("包括")
    hat = second_hat(town, "田中 美咲", "包括")
    assign(by=town.viewer("包括"), at=NOW, ball=theirs.pk, in_charge=hat.pk)
    say_bar(town, "2")
    found = loads(town.viewer(TOWER))
    assert people(found) == {
        "田中 美咲": (Load(held=3, hasty=1, late=1), Weight.HEAVY),
        "小川 直子": (Load(held=1), Weight.LIGHT),
    }
    assert [one.name for one in found.people] == ["田中 美咲", "小川 直子"]
    assert found.people[0].teams == ("福祉総合相談 総合係", "北部地域包括 包括係")
    agencies = {one.name: (one.people, one.load.held, one.load.late, one.over) for one in found.agencies}
    assert agencies == {"福祉総合相談課": (2, 2, 1, 1), "北部地域包括支援センター": (3, 2, 0, 1)}


@pytest.mark.django_db
def test_without_a_bar_nobody_is_over_it_and_what_is_late_stands_first(town: Town) -> None:
    for _ in range(4):
        town.ball("包括")
    late = town.ball(at=NOW - timedelta(days=90))
    stuck = town.ball()
    care.call_stuck(by=town.viewer("総合"), at=NOW, ball=stuck.pk)
    found = loads(town.viewer(TOWER))
    assert found.bar is None
    assert [(one.name, one.weight) for one in found.people] == [
        ("田中 美咲", Weight.BEHIND),
        ("小川 直子", Weight.LIGHT),
    ]
    assert found.people[0].load == Load(held=2, late=1, stuck=1)
    worker = found.people[0].worker
    theirs = tower.all_open(town.viewer(TOWER), person=worker, state=BallState.LATE)
    assert ([face.ball for face in theirs.faces], theirs.count, theirs.open) == ([late.pk], 1, 6)


@pytest.mark.django_db
def test_the_bar_is_set_by_the_house_and_taken_back_with_nought(town: Town) -> None:
    town.ball()
    town.ball()
    say_bar(town, "1")
    assert loads(town.viewer(TOWER)).bar == 1
    with pytest.raises(Refused, match="200個"):
        say_bar(town, "201")
    tomorrow = NOW + timedelta(days=1)
    alone = {"by": town.viewer("総合"), "at": NOW, "name": BAR, "value": "9", "since": local_day(tomorrow)}
    with pytest.raises(Refused, match="庶務か課長"):
        say_profile(source="ひとりで", **alone)
    by = town.viewer("高木 修", tomorrow)
    say_profile(by=by, at=tomorrow, name=Difference.LOAD, value="0", since=local_day(tomorrow), source="やめた")
    assert loads(town.viewer(TOWER, tomorrow)).bar is None


@pytest.mark.django_db
def test_what_is_counted_in_sql_is_what_every_face_says(town: Town) -> None:
    """Forty balls in every state and of every urgency: as the rules in Python say it of each."""
    every = lived(town)
    (found,) = loads(town.viewer(TOWER)).people
    assert found.load == Load(
        held=len(every),
        hasty=sum(face.urgency in load.HASTY for face in every),
        late=sum(face.state is BallState.LATE for face in every),
        stuck=sum(face.state is BallState.STUCK for face in every),
    )
    assert found.load.late > 0 < found.load.stuck


@pytest.mark.django_db
def test_a_hat_is_one_row_however_many_balls_it_has(town: Town) -> None:
    for _ in range(4):
        town.ball()
        town.ball("包括")
    viewer = town.viewer(TOWER)
    loads(viewer)
    with counted() as few:
        loads(viewer)
    with unwalled():
        assert [one.held for _hat, one in load._carried(viewer).hats] == [4, 4]
    for _ in range(4):
        town.ball()
    with counted() as many:
        found = loads(viewer)
    assert len(many) == len(few)
    assert people(found) == {"田中 美咲": (Load(held=8), Weight.LIGHT), "小川 直子": (Load(held=4), Weight.LIGHT)}


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """A town of which it is too much to count the balls at every look."""
    monkeypatch.setattr(load, "MANY", 1)
    monkeypatch.setattr(load, "_known", {})


def held(found: LoadBook) -> int:
    return sum(one.load.held for one in found.people)


@pytest.mark.django_db
@pytest.mark.usefixtures("large")
def test_in_a_large_town_the_balls_are_counted_once_in_a_minute(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    town.ball()
    assert loads(town.viewer(TOWER)).as_of is None, "one ball is counted whenever somebody looks"
    town.ball()
    assert (held(loads(town.viewer(TOWER))), loads(town.viewer(TOWER)).as_of) == (2, NOW)
    town.ball()
    soon = NOW + timedelta(seconds=50)
    found = loads(town.viewer("原 一郎", soon))
    assert (held(found), found.as_of) == (2, NOW), "whoever looks from the tower sees the same"
    with counted() as asked:
        loads(town.viewer(TOWER, soon))
    assert "custody_ball" not in "".join(asked)
    monkeypatch.setattr(load, "SECONDS", -1)
    found = loads(town.viewer(TOWER, soon))
    assert (held(found), found.as_of) == (3, soon)


@pytest.mark.django_db
@pytest.mark.usefixtures("large")
def test_the_bar_is_kept_for_no_minute(town: Town) -> None:
    for _ in range(3):
        town.ball()
    assert loads(town.viewer(TOWER)).people[0].weight is Weight.LIGHT
    say_bar(town, "2")
    found = loads(town.viewer(TOWER))
    assert (found.people[0].weight, found.agencies[0].over) == (Weight.FULL, 1)


@pytest.mark.django_db
@pytest.mark.usefixtures("large")
def test_what_is_kept_is_of_one_body_and_one_day(town: Town) -> None:
    for _ in range(3):
        town.ball(at=NOW - timedelta(days=2))
    assert held(loads(town.viewer(TOWER))) == 3
    elsewhere = loads(system_viewer(ELSEWHERE, NOW))
    assert (elsewhere.people, elsewhere.as_of) == ((), None)
    tomorrow = NOW + timedelta(days=90)
    found = loads(town.viewer(TOWER, tomorrow))
    assert (found.people[0].load.late, found.as_of) == (3, tomorrow), "what is late hangs on the day"
