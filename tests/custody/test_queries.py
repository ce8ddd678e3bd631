"""Ball faces: what they say, in a number of queries that does not grow with the town."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from marugoto.custody.actions import care
from marugoto.custody.actions.limit import set_limit
from marugoto.custody.actions.offer import decline, offer
from marugoto.custody.actions.settlement import settle
from marugoto.custody.codes import BallState, DeclineReason, OfferReason, Outcome, Urgency
from marugoto.custody.models import Ball
from marugoto.custody.queries import ball as queries
from marugoto.custody.queries import tower
from marugoto.custody.rules.limit import Days
from marugoto.kernel.decision import Refused
from tests.custody.town import NOW, Town, later

pytestmark = pytest.mark.django_db


def give(town: Town, ball: Ball, to: str = "包括") -> object:
    return offer(by=town.viewer("総合"), at=NOW, ball=ball.pk, to=town.team(to), reason=OfferReason.EXPERTISE)


def counted(look: object) -> int:
    """Queries at the driver, without what enters and leaves the viewer's context."""
    with CaptureQueriesContext(
        connection,
    ) as caught:
        look()
    return sum(query["sql"].startswith("SELECT") for query in caught.captured_queries)


@pytest.mark.parametrize("name", ["held_by_team", "offered_to_us", "offered_by_us", "all_open", "accompanied_by_us"])
def test_lists_need_three_queries_for_few_and_for_many(town: Town, name: str) -> None:
    look, who = getattr(tower if name == "all_open" else queries, name), "包括" if name == "offered_to_us" else "総合"
    if name == "accompanied_by_us":
        who = "学校"
    needed = []
    for more in (3, 40):
        for _ in range(more):
            ball = town.ball()
            give(town, ball)
            care.accompany(by=town.viewer("総合"), at=NOW, ball=ball.pk, team=town.team("学校"))
        viewer = town.viewer(who)
        needed.append(counted(lambda viewer=viewer: look(viewer)))
    assert needed[0] == needed[1] <= 5
    found = look(town.viewer(who))
    assert (found.count if isinstance(found, tower.Page) else len(found)) == 43


def test_a_face_says_who_holds_it_and_until_when(town: Town) -> None:
    ball = town.ball()
    give(town, ball)
    found = queries.faces(town.viewer("森 由美"), [ball.matter, uuid4()])
    assert list(found) == [ball.matter]
    face = found[ball.matter]
    assert (face.holder.said, face.in_charge_name) == ("福祉総合相談 総合係", "田中 美咲")
    assert (face.state, face.open_days_left, face.number) == (BallState.OFFERED, 5, ball.number)
    assert face.offered_to is not None
    assert face.offered_to.said == "北部地域包括 包括係"


def test_pressing_things_come_first(town: Town) -> None:
    calm, stuck, declined, offered = (town.ball() for _ in range(4))
    care.call_stuck(by=town.viewer("総合"), at=NOW, ball=stuck.pk)
    give(town, offered)
    made = give(town, declined)
    decline(by=town.viewer("包括"), at=NOW, offer=made.pk, reason=DeclineReason.NO_ROOM, words="年明けなら")
    found = queries.held_by_team(town.viewer("総合"))
    assert [face.ball for face in found] == [stuck.pk, offered.pk, declined.pk, calm.pk]
    assert found[2].declined == 1
    assert [face.state for face in tower.all_open(town.viewer("森 由美"), state=BallState.STUCK).faces] == ["stuck"]


def test_a_settled_ball_is_on_no_list_and_still_has_its_face(town: Town) -> None:
    ball = town.ball()
    settle(by=town.viewer("総合"), at=later(1), ball=ball.pk, outcome=Outcome.ACHIEVED)
    viewer = town.viewer("総合", later(9))
    assert queries.held_by_team(viewer) == []
    assert queries.open_matters(viewer, [ball.matter]) == set()
    face = queries.faces(viewer, [ball.matter])[ball.matter]
    assert (face.state, face.outcome, face.due) == (BallState.SETTLED, Outcome.ACHIEVED, None)


def test_another_body_sees_nothing_of_it(town: Town) -> None:
    ball = town.ball()
    from dataclasses import replace

    stranger = replace(town.viewer("総合"), body="990027")
    assert queries.faces(stranger, [ball.matter]) == {}
    assert queries.face(stranger, ball.pk) is None
    assert queries.history(stranger, ball.pk) == []


def test_the_days_are_the_body_s_own(town: Town) -> None:
    by = town.viewer("高木 修")
    with pytest.raises(Refused, match="1日から"):
        set_limit(by=by, at=NOW, urgency=Urgency.USUAL, days=Days(0, 5), since=NOW.date(), reason="夏")
    mine = Days(answer=2, unattended=4)
    set_limit(by=by, at=NOW, urgency=Urgency.USUAL, days=mine, since=NOW.date(), reason="返事を早くする")
    made = give(town, town.ball())
    assert made.due.isoformat() == "2026-11-26"


def test_a_page_of_many_shows_how_many_there_are(town: Town) -> None:
    for _ in range(tower.PAGE + 2):
        town.ball()
    viewer = town.viewer("森 由美")
    first, second = tower.all_open(viewer), tower.all_open(viewer, page=2)
    assert (len(first.faces), len(second.faces), first.count, first.last) == (tower.PAGE, 2, tower.PAGE + 2, 2)
    assert not {face.ball for face in first.faces} & {face.ball for face in second.faces}
