"""The control tower directs: what, until when; the holder does it or says why not, and it is counted."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from marugoto.custody.actions.asking import answer_asking, ask_holder, direct, take_back_asking
from marugoto.custody.actions.offer import catch, decline, offer
from marugoto.custody.codes import AskingEndingKind, Decliner, DeclineReason, OfferReason, Stance, TidingKind
from marugoto.custody.queries.asking import askings, directions
from marugoto.custody.queries.ball import face
from marugoto.custody.queries.tiding import unread
from marugoto.custody.queries.tower import BOUNCES, Directed, all_open
from marugoto.custody.rules.asking import Directing, may_answer_asking, may_direct
from marugoto.custody.rules.ball import Held
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.ledger.models import Fact
from tests.begun import heard
from tests.database import unwalled
from tests.town import Town, settle_town

HELD = Held("総合相談", "田中 美咲")
TOWER, HOLDER = frozenset({Stance.TOWER}), frozenset({Stance.HOLDER})
TODAY = date(2026, 11, 25)
GOOD = {"oversees": True, "open": False, "worded": True, "due": TODAY, "today": TODAY}


@pytest.mark.parametrize(
    ("held", "stances", "broken", "says"),
    [
        (HELD, TOWER, {}, ""),
        (HELD, TOWER, {"oversees": False}, "司令塔と課長"),
        (HELD, TOWER, {"open": True}, "返事を待っている"),
        (HELD, TOWER, {"worded": False}, "書かれていません"),
        (HELD, TOWER, {"due": TODAY - timedelta(days=1)}, "きょうより前"),
        (HELD, TOWER, {"due": TODAY + timedelta(days=93)}, "三か月より先"),
        (HELD, HOLDER, {}, "あなたの係が持っています"),
        (Held("総合相談", "田中 美咲", settled=True), TOWER, {}, "おわって"),
    ],
)
def test_who_may_direct_what(held: Held, stances: Any, broken: dict[str, Any], says: str) -> None:
    decision = may_direct(held, stances, Directing(**(GOOD | broken)))
    assert bool(decision) is not bool(says)
    assert says in decision.reason


@pytest.mark.parametrize(
    ("done", "worded", "says"),
    [
        (True, False, ""),
        (True, True, ""),
        (False, True, ""),
        (False, False, "書かれていません"),
        (None, True, "選ばれて"),
    ],
)
def test_what_was_done_needs_no_word_and_what_was_not_does(done: bool | None, worded: bool, says: str) -> None:
    decision = may_answer_asking(HELD, HOLDER, running=True, worded=worded, directed=True, done=done)
    assert bool(decision) is not bool(says)
    assert says in decision.reason


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def directed(town: Town, *, days: int = 3) -> UUID:
    ball = heard(town).ball_id
    at = town.later()
    direct(
        by=town("mori"),
        at=at,
        ball=ball,
        words="電話して、結果を知らせてください。",
        due=local_day(at) + timedelta(days=days),
    )
    return ball


def told(town: Town, worker: str) -> list[TidingKind]:
    return [one.kind for one in unread(town(worker))]


def test_it_is_heard_done_and_told_back(town: Town) -> None:
    ball = directed(town)
    now = face(town("tanaka"), ball)
    assert now
    assert now.asked_until == local_day(town.now) + timedelta(days=3)
    assert now.holder.id == town("tanaka").team
    assert TidingKind.DIRECTED in told(town, "tanaka")
    [line] = askings(town("tanaka"), ball)
    assert (line.directed, line.ended) == ("電話して、結果を知らせてください。", None)
    with pytest.raises(Refused, match="選ばれていません"):
        answer_asking(by=town("tanaka"), at=town.later(), ball=ball, words="しました。")
    answer_asking(by=town("tanaka"), at=town.later(), ball=ball, words="", done=True)
    assert TidingKind.DIRECTION_ENDED in told(town, "mori")
    [line] = askings(town("mori"), ball)
    assert line.ended is AskingEndingKind.DONE
    assert face(town("mori"), ball).asked_until is None  # type: ignore[union-attr]
    found = directions(town("mori"))
    assert (found.given, found.done, found.done_late, found.open) == (1, 1, 0, 0)
    with unwalled():
        kinds = [one.kind for one in Fact.objects.everywhere("what was told").order_by("seq")]
    assert kinds.count("holder.directed") == kinds.count("asking.ended") == 1


def test_why_not_is_said_and_read_by_two_teams_alone(town: Town) -> None:
    ball = directed(town)
    answer_asking(by=town("tanaka"), at=town.later(), ball=ball, words="三度かけたが、出ない。", done=False)
    [line] = askings(town("mori"), ball)
    assert (line.ended, line.words) == (AskingEndingKind.NOT_DONE, "三度かけたが、出ない。")
    [line] = askings(town("ogawa"), ball)
    assert (line.directed, line.words) == ("", "")
    assert directions(town("mori")).not_done == 1


def test_one_thing_at_a_time_and_it_can_be_taken_back(town: Town) -> None:
    ball = directed(town)
    with pytest.raises(Refused, match="もうたずねて"):
        ask_holder(by=town("mori"), at=town.later(), ball=ball)
    with pytest.raises(Refused, match="返事を待っている"):
        direct(by=town("mori"), at=town.later(), ball=ball, words="訪ねて。", due=local_day(town.now))
    take_back_asking(by=town("mori"), at=town.later(), ball=ball)
    assert directions(town("mori")).given == 0
    with pytest.raises(Refused, match="司令塔と課長"):
        direct(by=town("ogawa"), at=town.later(), ball=ball, words="訪ねて。", due=local_day(town.now))


def test_it_does_not_follow_the_ball_into_other_hands(town: Town) -> None:
    ball = directed(town)
    made = offer(
        by=town("tanaka"), at=town.later(), ball=ball, to=town.team("north-care-desk"), reason=OfferReason.AREA
    )
    catch(by=town("ogawa"), at=town.later(), offer=made.pk)
    assert face(town("ogawa"), ball).asked_until is None  # type: ignore[union-attr]
    assert TidingKind.DIRECTION_ENDED in told(town, "mori")
    [line] = askings(town("mori"), ball)
    assert line.ended is AskingEndingKind.MOVED


def test_the_tower_finds_what_is_late_and_what_bounces(town: Town) -> None:
    late, open_one = directed(town, days=0), directed(town)
    quiet = heard(town).ball_id
    tower = town("mori").at_moment(town.now + timedelta(days=2))
    assert {one.ball for one in all_open(tower, directed=Directed.LATE).faces} == {late}
    assert {one.ball for one in all_open(tower, directed=Directed.OPEN).faces} == {late, open_one}
    assert directions(tower).late == 1
    for _ in range(BOUNCES):
        assert quiet not in {one.ball for one in all_open(town("mori"), often=True).faces}
        made = offer(
            by=town("tanaka"), at=town.later(), ball=quiet, to=town.team("north-care-desk"), reason=OfferReason.AREA
        )
        decline(
            by=town("ogawa"),
            at=town.later(),
            offer=made.pk,
            declined_by=Decliner.AGENCY,
            reason=DeclineReason.NO_ROOM,
            words="来月なら受けられる。",
        )
    assert [(one.ball, one.passes) for one in all_open(town("mori"), often=True).faces] == [(quiet, BOUNCES)]
    theme = all_open(town("mori")).faces[0].theme
    assert all_open(town("mori"), theme=theme).count == 3
    assert all_open(town("mori"), theme="nothing").count == 0
