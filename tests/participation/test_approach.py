"""A man who does not open the door: every attempt counts, a no is respected, and what went before is not lost when he comes."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ObjectDoesNotExist

from marugoto.casework.actions.protection import protect_person
from marugoto.custody.codes import BallState
from marugoto.custody.models import Ball
from marugoto.custody.queries.ball import faces
from marugoto.custody.queries.tower import all_open
from marugoto.intake.actions.notice import raise_notice
from marugoto.intake.codes import Channel, NoticeSource
from marugoto.intake.models import Consultation
from marugoto.intake.queries.notice import get as get_notice
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.ledger.queries.fact import of_matter
from marugoto.participation.actions.approach import agree, begin_approach, join_person, lift, log_attempt, respect
from marugoto.participation.actions.watch import begin_watch, end_watch, join_watched, look
from marugoto.participation.codes import (
    LiftReason,
    Looker,
    LookResult,
    OutreachGround,
    Reaction,
    Sign,
    WatchEnd,
    Way,
)
from marugoto.participation.models import Approach, Watch
from marugoto.participation.queries import approach as approaches
from marugoto.participation.queries import watch as watches
from marugoto.people.actions.person import enter_person
from tests.database import unwalled
from tests.town import Town, settle_town
from tests.visited import watched

pytestmark = pytest.mark.django_db
NOTICE = UUID(int=7)
WHY = "一年、姿を見ていない。郵便がたまっている。"


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def begun(town: Town, **more: object) -> Approach:
    said = {"source": NoticeSource.COMMISSIONER, "ground": OutreachGround.CONTINUED, "why": WHY, "where": "北町2丁目"}
    return begin_approach(by=town("yamashita"), at=town.later(), **(said | more))  # type: ignore[arg-type]


def went(town: Town, row: Approach, reaction: Reaction = Reaction.NONE, way: Way = Way.VISIT, **more: object) -> None:
    at = town.later()
    log_attempt(by=town("yamashita"), at=at, approach=row.pk, day=local_day(at), way=way, reaction=reaction, **more)  # type: ignore[arg-type]


def kinds(town: Town, matter: UUID) -> list[str]:
    return [fact.kind for fact in of_matter(town("hirata"), matter=matter) if not fact.kind.startswith("ball.")]


def test_an_attempt_without_an_answer_is_work_and_names_the_next_day(town: Town) -> None:
    row = begun(town)
    went(town, row, signs=[Sign.POST_LIES, Sign.LIGHT])
    page = approaches.get(town("yamashita"), row.pk)
    assert page is not None
    assert [(one.number, one.reaction, one.signs) for one in page.attempts] == [
        (1, Reaction.NONE, (Sign.LIGHT, Sign.POST_LIES))
    ]
    face = faces(town("yamashita"), [row.pk])[row.pk]
    assert face.due == local_day(town.now) + timedelta(days=14)
    assert face.last_touch == town.now
    assert kinds(town, row.pk) == ["outreach.begun", "outreach.tried"]


def test_a_day_that_passed_is_late_for_its_holder_and_for_the_tower(town: Town) -> None:
    row = begun(town)
    went(town, row, next_on=local_day(town.now) + timedelta(days=40))
    town.later(days=39)
    assert faces(town("yamashita"), [row.pk])[row.pk].state is BallState.HELD  # the days of its urgency do not count
    assert all_open(town("mori"), state=BallState.LATE).count == 0
    town.later(days=2)
    assert faces(town("yamashita"), [row.pk])[row.pk].state is BallState.LATE
    assert [face.matter for face in all_open(town("mori"), state=BallState.LATE).faces] == [row.pk]
    (line,) = approaches.recent(town("yamashita"), whose=approaches.Whose.MINE).rows
    assert (line.times, line.reaction) == (1, Reaction.NONE)


def test_a_refusal_is_respected_and_lifted_only_with_a_reason(town: Town) -> None:
    row = begun(town)
    went(town, row, Reaction.REFUSED)
    until = local_day(town.now) + timedelta(days=60)
    rest = respect(by=town("yamashita"), at=town.later(), approach=row.pk, until=until, words="もう来ないでくれ。")
    town.later(days=20)
    with pytest.raises(Refused, match="本人が断っている"):
        went(town, row)
    assert faces(town("yamashita"), [row.pk])[row.pk].due == until
    with pytest.raises(Refused, match="課長か司令塔"):
        lift(by=town("yamashita"), at=town.later(), rest=rest.pk, reason=LiftReason.DECIDED, words="冬になる。")
    lift(by=town("yamashita"), at=town.later(), rest=rest.pk, reason=LiftReason.DANGER, words="煙が出ていた。")
    went(town, row, Reaction.MET)
    assert kinds(town, row.pk)[1:] == [
        "outreach.tried",
        "outreach.refused",
        "outreach.lifted",
        "outreach.tried",
        "outreach.reached",
    ]


def test_when_he_agrees_it_becomes_a_consultation_and_is_counted_once(town: Town) -> None:
    notice = raise_notice(
        by=town("okamoto"),
        at=town.later(),
        notice=uuid4(),
        source=NoticeSource.COMMISSIONER,
        words=WHY,
        team=town.team("shakyo-join"),
    )
    row = begun(town, notice=notice.pk)
    went(town, row, Reaction.CAME_ALONG, Way.ACTIVITY)
    at = town.later()
    made = agree(by=town("yamashita"), at=at, approach=row.pk, day=local_day(at), words="話したいことがある。")
    assert (made.channel, made.notice_id, made.person_id) == (Channel.OUTREACH, notice.pk, None)
    assert approaches.before_consultation(town("yamashita"), made.pk) == (row.pk, 1)
    person = enter_person(by=town("yamashita"), at=town.later(), name="野村 修")
    join_person(by=town("yamashita"), at=town.later(), approach=row.pk, person=person.pk)
    with unwalled():
        assert Consultation.objects.everywhere("counted").get().person_id == person.pk
        assert Ball.objects.everywhere("over").get(matter=row.pk).settlement_id is not None
    assert kinds(town, row.pk)[-1] == "outreach.agreed"
    assert kinds(town, made.pk)[0] == "intake.opened"
    with pytest.raises(Refused, match="おわっています"):
        went(town, row)


def test_of_several_refusals_the_furthest_holds_also_when_one_is_lifted(town: Town) -> None:
    row = begun(town)
    today = local_day(town.now)
    near, far = today + timedelta(days=30), today + timedelta(days=60)
    rests = [
        respect(by=town("yamashita"), at=town.later(), approach=row.pk, until=until, words="来ないで。")
        for until in (far, near)
    ]
    assert faces(town("yamashita"), [row.pk])[row.pk].due == far
    lift(by=town("yamashita"), at=town.later(), rest=rests[1].pk, reason=LiftReason.DANGER, words="煙が出ていた。")
    assert faces(town("yamashita"), [row.pk])[row.pk].due == far
    with pytest.raises(Refused, match="訪ねない約束"):
        went(town, row, Reaction.TALKED, Way.CAME, next_on=near)
    went(town, row, Reaction.TALKED, Way.CAME, next_on=far)
    lift(by=town("yamashita"), at=town.later(), rest=rests[0].pk, reason=LiftReason.PERSON_CALLED, words="電話。")
    assert faces(town("yamashita"), [row.pk])[row.pk].due == today


def of_tanaka(town: Town) -> tuple[UUID, UUID, UUID]:
    """An approach to 野村 and a watch that began from it, while nobody knew the name; and who it is."""
    told = {"source": NoticeSource.COMMISSIONER, "words": WHY, "team": town("tanaka").team}
    notice = raise_notice(by=town("tanaka"), at=town.later(), notice=NOTICE, **told)  # type: ignore[arg-type]
    at = town.later()
    tanaka = town("tanaka")
    said = {"source": NoticeSource.COMMISSIONER, "ground": OutreachGround.ALL_TOWNS, "why": WHY}
    row = begin_approach(by=tanaka, at=at, notice=notice.pk, **said)  # type: ignore[arg-type]
    kept = begin_watch(by=tanaka, at=at, looker=Looker.TEAM, every=7, why="一人で暮らしている。", approach=row.pk)
    person = enter_person(by=town("tanaka"), at=town.later(), name="野村 修")
    join_person(by=town("tanaka"), at=town.later(), approach=row.pk, person=person.pk)
    return row.pk, kept.pk, person.pk


def test_what_shuts_the_person_shuts_what_was_noticed_and_watched_before_he_was_known(town: Town) -> None:
    row, kept, person = of_tanaka(town)
    town.later()
    assert approaches.get(town("hoshi"), row) is not None
    assert watches.get(town("hoshi"), kept) is not None
    assert get_notice(town("hoshi"), NOTICE) is not None
    listed = [town("tanaka").worker, town("matsunaga").worker]  # the head is in charge of what was noticed
    protect_person(by=town("tanaka"), at=town.later(), person=person, listed=listed, reason="DV等支援措置")
    town.later()
    assert approaches.get(town("hoshi"), row) is None
    assert watches.get(town("hoshi"), kept) is None
    assert get_notice(town("hoshi"), NOTICE) is None
    assert watches.get(town("tanaka"), kept) is not None


def test_a_watch_of_its_own_is_joined_to_the_person_with_all_that_was_seen_before(town: Town) -> None:
    kept = watched(town)
    person = enter_person(by=town("tanaka"), at=town.later(), name="大野 茂").pk
    join_watched(by=town("tanaka"), at=town.later(), watch=kept, person=person)
    found = watches.get(town("hoshi"), kept)
    assert found
    assert (found.person and found.person.pk, len(found.looks)) == (person, 1)
    with pytest.raises(Refused, match="もう残してあります"):
        join_watched(by=town("tanaka"), at=town.later(), watch=kept, person=person)
    listed = [town("tanaka").worker, town("matsunaga").worker]
    protect_person(by=town("tanaka"), at=town.later(), person=person, listed=listed, reason="DV等支援措置")
    town.later()
    assert watches.get(town("hoshi"), kept) is None
    assert watches.get(town("tanaka"), kept) is not None


def test_a_watch_that_began_from_an_approach_is_joined_with_it(town: Town) -> None:
    _row, kept, person = of_tanaka(town)
    found = watches.get(town("tanaka"), kept)
    assert found
    assert found.person
    assert found.person.pk == person
    at, why = town.later(), "一人で暮らしている。"
    row = begun(town)
    later = begin_watch(by=town("yamashita"), at=at, looker=Looker.TEAM, every=7, why=why, approach=row.pk)
    with pytest.raises(Refused, match="訪ねている記録から"):
        join_watched(by=town("yamashita"), at=town.later(), watch=later.pk, person=person)


def test_nobody_goes_on_holding_an_approach_that_he_can_read_no_more(town: Town) -> None:
    row, _kept, person = of_tanaka(town)
    town.later()
    with pytest.raises(Refused, match="田中 美咲さんが、この方のことを受け持っています"):
        protect_person(
            by=town("hoshi"), at=town.later(), person=person, listed=[town("hoshi").worker], reason="DV等支援措置"
        )
    assert approaches.get(town("tanaka"), row) is not None


def test_a_slip_of_the_year_hides_nobody(town: Town) -> None:
    years_on = local_day(town.now) + timedelta(days=3650)
    with pytest.raises(Refused, match="92日より先"):
        begun(town, next_on=years_on)
    with pytest.raises(Refused, match="92日より先"):
        begin_watch(
            by=town("yamashita"), at=town.later(), looker=Looker.TEAM, every=7, why="一人で暮らす。", first_on=years_on
        )
    with unwalled():
        assert not Ball.objects.everywhere("nothing half-written").exists()


def test_a_round_written_late_takes_no_worry_off_the_list(town: Town) -> None:
    row = begin_watch(by=town("yamashita"), at=town.later(), looker=Looker.TEAM, every=7, why="一人で暮らしている。")
    town.later(days=5)
    today = local_day(town.now)

    def seen(day: date, result: LookResult) -> date | None:
        look(by=town("yamashita"), at=town.later(), watch=row.pk, day=day, result=result, words="窓が開かない。")
        return faces(town("yamashita"), [row.pk])[row.pk].due

    assert seen(today, LookResult.WORRY) == today
    assert seen(today - timedelta(days=2), LookResult.AS_USUAL) == today
    assert seen(today, LookResult.AS_USUAL) == today + timedelta(days=7)


def test_another_team_sees_nothing_of_it(town: Town) -> None:
    row = begun(town, called="野村さん")
    assert approaches.get(town("kishi"), row.pk) is None
    assert approaches.recent(town("kishi"), whose=approaches.Whose.ALL).rows == ()
    with pytest.raises(ObjectDoesNotExist):
        log_attempt(
            by=town("kishi"),
            at=town.later(),
            approach=row.pk,
            day=local_day(town.now),
            way=Way.VISIT,
            reaction=Reaction.NONE,
        )


def test_a_round_that_was_missed_is_told(town: Town) -> None:
    row = begin_watch(
        by=town("yamashita"),
        at=town.later(),
        looker=Looker.COMMISSIONER,
        looker_words="民生委員の山口さん",
        every=7,
        why="一人で暮らしている。",
        called="野村さん",
    )
    town.later(days=9)
    (line,) = watches.recent(town("yamashita")).rows
    assert (line.late, watches.recent(town("yamashita")).missed) == (2, 1)
    assert faces(town("yamashita"), [row.pk])[row.pk].state is BallState.LATE
    at = town.later()
    look(by=town("yamashita"), at=at, watch=row.pk, day=local_day(at), result=LookResult.AS_USUAL)
    assert faces(town("yamashita"), [row.pk])[row.pk].due == local_day(at) + timedelta(days=7)
    end_watch(by=town("yamashita"), at=town.later(), watch=row.pk, end=WatchEnd.NOT_NEEDED, words="娘さんと暮らす。")
    assert watches.recent(town("yamashita")).rows == ()
    assert [fact.num_1 for fact in of_matter(town("hirata"), matter=row.pk) if fact.kind == "watch.looked"] == [2]
    with unwalled():
        assert Watch.objects.everywhere("kept").count() == 1
