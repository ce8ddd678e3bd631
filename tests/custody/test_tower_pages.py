"""The control tower's pages in SQL say what every face says in Python: which balls, in which order, how many, of which team."""

from collections import Counter
from datetime import timedelta

import pytest

from marugoto.custody.actions import care
from marugoto.custody.actions.offer import decline, offer
from marugoto.custody.codes import BallState, DeclineReason, OfferReason, Urgency
from marugoto.custody.queries import tower
from marugoto.custody.queries.ball import faces
from marugoto.custody.queries.face import BallFace
from tests.custody.town import NOW, Town

pytestmark = pytest.mark.django_db
DAYS = 40


def lived(town: Town) -> list[BallFace]:
    """Forty days on each of which a ball comes, of every urgency; some wait, some come back, some ask for help, one is kept."""
    matters = []
    for number in range(DAYS):
        at = NOW - timedelta(days=number)
        ball = town.ball(at=at, urgency=list(Urgency)[number % 4])
        matters.append(ball.matter)
        if number % 5 in {1, 2}:
            asked = {"by": town.viewer("総合", at), "at": at, "ball": ball.pk, "to": town.team("包括")}
            made = offer(reason=OfferReason.EXPERTISE, **asked)
            if number % 5 == 2:
                no = {"by": town.viewer("包括", at), "at": at, "offer": made.pk, "words": "手が足りません"}
                decline(reason=DeclineReason.NO_ROOM, **no)
        if number % 7 == 3:
            care.call_stuck(by=town.viewer("総合", at), at=at, ball=ball.pk)
        if number == 8:
            care.rescue(by=town.viewer("森 由美"), at=NOW, ball=ball.pk, until=(NOW + timedelta(days=9)).date())
    return list(faces(town.viewer("森 由美"), matters).values())


def place(face: BallFace) -> tuple:
    rested = max(face.since, face.last_touch or face.since)
    return tower.ORDER.index(face.state), list(Urgency).index(face.urgency), rested, face.number


@pytest.mark.parametrize("few", [1_000, 0], ids=["sorted", "looked up"])
def test_the_pages_say_what_every_face_says(town: Town, few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tower, "FEW", few)
    every, viewer = lived(town), town.viewer("森 由美")
    assert {face.state for face in every} == set(BallState) - {BallState.SETTLED}
    for state in (None, *tower.ORDER):
        wanted = sorted((face for face in every if state in {None, face.state}), key=place)
        pages = [tower.all_open(viewer, state=state, page=number) for number in (1, 2, 3)]
        assert [face.ball for page in pages for face in page.faces] == [face.ball for face in wanted]
        assert {page.count for page in pages} == {len(wanted)}
        assert dict(pages[0].states) == Counter(face.state for face in every)  # of the whole town, whatever is chosen
    (team,) = (one for one in tower.all_open(viewer).teams if one.held)
    said = Counter(face.state for face in every)
    assert (team.held, team.late, team.stuck) == (DAYS, said[BallState.LATE], said[BallState.STUCK])


def test_in_a_large_town_the_numbers_are_kept_for_a_minute(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tower, "MANY", 1)
    monkeypatch.setattr(tower, "_known", {})
    viewer = town.viewer("森 由美")
    town.ball()
    assert tower.all_open(viewer).count == 1
    town.ball()
    assert tower.all_open(viewer).count == 1
    monkeypatch.setattr(tower, "SECONDS", -1)
    assert tower.all_open(viewer).count == 2


def test_what_was_kept_of_another_day_goes_when_the_next_is_counted(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tower, "MANY", 1)
    monkeypatch.setattr(tower, "_known", {})
    clock = [1000.0]
    monkeypatch.setattr(tower.time, "monotonic", lambda: clock[0])
    town.ball()
    for days in range(5):
        tower.all_open(town.viewer("森 由美", NOW + timedelta(days=days)))
        clock[0] += tower.SECONDS + 1
    assert len(tower._known) == 1
