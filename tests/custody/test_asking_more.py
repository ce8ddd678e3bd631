"""Before it takes a ball a team may ask back once: the offer waits on, nobody's days are used up, and two teams read it."""

from datetime import timedelta

import pytest

from marugoto.custody.actions.asking_more import ask_more, reply
from marugoto.custody.actions.care import rescue
from marugoto.custody.actions.offer import catch, offer, withdraw
from marugoto.custody.codes import EndingKind, OfferReason, Stance, TidingKind
from marugoto.custody.models import Offer
from marugoto.custody.queries import offer as offers
from marugoto.custody.queries.ball import face
from marugoto.custody.queries.tiding import unread
from marugoto.custody.rules.asking_more import may_ask_more, may_reply
from marugoto.custody.rules.ball import Asked, Held
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.ledger.models import Fact
from tests.begun import heard
from tests.database import unwalled
from tests.town import Town, settle_town

HELD = Held("総合相談", "田中 美咲")
OPEN, OVER = Asked(to="北部包括", ended=None), Asked(to="北部包括", ended=EndingKind.WITHDRAWN)
ASKED, HOLDER = frozenset({Stance.OFFERED}), frozenset({Stance.HOLDER})
RESCUER = frozenset({Stance.RESCUER})


@pytest.mark.parametrize(
    ("stances", "asked", "worded", "before", "says"),
    [
        (ASKED, OPEN, True, False, ""),
        (HOLDER, OPEN, True, False, "聞き返せるのは"),
        (ASKED, OVER, True, False, "取り下げました"),
        (ASKED, OPEN, False, False, "書かれていません"),
        (ASKED, OPEN, True, True, "もう一度聞き返しています"),
    ],
)
def test_who_may_ask_back(stances: frozenset[Stance], asked: Asked, worded: bool, before: bool, says: str) -> None:
    found = may_ask_more(HELD, stances, asked, worded=worded, before=before)
    assert (bool(found), says in found.reason) == (not says, True)


@pytest.mark.parametrize(
    ("stances", "asked", "worded", "waiting", "offered", "says"),
    [
        (HOLDER, OPEN, True, True, False, ""),
        (ASKED, OPEN, True, True, False, "渡した係です"),
        (RESCUER, OPEN, True, True, False, "渡した係です"),
        (RESCUER, OPEN, True, True, True, ""),
        (ASKED, OPEN, True, True, True, "渡した係です"),
        (HOLDER, OVER, True, True, False, "取り下げました"),
        (HOLDER, OPEN, True, False, False, "ありません"),
        (HOLDER, OPEN, False, True, False, "書かれていません"),
    ],
)
def test_who_may_answer_it(
    stances: frozenset[Stance], asked: Asked, worded: bool, waiting: bool, offered: bool, says: str
) -> None:
    found = may_reply(HELD, stances, asked, worded=worded, waiting=waiting, offered=offered)
    assert (bool(found), says in found.reason) == (not says, True)


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def offered(town: Town) -> Offer:
    ball, to = heard(town).ball_id, town.team("north-care-desk")
    return offer(by=town("tanaka"), at=town.later(), ball=ball, to=to, reason=OfferReason.AREA, words="お願いします。")


def told(town: Town, worker: str) -> list[TidingKind]:
    return [one.kind for one in unread(town(worker))]


def test_it_is_asked_answered_and_caught_and_never_moved_before(town: Town) -> None:
    made = offered(town)
    due = made.due
    town.now += timedelta(days=3)
    ask_more(by=town("ogawa"), at=town.later(), offer=made.pk, words="通院は毎週ですか。")
    assert TidingKind.ASKED_BACK in told(town, "tanaka")
    assert face(town("tanaka"), made.ball_id).holder.id == town("tanaka").team  # type: ignore[union-attr]
    with pytest.raises(Refused, match="もう一度聞き返しています"):
        ask_more(by=town("ogawa"), at=town.later(), offer=made.pk, words="いつからですか。")
    town.now += timedelta(days=3)
    reply(by=town("tanaka"), at=town.later(), offer=made.pk, words="月に二度です。")
    assert TidingKind.REPLIED in told(town, "ogawa")
    page = offers.get(town("ogawa"), made.pk)
    assert page
    assert (page.question, page.reply, page.ended) == ("通院は毎週ですか。", "月に二度です。", None)
    assert page.due > due
    assert page.due > local_day(town.now)
    with pytest.raises(Refused, match="ありません"):
        reply(by=town("tanaka"), at=town.later(), offer=made.pk, words="もう一度。")
    assert catch(by=town("ogawa"), at=town.later(), offer=made.pk).holder_id == town("ogawa").team
    with unwalled():
        kinds = [one.kind for one in Fact.objects.everywhere("what was told").order_by("seq")]
    assert kinds.count("more.asked") == kinds.count("more.told") == 1


def test_two_teams_read_it_and_a_third_does_not(town: Town) -> None:
    made = offered(town)
    ask_more(by=town("ogawa"), at=town.later(), offer=made.pk, words="通院は毎週ですか。")
    for worker in ("mori", "yamashita"):
        assert offers.get(town(worker), made.pk) is None
    assert [one.question for one in offers.of_ball(town("tanaka"), made.ball_id)] == ["通院は毎週ですか。"]


def test_who_offered_in_the_holders_place_reads_the_question_and_answers_it(town: Town) -> None:
    ball, to = heard(town).ball_id, town.team("north-care-desk")
    town.now += timedelta(minutes=1)
    rescue(by=town("mori"), at=town.later(), ball=ball, until=local_day(town.now) + timedelta(days=5))
    made = offer(by=town("mori"), at=town.later(), ball=ball, to=to, reason=OfferReason.AREA, words="お願いします。")
    ask_more(by=town("ogawa"), at=town.later(), offer=made.pk, words="通院は毎週ですか。")
    assert TidingKind.ASKED_BACK in told(town, "mori")
    assert TidingKind.ASKED_BACK in told(town, "tanaka")
    for reader in (town("mori"), town("tanaka")):
        page = offers.get(reader, made.pk)
        assert page
        assert page.question == "通院は毎週ですか。"
        assert reader.sight.folders  # and the audit says so
    reply(by=town("mori"), at=town.later(), offer=made.pk, words="月に二度です。")
    assert offers.get(town("yamashita"), made.pk) is None


def test_who_rescues_answers_no_question_that_is_closed_to_him(town: Town) -> None:
    made = offered(town)
    ask_more(by=town("ogawa"), at=town.later(), offer=made.pk, words="通院は毎週ですか。")
    rescue(by=town("mori"), at=town.later(), ball=made.ball_id, until=local_day(town.now) + timedelta(days=5))
    assert offers.get(town("mori"), made.pk) is None
    with pytest.raises(Refused, match="渡した係です"):
        reply(by=town("mori"), at=town.later(), offer=made.pk, words="分かりません。")


def test_what_was_withdrawn_is_not_asked_about(town: Town) -> None:
    made = offered(town)
    withdraw(by=town("tanaka"), at=town.later(), offer=made.pk)
    with pytest.raises(Refused, match="取り下げました"):
        ask_more(by=town("ogawa"), at=town.later(), offer=made.pk, words="通院は毎週ですか。")
