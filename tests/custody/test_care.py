"""Around the ball: companions, rescue, touches, the call for help; people leave, teams close, days pass."""

from datetime import date, timedelta

import pytest
from django.db import transaction

from marugoto.agencies.models import Team
from marugoto.agencies.queries.viewer import viewer_of_duty
from marugoto.custody.actions import care, due, people
from marugoto.custody.actions.offer import catch, hand_over, offer
from marugoto.custody.actions.tiding import read
from marugoto.custody.codes import (
    BallState,
    How,
    LearntCode,
    OfferReason,
    Stance,
    StuckOutcome,
    TidingKind,
    TouchKind,
    Urgency,
)
from marugoto.custody.models import Ball, Companion, Learnt, OfferWords, Tiding, Touch
from marugoto.custody.queries.ball import face, held_by_team, history
from marugoto.custody.queries.care import touches
from marugoto.custody.queries.tiding import unread
from marugoto.ground.context import entered
from marugoto.kernel.decision import Refused
from tests.custody.town import BODY, NOW, Town, later
from tests.database import unwalled

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


def told(town: Town, name: str, at: object = NOW) -> list[TidingKind]:
    return [tiding.kind for tiding in unread(town.viewer(name, at))]


def seen(town: Town, ball: Ball, at: object = NOW) -> object:
    found = face(town.viewer("総合", at), ball.pk)
    assert found is not None
    return found


# ---------------------------------------------------------------- beside the holder


def test_a_companion_touches_along_and_does_not_hold(town: Town) -> None:
    ball = town.ball()
    care.accompany(by=town.viewer("総合"), at=NOW, ball=ball.pk, team=town.team("学校"))
    care.touch(by=town.viewer("西村 薫"), at=later(2), ball=ball.pk, kind=TouchKind.MET)
    found = seen(town, ball, later(2))
    assert (found.holder.name, [one.name for one in found.companions]) == ("総合係", ["学校係"])
    assert (found.last_touch, found.unattended_days) == (later(2), 0)
    assert told(town, "西村 薫") == [TidingKind.COMPANION]


def test_touched_together_is_recorded_by_both_and_moves_nothing(town: Town) -> None:
    """A day becomes theirs when each has recorded a step; the control tower looking on makes it nobody's."""
    ball = town.ball()
    care.accompany(by=town.viewer("総合"), at=NOW, ball=ball.pk, team=town.team("学校"))
    care.touch(by=town.viewer("西村 薫"), at=later(1), ball=ball.pk, kind=TouchKind.MET)
    care.touch(by=town.viewer("森 由美"), at=later(1), ball=ball.pk, kind=TouchKind.TALKED)
    assert not any(one.together for one in touches(town.viewer("総合", later(1)), ball.pk))
    care.touch(by=town.viewer("総合"), at=later(1), ball=ball.pk, kind=TouchKind.MET)
    care.touch(by=town.viewer("総合"), at=later(3), ball=ball.pk, kind=TouchKind.TALKED)
    found = touches(town.viewer("総合", later(3)), ball.pk)
    assert [one.together for one in found] == [False, True, True, True]
    assert {one.stance for one in found if one.together} == {Stance.COMPANION, Stance.HOLDER, Stance.TOWER}
    assert {one.by_name for one in found if one.together} >= {"西村 薫", "森 由美"}
    assert seen(town, ball, later(3)).holder.name == "総合係"


def test_a_ball_that_went_from_one_to_the_other_was_not_touched_together(town: Town) -> None:
    ball = town.ball()
    care.touch(by=town.viewer("総合"), at=later(1), ball=ball.pk, kind=TouchKind.MET)
    made = offer(by=town.viewer("総合"), at=later(1), ball=ball.pk, to=town.team("学校"), reason=OfferReason.NEARER)
    catch(by=town.viewer("学校"), at=later(1), offer=made.pk)
    care.touch(by=town.viewer("学校"), at=later(1), ball=ball.pk, kind=TouchKind.TALKED)
    found = touches(town.viewer("学校", later(1)), ball.pk)
    assert [(one.stance, one.together) for one in found] == [(Stance.HOLDER, False)] * 2


def test_who_catches_is_no_companion_any_more(town: Town) -> None:
    ball = town.ball()
    care.accompany(by=town.viewer("総合"), at=NOW, ball=ball.pk, team=town.team("学校"))
    made = offer(by=town.viewer("総合"), at=NOW, ball=ball.pk, to=town.team("学校"), reason=OfferReason.NEARER)
    catch(by=town.viewer("学校"), at=later(1), offer=made.pk)
    with unwalled():
        assert list(Companion.objects.within(BODY).values_list("until", flat=True)) == [later(1)]


def test_a_touch_by_another_team_is_kept_and_does_not_count(town: Town) -> None:
    ball = town.ball()
    care.touch(by=town.viewer("包括"), at=later(1), ball=ball.pk, kind=TouchKind.TALKED)
    assert seen(town, ball, later(1)).last_touch is None
    with unwalled():
        assert Touch.objects.within(BODY).get().stance == Stance.BESIDE


def test_a_ball_nobody_touches_becomes_late_by_open_days(town: Town) -> None:
    ball = town.ball(urgency=Urgency.SOON)
    assert seen(town, ball).due == date(2026, 11, 27)  # three open days
    late = seen(town, ball, later(6))  # Monday: four open days
    assert (late.state, late.open_days_left, late.unattended, late.unattended_days) == (BallState.LATE, -1, True, 4)
    care.touch(by=town.viewer("総合", later(6)), at=later(6), ball=ball.pk, kind=TouchKind.TRIED)
    assert seen(town, ball, later(6)).state is BallState.HELD


def test_one_press_calls_for_help(town: Town) -> None:
    ball = town.ball()
    made = care.call_stuck(by=town.viewer("岡 健"), at=NOW, ball=ball.pk)
    assert seen(town, ball).state is BallState.STUCK
    assert told(town, "森 由美") == [TidingKind.STUCK]
    with pytest.raises(Refused, match="もう司令塔に届いています"):
        care.call_stuck(by=town.viewer("田中 美咲"), at=NOW, ball=ball.pk)
    care.answer_stuck(by=town.viewer("森 由美"), at=later(1), stuck=made.pk, outcome=StuckOutcome.JOINT)
    found = seen(town, ball, later(1))
    assert (found.state, [one.name for one in found.companions]) == (BallState.HELD, ["司令塔係"])
    assert set(told(town, "総合")) == {TidingKind.COMPANION, TidingKind.STUCK_ANSWERED}


def test_taken_means_acting_beside_until_a_day(town: Town) -> None:
    ball = town.ball()
    made = care.call_stuck(by=town.viewer("岡 健"), at=NOW, ball=ball.pk)
    by = town.viewer("森 由美")
    with pytest.raises(Refused, match="返す日"):
        care.answer_stuck(by=by, at=NOW, stuck=made.pk, outcome=StuckOutcome.TAKEN)
    care.answer_stuck(by=by, at=NOW, stuck=made.pk, outcome=StuckOutcome.TAKEN, until=TODAY + timedelta(days=14))
    found = seen(town, ball)
    assert (found.state, found.kept_by.name, found.holder.name) == (BallState.KEPT, "司令塔係", "総合係")
    # The one who acts may hand the ball on, but the holder stays the sender.
    made_by_tower = offer(by=by, at=NOW, ball=ball.pk, to=town.team("包括"), reason=OfferReason.EXPERTISE)
    assert made_by_tower.sender_id == town.team("総合")


def test_at_the_end_of_a_rescue_what_was_learnt_is_kept_for_both(town: Town) -> None:
    ball = town.ball()
    care.rescue(by=town.viewer("森 由美"), at=NOW, ball=ball.pk, until=TODAY + timedelta(days=7))
    care.end_rescue(
        by=town.viewer("森 由美"),
        at=later(3),
        ball=ball.pk,
        learnt_code=LearntCode.WHOM_TO_ASK,
        learnt_words="住宅課の家賃の担当に、早めに聞く",
    )
    assert seen(town, ball, later(3)).state is BallState.HELD
    for name in ("森 由美", "岡 健"):
        viewer = town.viewer(name, later(3))
        assert [row.code for row in _open_to(Learnt, viewer)] == [LearntCode.WHOM_TO_ASK]
    assert _open_to(Learnt, town.viewer("包括", later(3))) == []


def test_acting_ends_by_itself_and_the_chief_is_told(town: Town) -> None:
    ball = town.ball()
    care.rescue(by=town.viewer("森 由美"), at=NOW, ball=ball.pk, until=TODAY + timedelta(days=7))
    assert seen(town, ball, later(6)).state is BallState.KEPT
    assert seen(town, ball, later(7)).state is not BallState.KEPT  # also before the night's round
    done = due.run_due(by=town.system(later(7)), at=later(7))
    assert (done.rescues, done.left_over) == (1, 0)
    assert TidingKind.RESCUE_ENDED in told(town, "原 一郎", later(7))
    assert TidingKind.RESCUE_ENDED in told(town, "総合", later(7))
    assert due.run_due(by=town.system(later(7)), at=later(7)).rescues == 0


# ---------------------------------------------------------------- people and teams


def end(town: Town, person: str, at: object = NOW, day: date = TODAY) -> None:
    people.end_duty(by=town.viewer("高木 修", at), at=at, duty=town.people[person].pk, day=day, reason="異動")


def test_who_leaves_leaves_the_balls_with_the_head(town: Town) -> None:
    ball = town.ball()
    people.assign(by=town.viewer("総合"), at=NOW, ball=ball.pk, in_charge=town.people["岡 健"].pk)
    end(town, "岡 健", later(1))
    found = seen(town, ball, later(1))
    assert (found.in_charge_name, found.to_be_handed_over) == ("田中 美咲", True)
    assert told(town, "田中 美咲", later(1)) == [TidingKind.TO_BE_HANDED_OVER]
    assert viewer_of_duty(town.people["岡 健"].pk, later(1)) is None
    people.assign(by=town.viewer("総合", later(2)), at=later(2), ball=ball.pk, in_charge=town.people["田中 美咲"].pk)
    assert seen(town, ball, later(2)).to_be_handed_over is False


def test_where_the_head_leaves_another_becomes_head_and_where_nobody_is_left_the_last_resort_holds(town: Town) -> None:
    ball = town.ball()
    made = offer(by=town.viewer("総合"), at=NOW, ball=ball.pk, to=town.team("学校"), reason=OfferReason.AREA)
    end(town, "田中 美咲")
    assert seen_by_tower(town, ball).in_charge_name == "岡 健"
    assert Team.objects.within(BODY).get(pk=town.team("総合")).head_id == town.people["岡 健"].pk
    end(town, "岡 健", later(1))
    found = seen_by_tower(town, ball, later(1))
    assert (found.holder.name, found.in_charge_name, found.offered_to) == ("受け皿係", "高木 修", None)
    with pytest.raises(Refused, match="先に取り下げました"):
        catch(by=town.viewer("学校", later(1)), at=later(1), offer=made.pk)
    hows = [stretch.how for stretch in history(town.viewer("森 由美", later(1)), ball.pk)]
    assert hows == [How.PLACED, How.INHERITED, How.TAKEN_IN]


def test_the_last_of_the_last_resort_can_not_leave(town: Town) -> None:
    people.end_duty(by=town.viewer("原 一郎"), at=NOW, duty=town.people["星野 玲"].pk, day=TODAY, reason="異動")
    with pytest.raises(Refused, match="最後の受け皿にだれもいなくなります"):
        people.end_duty(by=town.viewer("原 一郎"), at=NOW, duty=town.people["高木 修"].pk, day=TODAY, reason="異動")


def test_a_duty_that_ends_on_a_day_to_come_hands_on_that_day(town: Town) -> None:
    ball = town.ball()
    people.assign(by=town.viewer("総合"), at=NOW, ball=ball.pk, in_charge=town.people["岡 健"].pk)
    end(town, "岡 健", day=date(2026, 12, 1))
    assert due.run_due(by=town.system(later(6)), at=later(6)).handed_on == 0
    assert seen(town, ball, later(6)).in_charge_name == "岡 健"
    assert due.run_due(by=town.system(later(7)), at=later(7)).handed_on == 1
    assert seen(town, ball, later(7)).in_charge_name == "田中 美咲"


def test_a_team_closes_only_when_every_ball_has_a_taker(town: Town) -> None:
    ball = town.ball("学校")
    waiting = town.ball("総合")
    asked = offer(by=town.viewer("総合"), at=NOW, ball=waiting.pk, to=town.team("学校"), reason=OfferReason.AREA)
    words = {"team": town.team("学校"), "day": TODAY, "reason": "組織の見直し"}
    with pytest.raises(Refused, match="まだボールを1個持っている"):
        people.end_team(by=town.viewer("高木 修"), at=NOW, **words)
    made = offer(by=town.viewer("学校"), at=NOW, ball=ball.pk, to=town.team("包括"), reason=OfferReason.OWN_FIELD)
    catch(by=town.viewer("包括"), at=NOW, offer=made.pk)
    people.end_team(by=town.viewer("高木 修"), at=NOW, **words)
    assert TidingKind.WITHDRAWN in told(town, "総合")
    assert seen(town, waiting).offered_to is None
    with pytest.raises(Refused, match="先に取り下げました"):
        catch(by=town.viewer("西村 薫"), at=NOW, offer=asked.pk)
    with pytest.raises(Refused, match="いまこの自治体の係にありません"):
        offer(by=town.viewer("総合"), at=NOW, ball=waiting.pk, to=town.team("学校"), reason=OfferReason.AREA)


def test_the_team_of_last_resort_can_not_close(town: Town) -> None:
    with pytest.raises(Refused, match="最後の受け皿なので"):
        people.end_team(by=town.viewer("高木 修"), at=NOW, team=town.team("受け皿"), day=TODAY, reason="x")


def test_an_agency_closes_all_its_teams_or_none(town: Town) -> None:
    agency = town.teams["学校"].agency_id
    ball = town.ball("学校")
    words = {"agency": agency, "day": TODAY, "reason": "統合"}
    with pytest.raises(Refused, match="学校係は、まだボールを1個"):
        people.end_agency(by=town.viewer("高木 修"), at=NOW, **words)
    made = offer(by=town.viewer("学校"), at=NOW, ball=ball.pk, to=town.team("包括"), reason=OfferReason.OWN_FIELD)
    catch(by=town.viewer("包括"), at=NOW, offer=made.pk)
    assert [row.team_id for row in people.end_agency(by=town.viewer("高木 修"), at=NOW, **words)] == [town.team("学校")]


# ---------------------------------------------------------------- at the table, and in words


def test_a_conference_hands_over_in_one_step(town: Town) -> None:
    ball = town.ball()
    hand_over(
        by=town.viewer("森 由美"),
        at=NOW,
        ball=ball.pk,
        to=town.team("包括"),
        in_charge=town.people["林 誠"].pk,
        due=TODAY + timedelta(days=10),
    )
    found = seen(town, ball)
    assert (found.holder.name, found.in_charge_name) == ("包括係", "林 誠")
    assert [stretch.how for stretch in history(town.viewer("総合"), ball.pk)] == [How.PLACED, How.DECIDED]
    assert [one.ball for one in held_by_team(town.viewer("包括"))] == [ball.pk]


def test_words_are_read_by_the_two_teams_and_nobody_else(town: Town) -> None:
    ball = town.ball()
    offer(
        by=town.viewer("総合"),
        at=NOW,
        ball=ball.pk,
        to=town.team("包括"),
        reason=OfferReason.EXPERTISE,
        words="介護の相談をお願いします",
    )
    for name in ("岡 健", "林 誠"):
        assert [row.words for row in _open_to(OfferWords, town.viewer(name))] == ["介護の相談をお願いします"]
    assert _open_to(OfferWords, town.viewer("西村 薫")) == []


def test_a_tiding_is_read_once_and_only_by_those_it_is_for(town: Town) -> None:
    care.call_stuck(by=town.viewer("岡 健"), at=NOW, ball=town.ball().pk)
    tiding = unread(town.viewer("森 由美"))[0]
    with pytest.raises(Tiding.DoesNotExist):
        read(by=town.viewer("西村 薫"), at=NOW, tiding=tiding.id)
    read(by=town.viewer("森 由美"), at=NOW, tiding=tiding.id)
    read(by=town.viewer("森 由美"), at=later(1), tiding=tiding.id)
    assert unread(town.viewer("森 由美")) == []


def _open_to(model: type, viewer: object) -> list:
    with transaction.atomic(), entered(viewer):
        return list(model.objects.open_to(viewer))


def seen_by_tower(town: Town, ball: Ball, at: object = NOW) -> object:
    found = face(town.viewer("森 由美", at), ball.pk)
    assert found is not None
    return found
