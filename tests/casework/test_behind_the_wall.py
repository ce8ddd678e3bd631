"""What holds for persons and needs that the one who acts does not see."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

import pytest

from marugoto.casework.actions import journal, plan
from marugoto.casework.actions.case import close_case, open_case
from marugoto.casework.actions.need import add_need, offer_need
from marugoto.casework.codes import CaseEnd, Method
from marugoto.casework.models import Case, Need
from marugoto.casework.queries import case as cases
from marugoto.casework.queries import need as needs
from marugoto.conferences.actions import agenda, conference
from marugoto.conferences.codes import KindCode
from marugoto.conferences.queries import conference as conferences
from marugoto.custody.actions.settlement import settle
from marugoto.custody.codes import OfferReason, Outcome
from marugoto.custody.queries.offer import of_ball
from marugoto.disclosure.actions.grant import Terms, grant
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.participation.actions.wish import hear_wish
from marugoto.people.actions import household
from marugoto.people.actions.alias import say_same
from marugoto.people.actions.person import enter_person
from marugoto.people.actions.protection import protect
from marugoto.people.queries import household as households
from marugoto.people.queries import person as persons
from tests.begun import supported
from tests.casework.test_breadth import WHOLE, agree, handed, home
from tests.database import unwalled
from tests.decided import decided
from tests.story import Story, one_household
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def shut(town: Town, person: UUID) -> None:
    """To all but 田中."""
    protect(by=town("tanaka"), at=town.later(), person=person, listed=[town("tanaka").worker], reason="支援措置")
    town.later()


def show(town: Town, to: str, subjects: Iterable[UUID], parts: Iterable[Part]) -> None:
    terms = Terms(BasisCode.PURPOSE_CHANGE, team=town.team(to), reason="確かめるため")
    decided(town("tanaka"), town.later(), town.team(to), list(subjects), set(parts))
    grant(by=town("tanaka"), at=town.later(), subjects=subjects, parts=parts, terms=terms)
    town.later()


def house_of(town: Town, worker: str, *names: str) -> tuple[UUID, list[UUID]]:
    at = town.later()
    people = [enter_person(by=town(worker), at=at, name=name).pk for name in names]
    members = [(person, "本人" if place == 0 else "家族") for place, person in enumerate(people)]
    return household.form_household(by=town(worker), at=at, area="north", members=members).pk, people


def hers(town: Town, story: Story, **more: str) -> Need:
    by = town("tanaka")
    return add_need(
        by=by, at=town.later(), case=story.case, theme=TroubleCode.CARE, title="通院", person=story.person, **more
    )


def offered(town: Town, need: UUID, words: str = "") -> None:
    north = town.team("north-care-desk")
    offer_need(by=town("tanaka"), at=town.later(), need=need, to=north, reason=OfferReason.NEARER, words=words)


def test_a_restriction_reaches_the_case_about_a_second_record_of_the_person(town: Town, story: Story) -> None:
    """小川's office keeps her too, in a household of its own, and was shown both records to say that they are one."""
    house, [second] = house_of(town, "ogawa", "佐藤 キヨ")
    case = open_case(by=town("ogawa"), at=town.later(), household=house).pk
    show(town, "north-care-desk", [story.person], [Part.BASIC])
    say_same(by=town("ogawa"), at=town.later(), one=second, other=story.person)
    town.later()
    assert cases.get(town("ogawa"), case) is not None
    shut(town, story.person)
    assert persons.get(town("ogawa"), second) is None
    assert cases.get(town("ogawa"), case) is None


def test_nobody_begins_what_would_be_shut_to_himself(town: Town) -> None:
    house, [_son, mother] = house_of(town, "tanaka", "内田 実", "内田 光")
    shut(town, mother)
    assert households.get(town("hoshi"), house) is not None
    with pytest.raises(Refused, match="あなたの係では始められません"):
        open_case(by=town("hoshi"), at=town.later(), household=house)
    with unwalled():
        assert not Case.objects.within(town.body).exists()


def test_a_household_is_supported_once_also_where_that_is_not_seen(town: Town) -> None:
    house, _people = house_of(town, "tanaka", "内田 実")
    open_case(by=town("tanaka"), at=town.later(), household=house)
    show(town, "north-care-desk", [house], [Part.BASIC])
    with pytest.raises(Refused, match="役所の中で始まっています"):
        open_case(by=town("ogawa"), at=town.later(), household=house)


def test_a_case_does_not_end_over_a_need_of_another_team(town: Town) -> None:
    house, _people = house_of(town, "tanaka", "上田 一")
    case = open_case(by=town("tanaka"), at=town.later(), household=house).pk
    show(town, "north-care-desk", [case, house], [Part.SUPPORT, Part.BASIC])
    need = add_need(by=town("ogawa"), at=town.later(), case=case, theme=TroubleCode.CARE, title="通院")
    town.later()
    assert needs.get(town("tanaka"), need.pk) is None
    with pytest.raises(Refused, match="まだ終わっていない必要が1つ"):
        close_case(by=town("tanaka"), at=town.later(), case=case, end=CaseEnd.MOVED_AWAY)


def test_a_shut_need_is_offered_only_to_those_who_may_read_it(town: Town, story: Story) -> None:
    need = hers(town, story)
    shut(town, story.person)
    with pytest.raises(Refused, match="見られる人が決められているので"):
        offered(town, need.pk, words="手続きに一緒に行ってほしいです。")


def test_words_about_a_shut_person_are_shut_too(town: Town, story: Story) -> None:
    need = hers(town, story)
    offered(town, need.pk, words="姉の家に逃げています。")
    assert any(one.words for one in of_ball(town("hoshi"), need.ball_id))
    shut(town, story.person)
    assert not any(one.words for one in of_ball(town("hoshi"), need.ball_id))
    assert any(one.words for one in of_ball(town("tanaka"), need.ball_id))


def test_why_somebody_sits_at_a_shut_table_is_not_told(town: Town, story: Story) -> None:
    begins = town.later() + timedelta(days=1)
    by, ends = town("tanaka"), begins + timedelta(hours=1)
    row = conference.convene(by=by, at=town.now, kind=KindCode.SUPPORT, begins_at=begins, ends_at=ends)
    put = {"conference": row, "case": story.case, "basis": BasisCode.SUPPORT_CONFERENCE}
    item = agenda.put_on_agenda(by=town("tanaka"), at=town.later(), **put)
    duty = town("nishimura").duty
    agenda.take_seat(by=town("tanaka"), at=town.later(), item=item, duty=duty, reason="避難先を知っている")
    shut(town, story.person)
    for worker, seats in (("tanaka", ["避難先を知っている"]), ("hoshi", [])):
        page = conferences.get(town(worker), row.pk)
        assert page is not None
        assert [seat.reason for one in page.items for seat in one.seats] == seats


def test_who_is_not_seen_has_not_agreed(town: Town, story: Story) -> None:
    """An uncle whose record 小川's office keeps lives there too; 田中 does not see him, and nobody asked him."""
    for member in home(town, story).members:
        agree(town, member.face.person, WHOLE)
    uncle = enter_person(by=town("ogawa"), at=town.later(), name="佐藤 叔父").pk
    show(town, "north-care-desk", [story.household], [Part.BASIC])
    household.join(by=town("ogawa"), at=town.later(), household=story.household, person=uncle)
    need = handed(town, story, story.person)
    assert needs.get(town("ogawa"), need) is not None
    assert cases.get(town("ogawa"), story.case) is None


def test_who_comes_to_live_there_is_not_told_of_on_the_consent_of_others(town: Town, story: Story) -> None:
    for member in home(town, story).members:
        agree(town, member.face.person, WHOLE)
    need = handed(town, story, story.person)
    assert cases.get(town("ogawa"), story.case) is not None
    sister = enter_person(by=town("tanaka"), at=town.later(), name="佐藤 妹").pk
    household.join(by=town("tanaka"), at=town.later(), household=story.household, person=sister)
    journal.write(by=town("tanaka"), at=town.later(), case=story.case, method=Method.VISIT, words="妹さんのこと。")
    town.later()
    assert cases.get(town("ogawa"), story.case) is None
    assert needs.get(town("ogawa"), need) is not None


def test_what_is_over_takes_nothing_new(town: Town) -> None:
    case = supported(town)
    need = add_need(by=town("tanaka"), at=town.later(), case=case, theme=TroubleCode.HOUSING, title="住むところ")
    settle(by=town("tanaka"), at=town.later(), ball=need.ball_id, outcome=Outcome.ACHIEVED)
    with pytest.raises(Refused, match="この必要は、もうおわっています"):
        hear_wish(by=town("tanaka"), at=town.later(), need=need.pk, words="出かけたい")
    close_case(by=town("tanaka"), at=town.later(), case=case, end=CaseEnd.MOVED_AWAY)
    begins = town.later() + timedelta(days=1)
    by, ends = town("tanaka"), begins + timedelta(hours=1)
    row = conference.convene(by=by, at=town.now, kind=KindCode.SUPPORT, begins_at=begins, ends_at=ends)
    put = {"conference": row, "case": case, "basis": BasisCode.SUPPORT_CONFERENCE}
    with pytest.raises(Refused, match="もうおわっています"):
        agenda.put_on_agenda(by=town("tanaka"), at=town.later(), **put)
    with pytest.raises(Refused, match="もうおわっています"):
        plan.draft(
            by=town("tanaka"),
            at=town.later(),
            case=case,
            goals=[plan.GoalDraft("出かける")],
            steps=[],
            review_on=local_day(town.now) + timedelta(days=30),
        )
