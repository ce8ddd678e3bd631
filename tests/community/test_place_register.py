"""The register as the actions keep it: times, traits, checks, promises, links and requests; and what leaves the house."""

from datetime import date, time, timedelta
from uuid import uuid4

import pytest

from marugoto.agencies.codes import Purpose
from marugoto.agencies.queries.system import system_viewer
from marugoto.community.actions.host_link import (
    answer_change,
    ask_change,
    confirm_by_link,
    digest_of,
    give_link,
    withdraw_link,
)
from marugoto.community.actions.place import (
    change_place,
    confirm_place,
    create_place,
    end_place,
    take_up_again,
    welcome_also,
    welcome_no_more,
)
from marugoto.community.actions.place_check import (
    confirm_many,
    doubt_place,
    lift_promise,
    note_try,
    promise,
)
from marugoto.community.actions.place_facts import say_day, say_times, say_traits, take_day_back
from marugoto.community.actions.place_list import change_places
from marugoto.community.codes import (
    Access,
    Answer,
    Checked,
    ConfirmedBy,
    DoubtReason,
    Family,
    PlaceEnd,
    Precision,
    PromiseKind,
    Sayer,
    Tier,
    TryWay,
    Welcome,
)
from marugoto.community.models import Confirmation, HostLink, Place, PlaceChange, PlaceWelcome
from marugoto.community.queries.host_link import waiting
from marugoto.community.queries.place import WholePlace, all_with_interests, get, publishable
from marugoto.community.rules.opening import Times
from marugoto.kernel.decision import Refused
from marugoto.kernel.fiscal import day_number
from marugoto.kernel.jst import local_day
from marugoto.ledger.models import Fact
from tests.database import unwalled
from tests.town import Town, settle_town
from tests.web.counting import counted

pytestmark = pytest.mark.django_db
THURSDAYS = (Times(3, 2, time(13), time(15)), Times(3, 4, time(13), time(15)))


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def salon(town: Town) -> Place:
    values = {
        "name": "なぎさサロン",
        "address": "みなも市本町2丁目3-4",
        "latitude": "35.804477",
        "longitude": "139.724111",
        "room_people": "2",
        "fee_yen": 0,
        "note": "世話人は足が悪い",
    }
    return create_place(by=town("hayashi"), at=town.later(), values=values, welcome=[Welcome.AGED])


def whole(town: Town, place: Place) -> WholePlace:
    return next(one for one in all_with_interests(town("hayashi")) if one.place.pk == place.pk)


def out(town: Town) -> list[WholePlace]:
    return publishable(system_viewer(town.body, town.later(), Purpose.UPKEEP))


def test_matching_learns_all_of_it_in_nine_queries(town: Town, salon: Place) -> None:
    by = town("hayashi")
    for number in range(3):
        create_place(by=by, at=town.later(), values={"name": f"縁側{number}", "run_by": salon.pk, "held_at": salon.pk})
    say_times(by=by, at=town.later(), place=salon.pk, lines=THURSDAYS)
    answers = {Access.WHEELCHAIR: Answer.YES, Access.TOILET: Answer.NO}
    say_traits(by=by, at=town.later(), place=salon.pk, family=Family.ACCESS, answers=answers)
    say_day(by=by, at=town.later(), place=salon.pk, day=local_day(town.later()) + timedelta(days=7), words="会場の都合")
    viewer = town("hayashi")
    with counted() as queries:
        found = all_with_interests(viewer)
    assert len(queries) == 9
    one = next(each for each in found if each.place.pk == salon.pk)
    assert (one.place.fee_yen, one.place.room_people, one.place.capacity_people) == (0, 2, None)
    assert one.place.room_on == local_day(town.later())
    assert (len(one.times), len(one.days), one.traits) == (2, 1, {"wheelchair": True, "toilet": False})
    assert "hearing_loop" not in one.traits  # unknown, not no
    assert [each.place.run_by.name for each in found if each.place.run_by] == ["なぎさサロン"] * 3


def test_times_days_and_traits_are_kept_in_the_history(town: Town, salon: Place) -> None:
    by, day = town("hayashi"), local_day(town.later()) + timedelta(days=3)
    assert say_times(by=by, at=town.later(), place=salon.pk, lines=THURSDAYS)
    assert not say_times(by=by, at=town.later(), place=salon.pk, lines=reversed(THURSDAYS))
    yes = {Access.QUIET_ROOM: Answer.YES}
    assert say_traits(by=by, at=town.later(), place=salon.pk, family=Family.ACCESS, answers=yes) == ["quiet_room"]
    assert say_traits(by=by, at=town.later(), place=salon.pk, family=Family.ACCESS, answers=yes) == []
    say_traits(by=by, at=town.later(), place=salon.pk, family=Family.ACCESS, answers={Access.QUIET_ROOM: None})
    say_day(by=by, at=town.later(), place=salon.pk, day=day)
    take_day_back(by=by, at=town.later(), place=salon.pk, day=day)
    with unwalled():
        kept = list(PlaceChange.objects.within(town.body).order_by("made_at").values_list("field", "was", "becomes"))
    assert kept[0] == ("times", "", "第2・第4木曜 13:00〜15:00")
    assert kept[1:3] == [("quiet_room", "", "yes"), ("quiet_room", "yes", "")]
    with pytest.raises(Refused, match="項目が読み取れません"):
        say_traits(by=by, at=town.later(), place=salon.pk, family=Family.CONDITION, answers=yes)
    with pytest.raises(Refused, match="過ぎた日"):
        say_day(by=by, at=town.later(), place=salon.pk, day=date(2020, 1, 1))


def test_neither_edit_nor_request_confirms_and_a_check_says_what_was_asked(town: Town, salon: Place) -> None:
    by = town("hayashi")
    change_place(by=by, at=town.later(), place=salon.pk, values={"phone": "1"})
    say_times(by=by, at=town.later(), place=salon.pk, lines=THURSDAYS)
    welcome_also(by=by, at=town.later(), place=salon.pk, welcome=Welcome.ANYBODY)
    asked = ask_change(by=by, at=town.later(), place=salon.pk, wants={"days": "木曜"})
    answer_change(by=by, at=town.later(), request=asked.pk, taken=["days"])
    assert whole(town, salon).confirmed_on is None
    confirm_place(by=by, at=town.later(), place=salon.pk, how=ConfirmedBy.PHONE, parts=[Checked.TIMES, Checked.FEE])
    page = get(town("tanaka"), salon.pk)
    assert page is not None
    assert page.confirmations[0].parts == ["fee", "times"]


def test_what_was_asked_of_a_place_that_ended_waits_until_it_begins_again(town: Town, salon: Place) -> None:
    by = town("hayashi")
    asked = ask_change(by=by, at=town.later(), place=salon.pk, wants={"days": "木曜"})
    end_place(by=by, at=town.later(), place=salon.pk, reason=PlaceEnd.ENDED)
    assert waiting(by) == []
    with pytest.raises(Refused, match="この場所は、おわりにしています"):
        answer_change(by=by, at=town.later(), request=asked.pk, taken=[])
    take_up_again(by=by, at=town.later(), place=salon.pk)
    assert [one.pk for one in waiting(by)] == [asked.pk]
    answer_change(by=by, at=town.later(), request=asked.pk, taken=["days"])
    assert waiting(by) == []


def test_a_round_of_calls_is_a_check_for_each(town: Town, salon: Place) -> None:
    by = town("hayashi")
    other = create_place(by=by, at=town.later(), values={"name": "縁側"})
    assert confirm_many(by=by, at=town.later(), places=[salon.pk, other.pk], how=ConfirmedBy.PHONE) == 2
    assert all(one.confirmed_on == local_day(town.later()) for one in all_with_interests(by))
    with pytest.raises(Refused, match="選ばれていません"):
        confirm_many(by=by, at=town.later(), places=[], how=ConfirmedBy.PHONE)


def test_who_cannot_be_reached_is_not_proposed_until_a_check_says_otherwise(town: Town, salon: Place) -> None:
    for _day in range(3):
        note_try(by=town("hayashi"), at=town.later(days=1), place=salon.pk, way=TryWay.PHONE)
    assert whole(town, salon).unreachable
    assert not whole(town, salon).may_be_proposed
    assert out(town) == []
    confirm_place(by=town("hayashi"), at=town.later(), place=salon.pk, how=ConfirmedBy.VISIT)
    assert not whole(town, salon).tries
    assert len(out(town)) == 1


def test_a_link_that_did_not_happen_is_a_doubt_until_the_next_check(town: Town, salon: Place) -> None:
    confirm_place(by=town("hayashi"), at=town.later(), place=salon.pk, how=ConfirmedBy.PHONE)
    doubt_place(by=town("tanaka"), at=town.later(), place=salon.pk, reason=DoubtReason.FULL)
    assert whole(town, salon).doubts == {DoubtReason.FULL}
    confirm_place(by=town("hayashi"), at=town.later(), place=salon.pk, how=ConfirmedBy.PHONE)
    assert whole(town, salon).doubts == frozenset()


def test_a_promise_is_obeyed_wherever_a_place_leaves_the_house(town: Town, salon: Place) -> None:
    by, kind = town("hayashi"), PromiseKind.NOT_CONTACTED
    until = local_day(town.later()) + timedelta(days=30)
    promise(by=by, at=town.later(), place=salon.pk, kind=kind, said_by=Sayer.HOST, until=until, words="入院の間")
    assert out(town) == []
    assert not whole(town, salon).may_be_proposed
    with pytest.raises(Refused, match="連絡しない約束"):
        note_try(by=town("hayashi"), at=town.later(), place=salon.pk, way=TryWay.PHONE)
    with pytest.raises(Refused, match="連絡しない約束"):
        give_link(by=town("hayashi"), at=town.later(), place=salon.pk, until=until)
    with pytest.raises(Refused, match="もう残っています"):
        promise(by=town("hayashi"), at=town.later(), place=salon.pk, kind=kind, said_by=Sayer.HOST)
    town.later(days=31)
    assert len(out(town)) == 1  # over on its day, without anybody's hand
    promise(by=town("hayashi"), at=town.later(), place=salon.pk, kind=kind, said_by=Sayer.OWNER)
    lift_promise(by=town("hayashi"), at=town.later(), place=salon.pk, kind=kind)
    assert whole(town, salon).may_be_proposed


@pytest.mark.parametrize(
    ("precision", "address"),
    [(Precision.EXACT, "みなも市本町2丁目3-4"), (Precision.NEARBY, "みなも市本町2丁目"), (Precision.NONE, "")],
)
def test_outside_no_more_of_the_position_is_told_than_may_be(
    town: Town, salon: Place, precision: Precision, address: str
) -> None:
    change_place(by=town("hayashi"), at=town.later(), place=salon.pk, values={"precision": precision})
    one = out(town)[0].place
    assert (one.address, one.note) == (address, "")
    assert (one.latitude is None) is (precision is Precision.NONE)
    assert whole(town, salon).place.address == "みなも市本町2丁目3-4"


@pytest.mark.parametrize("tier", [Tier.PROFESSIONAL, Tier.COORDINATOR])
def test_what_is_not_for_everybody_does_not_leave(town: Town, salon: Place, tier: Tier) -> None:
    change_place(by=town("hayashi"), at=town.later(), place=salon.pk, values={"tier": tier})
    assert out(town) == []


def test_the_group_says_itself_that_nothing_changed_until_the_link_ends(town: Town, salon: Place) -> None:
    until = local_day(town.later()) + timedelta(days=14)
    given = give_link(by=town("hayashi"), at=town.later(), place=salon.pk, until=until)
    with unwalled():
        assert HostLink.objects.within(town.body).get().digest == digest_of(given.secret)
    itself = system_viewer(town.body, town.later())
    made = confirm_by_link(by=itself, at=town.later(), link=given.link.pk)
    assert (made.how, made.link_id) == (ConfirmedBy.HOST, given.link.pk)
    withdraw_link(by=town("hayashi"), at=town.later(), link=given.link.pk)
    for link in (given.link.pk, uuid4()):
        with pytest.raises(Refused, match="リンクは"):
            confirm_by_link(by=itself, at=town.later(), link=link)
    later = give_link(by=town("hayashi"), at=town.later(), place=salon.pk, until=until)
    with pytest.raises(Refused, match="期限が過ぎて"):
        confirm_by_link(by=itself, at=town.later(days=14), link=later.link.pk)
    with unwalled():
        assert Confirmation.objects.within(town.body).count() == 1


def test_a_request_changes_nothing_until_a_worker_takes_it(town: Town, salon: Place) -> None:
    given = give_link(
        by=town("hayashi"), at=town.later(), place=salon.pk, until=local_day(town.later(days=0)) + timedelta(9)
    )
    itself = system_viewer(town.body, town.later())
    wants = {"days": "第2木曜", "hours": "13時から", "tier": "coordinator"}
    asked = ask_change(by=itself, at=town.later(), place=uuid4(), wants=wants, link=given.link.pk)
    assert (asked.place_id, sorted(asked.wants)) == (salon.pk, ["days", "hours"])
    assert whole(town, salon).place.days == ""
    answer_change(by=town("hayashi"), at=town.later(), request=asked.pk, taken=["days"])
    assert (whole(town, salon).place.days, whole(town, salon).place.hours) == ("第2木曜", "")
    with pytest.raises(Refused, match="もう答えています"):
        answer_change(by=town("hayashi"), at=town.later(), request=asked.pk, taken=["hours"])


def test_figures_and_times_beside_words_that_became_others_are_unknown_again(town: Town, salon: Place) -> None:
    by = town("hayashi")
    change_place(
        by=by, at=town.later(), place=salon.pk, values={"fee": "無料", "room_now": "あと2人", "capacity_people": 9}
    )
    change_place(by=by, at=town.later(), place=salon.pk, values={"fee_yen": 0, "room_people": 2})
    say_times(by=by, at=town.later(), place=salon.pk, lines=THURSDAYS)
    wants = {"room_now": "満員です", "fee": "500円", "hours": "14時から", "capacity": "８人"}
    asked = ask_change(by=by, at=town.later(), place=salon.pk, wants=wants)
    answer_change(by=by, at=town.later(), request=asked.pk, taken=["room_now", "fee", "hours"])
    now = whole(town, salon)
    assert (now.place.room_people, now.place.fee_yen, now.place.capacity_people, now.times) == (None, None, 9, ())
    with unwalled():
        told = PlaceChange.objects.within(town.body).values_list("field", "was", "becomes")
        assert {("times", "第2・第4木曜 13:00〜15:00", ""), ("room_people", "2", ""), ("fee_yen", "0", "")} <= set(told)
    change_place(by=by, at=town.later(), place=salon.pk, values={"room_now": "あと4人", "room_people": "4"})
    assert whole(town, salon).place.room_people == 4


def test_a_list_that_says_otherwise_takes_the_figures_and_times_with_it(town: Town, salon: Place) -> None:
    by = town("hayashi")
    other = create_place(
        by=by, at=town.later(), values={"name": "縁側", "fee_yen": 300, "fee": "300円", "days": "木曜"}
    )
    for place in (salon, other):
        say_times(by=by, at=town.later(), place=place.pk, lines=THURSDAYS)
    said = {salon.pk: {"days": "水曜", "fee": "500円"}, other.pk: {"days": "木曜", "fee": "３００円", "phone": "1"}}
    assert change_places(by=by, at=town.later(), places=said) == 2
    assert (whole(town, salon).place.fee_yen, whole(town, salon).times) == (None, ())
    assert (whole(town, other).place.fee_yen, len(whole(town, other).times)) == (300, 2), "only the letters are others"


def test_who_is_welcome_is_history_with_its_days(town: Town, salon: Place) -> None:
    by, today = town("hayashi"), local_day(town.now)
    welcome_also(by=by, at=town.later(), place=salon.pk, welcome=Welcome.ANYBODY, since=date(2024, 4, 1))
    with pytest.raises(Refused, match="迎えはじめた日より前"):
        welcome_no_more(by=by, at=town.later(), place=salon.pk, welcome=Welcome.ANYBODY, until=date(2024, 3, 31))
    welcome_no_more(by=by, at=town.later(), place=salon.pk, welcome=Welcome.ANYBODY, until=date(2026, 10, 1))
    with pytest.raises(Refused, match="書かれていません"):
        welcome_no_more(by=by, at=town.later(), place=salon.pk, welcome=Welcome.ANYBODY)
    found = get(by, salon.pk)
    assert found is not None
    told = [(one.was, one.becomes, one.by) for one in found.changes if one.field == "welcome"]
    assert told == [
        ("anybody@2024-04-01", "@2026-10-01", by.duty),
        ("", "anybody@2024-04-01", by.duty),
    ]
    assert ("anybody", date(2024, 4, 1), date(2026, 10, 1)) in found.welcomed
    with unwalled():
        kinds = [fact.kind for fact in Fact.objects.everywhere("told").filter(day=day_number(today)).order_by("seq")]
    assert kinds[-2:] == ["resource.widened", "resource.narrowed"]


def test_a_welcome_keeps_since_when_and_until_when(town: Town, salon: Place) -> None:
    by = town("hayashi")
    welcome_also(by=by, at=town.later(), place=salon.pk, welcome=Welcome.ANYBODY, since=date(2024, 4, 1))
    welcome_no_more(by=by, at=town.later(), place=salon.pk, welcome=Welcome.AGED)
    assert whole(town, salon).welcomes == {"anybody": date(2024, 4, 1)}
    with unwalled():
        assert PlaceWelcome.objects.within(town.body).get(welcome="aged").until == local_day(town.later())
    with pytest.raises(Refused, match="まだ来ていない日"):
        welcome_also(by=by, at=town.later(), place=salon.pk, welcome=Welcome.YOUNG, since=date(2099, 1, 1))


@pytest.mark.parametrize(
    "values", [{"fee_yen": "五百"}, {"room_on": date(2099, 1, 1)}, {"precision": "roughly"}, {"sort": "thing"}]
)
def test_what_is_no_number_no_past_day_and_no_code_is_refused(
    town: Town, salon: Place, values: dict[str, object]
) -> None:
    with pytest.raises(Refused):
        change_place(by=town("hayashi"), at=town.later(), place=salon.pk, values=values)
    assert whole(town, salon).place.version == 1
