"""A place that changes flows back to whoever waits: told once, to the holder alone, with why it fits now."""

from collections import Counter
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from marugoto.agencies.models import District
from marugoto.agencies.queries.system import system_viewer
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.place import (
    change_interests,
    change_place,
    confirm_place,
    create_place,
    end_place,
    take_up_again,
    welcome_also,
)
from marugoto.community.actions.place_facts import say_times
from marugoto.community.actions.unmet_need import answer_unmet_need
from marugoto.community.codes import ConfirmedBy, Interest, PlaceEnd, UnmetEnd, Welcome
from marugoto.community.models import Place, UnmetNeed
from marugoto.community.rules.opening import Times
from marugoto.custody.codes import TidingKind
from marugoto.custody.models import Ball
from marugoto.custody.queries.tiding import unread
from marugoto.ground.context import entered
from marugoto.ledger.models import Fact
from marugoto.participation.actions import anew
from marugoto.participation.actions.match import ask_host
from marugoto.participation.codes import PlaceNews
from marugoto.participation.events import PlaceFits
from marugoto.participation.queries.anew import Looked, changes_since, fits_now
from tests.begun_things import north
from tests.database import unwalled
from tests.still_waiting import Waits, waits_for_a_place
from tests.town import Town, settle_town
from tests.web.counting import counted

pytestmark = pytest.mark.django_db
ALL = {"welcome": [Welcome.ANYBODY], "interests": [Interest.GAMES]}


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture(autouse=True)
def a_new_courier(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(anew, "_LOOKED", {})
    monkeypatch.setattr(anew, "_TRIES", Counter())


def place(town: Town, words: str = "囲碁をする。", **kinds: Any) -> Place:
    values = {"name": "なぎさの会", "description": words}
    return create_place(by=town("hayashi"), at=town.later(), values=values, **kinds)


def look(town: Town) -> int:
    at = town.later()
    return anew.look_anew(by=system_viewer(town.body, at), at=at)


def heard(town: Town, worker: str = "tanaka") -> list[UUID]:
    """The balls of which a team was told that a place fits now."""
    town.later()
    return [one.ball for one in unread(town(worker)) if one.kind is TidingKind.PLACE_FITS]


def elsewhere(town: Town) -> District:
    return District.objects.within(town.body).exclude(code="north").order_by("code")[0]


# ---------------------------------------------------------------- what opens


def for_the_aged(town: Town) -> UUID:
    return place(town, welcome=[Welcome.AGED], interests=[Interest.GAMES]).pk


def on_monday(town: Town) -> UUID:
    key = place(town, **ALL).pk
    say_times(by=town("hayashi"), at=town.later(), place=key, lines=[Times(0)])
    return key


def without_a_word(town: Town) -> UUID:
    return place(town, "", welcome=[Welcome.ANYBODY]).pk


def too_far(town: Town) -> UUID:
    return place(town, **ALL, district=elsewhere(town).pk).pk


def over(town: Town) -> UUID:
    key = place(town, **ALL).pk
    end_place(by=town("hayashi"), at=town.later(), place=key, reason=PlaceEnd.ENDED)
    return key


def widened(town: Town, key: UUID) -> None:
    welcome_also(by=town("hayashi"), at=town.later(), place=key, welcome=Welcome.ANYBODY)


def on_tuesday_too(town: Town, key: UUID) -> None:
    say_times(by=town("hayashi"), at=town.later(), place=key, lines=[Times(0), Times(1)])


def with_games(town: Town, key: UUID) -> None:
    change_interests(by=town("hayashi"), at=town.later(), place=key, interests=[Interest.GAMES])
    change_place(by=town("hayashi"), at=town.later(), place=key, values={"description": "囲碁をする。"})


def moved(town: Town, key: UUID) -> None:
    change_place(by=town("hayashi"), at=town.later(), place=key, values={"district": north(town)})


def open_again(town: Town, key: UUID) -> None:
    take_up_again(by=town("hayashi"), at=town.later(), place=key)


CHANGES: dict[str, tuple[Callable[[Town], UUID], Callable[[Town, UUID], None], PlaceNews]] = {
    "more people": (for_the_aged, widened, PlaceNews.WIDENED),
    "another day": (on_monday, on_tuesday_too, PlaceNews.CHANGED),
    "another thing": (without_a_word, with_games, PlaceNews.CHANGED),
    "moved": (too_far, moved, PlaceNews.CHANGED),
    "open again": (over, open_again, PlaceNews.LISTED),
}


@pytest.mark.parametrize(("before", "change", "news"), CHANGES.values(), ids=CHANGES)
def test_a_place_that_comes_to_fit_is_told_once_with_its_reasons(
    town: Town, before: Callable[[Town], UUID], change: Callable[[Town, UUID], None], news: PlaceNews
) -> None:
    key, waits = before(town), waits_for_a_place(town, not_areas=[elsewhere(town).code])
    assert (look(town), heard(town)) == (0, [])
    change(town, key)
    assert look(town) == 1
    assert heard(town) == [waits.ball]
    [told] = fits_now(town("tanaka"), {waits.need})[waits.need]
    assert (told.place, told.name, told.news) == (key, "なぎさの会", news)
    assert "好きなこと（将棋・囲碁・ゲーム）ができます。" in told.reasons
    change_place(by=town("hayashi"), at=town.later(), place=key, values={"phone": "099-200-7777"})
    assert (look(town), len(heard(town))) == (0, 1)


def test_a_place_that_is_new_is_told_too(town: Town) -> None:
    waits = waits_for_a_place(town)
    assert look(town) == 0
    place(town, **ALL)
    assert (look(town), heard(town)) == (1, [waits.ball])


def test_nobody_else_hears_and_no_word_of_the_person_goes_along(town: Town) -> None:
    key, waits = for_the_aged(town), waits_for_a_place(town)
    widened(town, key)
    assert look(town) == 1
    assert [heard(town, worker) for worker in ("ogawa", "yamashita", "hayashi")] == [[], [], []]
    assert fits_now(town("hayashi"), {waits.need}) == {}
    with unwalled():
        [fact] = Fact.objects.within(town.body).filter(kind=PlaceFits.kind)
    assert (fact.matter, fact.ref_1, fact.ref_2, fact.subject) == (waits.need, key, None, None)
    assert [fact.code_1, fact.code_2, fact.num_1] == [PlaceNews.WIDENED, "", None]


def shown_on_the_page(town: Town, key: UUID, waits: Waits) -> None:
    anew.note_shown(by=town("tanaka"), at=town.later(), need=waits.need, places=[key])


def asked_there_already(town: Town, key: UUID, waits: Waits) -> None:
    ask_host(by=town("tanaka"), at=town.later(), need=waits.need, place=key)


def on_the_way_elsewhere(town: Town, key: UUID, waits: Waits) -> None:
    other = create_place(by=town("hayashi"), at=town.later(), values={"name": "よその会"}).pk
    ask_host(by=town("tanaka"), at=town.later(), need=waits.need, place=other)


def told_by_the_makers(town: Town, key: UUID, waits: Waits) -> None:
    with unwalled():
        task = UnmetNeed.objects.within(town.body).get().pk
    answer_unmet_need(by=town("hayashi"), at=town.later(), unmet=task, end=UnmetEnd.PLACE_FOUND, place=key)


@pytest.mark.parametrize("known", [shown_on_the_page, asked_there_already, on_the_way_elsewhere, told_by_the_makers])
def test_what_the_holder_knows_already_is_no_news(town: Town, known: Callable[[Town, UUID, Waits], None]) -> None:
    key, waits = for_the_aged(town), waits_for_a_place(town)
    known(town, key, waits)
    widened(town, key)
    assert (look(town), heard(town)) == (0, [])


def test_who_does_not_wait_and_whom_it_does_not_fit_hear_nothing(town: Town) -> None:
    key = for_the_aged(town)
    waits_for_a_place(town, words="花を植えたい。", interests=[Interest.GARDEN])
    waits_for_a_place(town, filed=False)
    widened(town, key)
    confirm_place(by=town("hayashi"), at=town.later(), place=key, how=ConfirmedBy.PHONE)
    assert (look(town), heard(town)) == (0, [])


def test_it_asks_once_where_nothing_changed_and_no_more_for_many_than_for_few(town: Town) -> None:
    key = for_the_aged(town)
    waits_for_a_place(town)
    look(town)
    counts = []
    for more in (0, 6):
        for _one in range(more):
            waits_for_a_place(town)
            place(town, welcome=[Welcome.AGED], interests=[Interest.GAMES])
        change_place(by=town("hayashi"), at=town.later(), place=key, values={"phone": f"099-200-777{more}"})
        with counted() as asked:
            assert look(town) == 0
        counts.append(len(asked))
    with counted() as asked:
        look(town)
    assert (len(set(counts)), len(asked)) == (1, 1)
    assert counts[0] <= 24


# ---------------------------------------------------------------- trouble, and what shows itself late


def another_holds(town: Town, waits: Waits, worker: str) -> UUID:
    duty = town(worker)
    with transaction.atomic(), entered(town("tanaka")):
        Ball.objects.within(town.body).filter(pk=waits.ball).update(holder=duty.team, in_charge=duty.duty)
    return duty.duty


def test_trouble_with_one_holder_keeps_no_other_waiting_and_does_not_go_on_for_ever(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, waits = for_the_aged(town), waits_for_a_place(town)
    other, asked, whole = another_holds(town, waits_for_a_place(town), "ogawa"), [], anew.tell_of_fits

    def broken(**told: Any) -> int:
        asked.append(told["by"].duty)
        if told["by"].duty != other:
            raise IntegrityError("a_place_is_news_once_for_a_need")
        return whole(**told)

    with monkeypatch.context() as patched:
        patched.setattr(anew, "tell_of_fits", broken)
        widened(town, key)
        for _round in range(anew.MOST_TRIES + 3):
            assert look(town) == 0
        assert asked == [town("tanaka").duty, other] * anew.MOST_TRIES
    place(town, "", welcome=[Welcome.AGED])  # the next change, of whichever place
    assert (look(town), heard(town)) == (1, [waits.ball])


def test_a_fact_that_shows_itself_far_behind_later_ones_is_read_and_nothing_twice(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, waits = for_the_aged(town), waits_for_a_place(town)
    other = place(town, "", welcome=[Welcome.AGED]).pk

    def not_yet_there(by: Viewer, before: Looked | None) -> list[Any]:
        return [one for one in changes_since(by, before) if one[1] != key]

    with monkeypatch.context() as patched:
        patched.setattr(anew, "changes_since", not_yet_there)
        widened(town, key)
        for number in range(40):
            change_place(by=town("hayashi"), at=town.later(), place=other, values={"phone": f"099-200-77{number:02}"})
        assert look(town) == 0
    confirm_place(by=town("hayashi"), at=town.later(), place=other, how=ConfirmedBy.PHONE)
    assert (look(town), heard(town)) == (1, [waits.ball])
    assert changes_since(system_viewer(town.body, town.later()), anew._LOOKED[town.body]) == []


def test_what_was_shown_takes_the_seat_of_nothing_new(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(anew, "SHOWN", 1)
    waits, better, new = waits_for_a_place(town), place(town, **ALL).pk, place(town, **ALL).pk
    confirm_place(by=town("hayashi"), at=town.later(), place=better, how=ConfirmedBy.PHONE)
    shown_on_the_page(town, better, waits)
    assert look(town) == 1
    assert [one.place for one in fits_now(town("tanaka"), {waits.need})[waits.need]] == [new]
