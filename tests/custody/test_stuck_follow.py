"""With what a ball was stuck goes with the ball: whoever carries it now reads it, whoever only carried it before no more."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.need import add_need
from marugoto.custody.actions import care
from marugoto.custody.actions.care import accompany, add_to_call, call_stuck, end_rescue, rescue
from marugoto.custody.actions.hand_back import hand_back
from marugoto.custody.actions.offer import catch, offer
from marugoto.custody.actions.settlement import reopen, settle
from marugoto.custody.codes import LearntCode, OfferReason, Outcome
from marugoto.custody.queries import stuck as calls
from marugoto.disclosure.actions.restriction import restrict
from marugoto.disclosure.models import Folder
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from tests.agreed import handed_and_shut
from tests.begun import heard, supported
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db
WORDS, MORE = "三回訪ねて、会えていません。", "手紙を入れました。"
ALL = ("tanaka", "ogawa", "mori")


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def readers(town: Town, ball: UUID) -> dict[str, tuple[str, ...]]:
    """Who reads what, in the order in which it was written, of those who might."""
    town.later()
    lines = {who: tuple(one.words for one in calls.of_ball(town(who), ball).words)[::-1] for who in ALL}
    return {who: words for who, words in lines.items() if words}


def passed(town: Town, ball: UUID, sender: str, to: str) -> None:
    made = offer(by=town(sender), at=town.later(), ball=ball, to=town(to).team, reason=OfferReason.AREA)
    catch(by=town(to), at=town.later(), offer=made.pk)


def test_who_catches_it_reads_it_and_who_called_goes_on_reading(town: Town) -> None:
    ball = heard(town).ball_id
    call_stuck(by=town("tanaka"), at=town.later(), ball=ball, words=WORDS)
    made = offer(by=town("tanaka"), at=town.later(), ball=ball, to=town("ogawa").team, reason=OfferReason.AREA)
    add_to_call(by=town("tanaka"), at=town.later(), ball=ball, words=MORE)
    assert readers(town, ball).keys() == {"tanaka", "mori"}, "it has not moved yet"
    catch(by=town("ogawa"), at=town.later(), offer=made.pk)
    assert readers(town, ball) == dict.fromkeys(ALL, (WORDS, MORE))


def test_who_only_held_it_reads_it_no_more_and_again_when_it_comes_back(town: Town) -> None:
    ball = heard(town).ball_id
    call_stuck(by=town("tanaka"), at=town.later(), ball=ball, words=WORDS)
    passed(town, ball, "tanaka", "ogawa")
    passed(town, ball, "ogawa", "tanaka")
    assert readers(town, ball).keys() == {"tanaka", "mori"}
    passed(town, ball, "tanaka", "ogawa")
    assert readers(town, ball).keys() == set(ALL)
    call_stuck(by=town("ogawa"), at=town.later(), ball=ball, words=MORE)
    passed(town, ball, "ogawa", "tanaka")
    assert readers(town, ball) == {"tanaka": (WORDS, MORE), "ogawa": (MORE,), "mori": (WORDS, MORE)}


def test_handed_back_it_is_read_by_who_holds_it_again(town: Town) -> None:
    ball = handed_and_shut(town).ball_id
    call_stuck(by=town("ogawa"), at=town.later(), ball=ball, words=WORDS)
    assert readers(town, ball).keys() == {"ogawa", "mori"}
    hand_back(by=town("ogawa"), at=town.later(), ball=ball)
    assert readers(town, ball).keys() == set(ALL)


def test_what_a_companion_called_and_the_holder_added_is_read_by_both(town: Town) -> None:
    ball = heard(town).ball_id
    accompany(by=town("tanaka"), at=town.later(), ball=ball, team=town("ogawa").team)
    call_stuck(by=town("ogawa"), at=town.later(), ball=ball)
    add_to_call(by=town("tanaka"), at=town.later(), ball=ball, words=WORDS)
    assert readers(town, ball) == dict.fromkeys(ALL, (WORDS,))
    passed(town, ball, "tanaka", "ogawa")
    assert readers(town, ball).keys() == {"ogawa", "mori"}, "it wrote as the holder, and holds no more"


def test_a_companion_adds_to_the_holders_call_and_reads_it(town: Town) -> None:
    ball = heard(town).ball_id
    call_stuck(by=town("tanaka"), at=town.later(), ball=ball, words=WORDS)
    accompany(by=town("tanaka"), at=town.later(), ball=ball, team=town("ogawa").team)
    assert readers(town, ball).keys() == {"tanaka", "mori"}
    add_to_call(by=town("ogawa"), at=town.later(), ball=ball, words=MORE)
    assert readers(town, ball) == dict.fromkeys(ALL, (WORDS, MORE))


def test_the_tower_reads_it_also_when_it_held_the_ball_and_handed_it_on(town: Town) -> None:
    ball = heard(town).ball_id
    passed(town, ball, "tanaka", "mori")
    accompany(by=town("mori"), at=town.later(), ball=ball, team=town("ogawa").team)
    call_stuck(by=town("ogawa"), at=town.later(), ball=ball, words=WORDS)
    passed(town, ball, "mori", "tanaka")
    assert readers(town, ball) == dict.fromkeys(ALL, (WORDS,))


def elsewhere(town: Town) -> Viewer:
    """Who coordinates from another team than the one that answers calls."""
    return replace(town("fujii"), roles=frozenset({Role.COORDINATOR}))


def test_who_acts_for_the_holder_reads_it_until_that_is_over(town: Town) -> None:
    ball = heard(town).ball_id
    call_stuck(by=town("tanaka"), at=town.later(), ball=ball, words=WORDS)
    assert calls.of_ball(elsewhere(town), ball).words == []
    until = local_day(town.now) + timedelta(days=5)
    rescue(by=elsewhere(town), at=town.later(), ball=ball, until=until)
    assert [one.words for one in calls.of_ball(elsewhere(town), ball).words] == [WORDS]
    assert readers(town, ball).keys() == {"tanaka", "mori"}
    end_rescue(by=elsewhere(town), at=town.later(), ball=ball, learnt_code=LearntCode.NOT_YET)
    assert calls.of_ball(elsewhere(town), ball).words == []
    assert readers(town, ball).keys() == {"tanaka", "mori"}


def test_who_walks_along_and_wrote_while_acting_goes_on_reading_when_the_acting_is_over(town: Town) -> None:
    ball = heard(town).ball_id
    accompany(by=town("tanaka"), at=town.later(), ball=ball, team=elsewhere(town).team)
    call_stuck(by=town("tanaka"), at=town.later(), ball=ball, words=WORDS)
    rescue(by=elsewhere(town), at=town.later(), ball=ball, until=local_day(town.now) + timedelta(days=5))
    add_to_call(by=elsewhere(town), at=town.later(), ball=ball, words=MORE)
    end_rescue(by=elsewhere(town), at=town.later(), ball=ball, learnt_code=LearntCode.NOT_YET)
    assert [one.words for one in calls.of_ball(elsewhere(town), ball).words] == [MORE, WORDS]


def test_a_line_that_arrives_when_the_ball_was_just_caught_is_refused_and_nothing_is_kept(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is caught just before whoever writes has it in hand, and by that the call is answered: what is asked is asked of the ball as
    it is when it is held."""
    ball = heard(town).ball_id
    call_stuck(by=town("tanaka"), at=town.later(), ball=ball)
    made = offer(by=town("tanaka"), at=town.later(), ball=ball, to=town("ogawa").team, reason=OfferReason.AREA)

    def hold(_rows: object) -> None:
        monkeypatch.undo()
        catch(by=town("ogawa"), at=town.later(), offer=made.pk)

    monkeypatch.setattr(care, "hold", hold)
    with pytest.raises(Refused, match="もう返事があります"):
        add_to_call(by=town("tanaka"), at=town.later(), ball=ball, words=WORDS)
    assert readers(town, ball) == {}


def test_begun_again_it_is_read_by_who_held_it_last(town: Town) -> None:
    case = supported(town)
    need = add_need(by=town("tanaka"), at=town.later(), case=case, theme=TroubleCode.DEBT, title="借金の整理")
    call_stuck(by=town("tanaka"), at=town.later(), ball=need.ball_id, words=WORDS)
    passed(town, need.ball_id, "tanaka", "ogawa")
    settle(by=town("ogawa"), at=town.later(), ball=need.ball_id, outcome=Outcome.ACHIEVED)
    reopen(by=town("ogawa"), at=town.later(), ball=need.ball_id)
    assert readers(town, need.ball_id).keys() == set(ALL)


def test_what_is_shut_stays_shut_to_the_next_holder(town: Town) -> None:
    ball = heard(town).ball_id
    call = call_stuck(by=town("tanaka"), at=town.later(), ball=ball, words=WORDS).pk
    folders = Folder.objects.within(town.body).filter(subject=call)
    restrict(by=town("tanaka"), at=town.later(), folders=folders, listed=[town("tanaka").worker], reason="支援措置")
    passed(town, ball, "tanaka", "ogawa")
    assert readers(town, ball) == {"tanaka": (WORDS,)}
