"""利害関係: what a worker must not see is missing for him alone, no ball stays in his hands, and only an emergency opens it."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from marugoto.agencies.codes import Role
from marugoto.casework.actions.conflict import declare_of_household, declare_of_person, end_conflict
from marugoto.casework.actions.journal import write
from marugoto.casework.actions.need import add_need
from marugoto.casework.codes import Method
from marugoto.casework.queries import case as cases
from marugoto.casework.queries import journal as journals
from marugoto.casework.queries import need as needs
from marugoto.conferences.actions.agenda import take_seat
from marugoto.conferences.queries import conference as conferences
from marugoto.custody.actions.people import assign
from marugoto.custody.models import Ball, HandOver
from marugoto.disclosure.actions.emergency import answer_second, ask_second
from marugoto.disclosure.codes import ConflictKind, EmergencyReason
from marugoto.disclosure.models import Conflict
from marugoto.disclosure.queries.conflict import barred, conflicts_here, own_conflicts
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.decision import Refused
from marugoto.people.actions.emergency import open_in_emergency
from marugoto.people.actions.household import join
from marugoto.people.actions.person import enter_person
from marugoto.people.models import Person
from marugoto.people.queries import household as households
from marugoto.people.queries import person as persons
from marugoto.people.queries.protection import standing_on
from tests.begun import called
from tests.database import unwalled
from tests.story import Story, one_household
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def declare(town: Town, story: Story, worker: str = "hoshi", *, by: str = "") -> Conflict:
    made = declare_of_household(
        by=town(by or worker),
        at=town.later(),
        case=story.case,
        worker=town(worker).worker,
        kind=ConflictKind.KIN,
        label="佐藤さん世帯",
    )
    town.later()
    return made


def seen(town: Town, story: Story, worker: str) -> dict[str, bool]:
    return {
        "case": cases.get(town(worker), story.case) is not None,
        "person": persons.get(town(worker), story.person) is not None,
        "need": needs.get(town(worker), story.need) is not None,
        "household": bool(households.by_ids(town(worker), {story.household})),
        "journal": bool(journals.of_case(town(worker), story.case)),
        "search": bool(persons.search(town(worker), "佐藤").rows),
    }


def test_it_is_missing_for_him_and_for_nobody_else(town: Town, story: Story) -> None:
    before = {worker: seen(town, story, worker) for worker in ("tanaka", "hoshi", "mori")}
    assert all(before["hoshi"].values())
    declare(town, story)
    assert not any(seen(town, story, "hoshi").values())
    assert {worker: seen(town, story, worker) for worker in ("tanaka", "mori")} == {
        worker: before[worker] for worker in ("tanaka", "mori")
    }


def test_what_is_written_afterwards_and_who_moves_in_is_missing_for_him_too(town: Town, story: Story) -> None:
    declare(town, story)
    by = town("tanaka")
    need = add_need(by=by, at=town.later(), case=story.case, theme=TroubleCode.HOUSING, title="住むところ")
    write(by=by, at=town.later(), case=story.case, method=Method.PHONE, words="電話で話した。")
    child = enter_person(by=by, at=town.later(), name="佐藤 花", kana="さとう はな")
    town.later()
    join(by=town("tanaka"), at=town.later(), household=story.household, person=child.pk, relation="孫")
    town.later()
    assert needs.get(town("tanaka"), need.pk) is not None
    assert needs.get(town("hoshi"), need.pk) is None
    assert persons.get(town("tanaka"), child.pk) is not None
    assert persons.get(town("hoshi"), child.pk) is None
    assert not journals.of_case(town("hoshi"), story.case)


def test_his_balls_go_to_a_colleague_to_be_handed_over_and_none_is_without_a_holder(town: Town, story: Story) -> None:
    def mine() -> list[Ball]:
        with unwalled():
            rows = Ball.objects.within(town.body).filter(in_charge__worker=town("tanaka").worker, settlement=None)
            return list(rows.select_related("in_charge"))

    assert story.ball in {ball.pk for ball in mine()}
    declare(town, story, "tanaka")
    assert story.ball not in {ball.pk for ball in mine()}
    with unwalled():
        ball = Ball.objects.within(town.body).get(pk=story.ball)
        waiting = HandOver.objects.within(town.body).get(ball=ball, until=None)
    assert ball.holder_id == town.team("soudan-desk")
    assert waiting.left_id == town("tanaka").duty
    assert waiting.to_id == ball.in_charge_id != town("tanaka").duty
    assert all(value is False for value in seen(town, story, "tanaka").values())
    assert needs.get(town("hoshi"), story.need) is not None


def test_no_ball_and_no_seat_is_given_to_him(town: Town, story: Story) -> None:
    item = conferences.item(town("tanaka"), story.item)
    assert item
    conference = called(town, story)
    found = conferences.get(town("tanaka"), conference)
    assert found
    declare(town, story)
    with pytest.raises(Refused, match="その人には渡せません"):
        assign(by=town("tanaka"), at=town.later(), ball=story.ball, in_charge=town("hoshi").duty)
    row = conferences.item(town("tanaka"), found.items[0].item)
    assert row
    with pytest.raises(Refused, match="この議題には入れません"):
        take_seat(by=town("tanaka"), at=town.later(), item=row, duty=town("hoshi").duty)
    assert town("hoshi").worker in barred(town("tanaka"), [story.case])[story.case]
    assert town("mori").worker not in barred(town("tanaka"), [story.case])[story.case]


def test_an_emergency_opens_it_with_a_second_person_and_for_the_hour(town: Town, story: Story) -> None:
    declare(town, story)
    with unwalled():
        name, birth = Person.objects.within(town.body).values_list("name", "birth").get(pk=story.person)
    eyes = town("hoshi")
    opened = open_in_emergency(
        by=eyes, at=town.later(), name=name, birth=birth, reason=EmergencyReason.LIFE, words="倒れている。"
    )
    town.later()
    assert not seen(town, story, "hoshi")["person"]
    ask_second(by=town("hoshi"), at=town.later(), emergency=opened.pk, words="申し出た世帯ですが、ほかに人がいません。")
    answer_second(by=town("yamazaki"), at=town.later(), emergency=opened.pk, agreed=True)
    town.later()
    assert seen(town, story, "hoshi")["person"]
    assert standing_on(town("hoshi"), [story.person]) == []
    town.now += timedelta(hours=2)
    assert not seen(town, story, "hoshi")["person"]


def test_a_head_enters_and_ends_it_and_the_worker_himself_does_not(town: Town, story: Story) -> None:
    with pytest.raises(Refused, match="課長と司令塔だけ"):
        declare(town, story, "hoshi", by="tanaka")
    made = declare(town, story, "hoshi", by="yamazaki")
    (told,) = own_conflicts(town("hoshi"))
    assert (told.own, told.label, told.by_name) == (False, "", town("yamazaki").name)
    (kept,) = conflicts_here(town("mori"))
    assert (kept.worker, kept.kind, kept.label) == (town("hoshi").worker, None, "")
    with pytest.raises(Refused, match="もう申し出て"):
        declare(town, story, "hoshi", by="yamazaki")
    with pytest.raises(Refused, match="本人には解けません"):
        end_conflict(by=town("hoshi"), at=town.later(), conflict=made.pk, reason="もう大丈夫")
    with pytest.raises(Refused, match="わけが要ります"):
        end_conflict(by=town("mori"), at=town.later(), conflict=made.pk, reason=" ")
    end_conflict(by=town("mori"), at=town.later(), conflict=made.pk, reason="取りちがえ")
    town.later()
    assert all(seen(town, story, "hoshi").values())


def test_of_one_person_the_others_stay_as_they_were(town: Town, story: Story) -> None:
    before, person = seen(town, story, "hoshi"), alone(town)
    town.later()
    declare_of_person(
        by=town("hoshi"),
        at=town.later(),
        person=person,
        worker=town("hoshi").worker,
        kind=ConflictKind.NEIGHBOUR,
        label="石井 隆",
    )
    town.later()
    assert seen(town, story, "hoshi") == before
    assert not persons.search(town("hoshi"), "石井").rows
    assert own_conflicts(town("hoshi"))[0].label == "石井 隆"


def alone(town: Town) -> UUID:
    return enter_person(by=town("tanaka"), at=town.later(), name="石井 隆", kana="いしい たかし").pk


def test_the_head_of_an_agency_under_contract_speaks_for_its_own_people_only(town: Town, story: Story) -> None:
    """Nobody of another agency is entered or let go by him, and he reads nothing of theirs."""
    head = replace(town("tanaka"), roles=frozenset({Role.COUNSELLOR, Role.CHIEF}), contracted=True)
    made = declare(town, story, "nishimura", by="yamazaki")
    assert head.agency != town("nishimura").agency
    assert conflicts_here(head.at_moment(town.now)) == []
    with pytest.raises(Refused, match="課長と司令塔だけ"):
        declare_of_person(
            by=head, at=town.later(), person=story.person, worker=town("ogawa").worker, kind=ConflictKind.KIN
        )
    with pytest.raises(Refused, match="本人には解けません"):
        end_conflict(by=head, at=town.later(), conflict=made.pk, reason="取りちがえ")
    assert [one.conflict for one in conflicts_here(town("yamazaki"))] == [made.pk]
