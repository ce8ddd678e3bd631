"""The places that matching holds in memory are built again whenever one of them may be another than before."""

from dataclasses import fields
from datetime import time, timedelta

import pytest

from marugoto.community import events
from marugoto.community.actions.place import create_place, welcome_no_more
from marugoto.community.actions.place_facts import say_day, say_times
from marugoto.community.codes import Welcome
from marugoto.community.rules.opening import Times
from marugoto.ground.transaction import looking
from marugoto.kernel.era import say_day as say_day_in_words
from marugoto.kernel.jst import local_day
from marugoto.ledger.events import Event
from marugoto.participation.labels import said
from marugoto.participation.queries.offered import CHANGES, index_of
from marugoto.participation.rules import slot
from marugoto.participation.rules.matching import match
from marugoto.participation.rules.offered import Wished
from tests.town import settle_town

# Facts about a place after which it is the same place: who may say something of it, and what is asked.
NO_CHANGE = {"resource.linked", "resource.link_withdrawn", "resource.change_asked", "resource.change_answered"}


def test_every_fact_after_which_a_place_may_be_another_is_known() -> None:
    told = [
        one for one in vars(events).values() if isinstance(one, type) and issubclass(one, Event) and one is not Event
    ]
    of_places = {
        one.kind for one in told if one.kind.startswith("resource.") and "place" in {row.name for row in fields(one)}
    }
    assert of_places - set(CHANGES) == NO_CHANGE


@pytest.mark.django_db
def test_a_place_that_closed_itself_to_somebody_is_another_at_once() -> None:
    town = settle_town()
    values = {"name": "なぎさサロン"}
    salon = create_place(by=town("hayashi"), at=town.later(), values=values, welcome=[Welcome.PARENTS, Welcome.AGED])
    held = looking(index_of)
    assert held(town("tanaka")) is held(town("tanaka"))
    assert [one.welcomes for one in held(town("tanaka")).places] == [{Welcome.PARENTS, Welcome.AGED}]
    welcome_no_more(by=town("hayashi"), at=town.later(), place=salon.pk, welcome=Welcome.PARENTS)
    assert [one.welcomes for one in held(town("tanaka")).places] == [{Welcome.AGED}]


@pytest.mark.django_db
def test_a_place_that_rests_for_weeks_is_proposed_to_nobody_and_says_when_it_opens_again() -> None:
    town, held = settle_town(), looking(index_of)
    by, today = town("hayashi"), local_day(town("hayashi").at)
    salon = create_place(by=by, at=town.later(), values={"name": "なぎさサロン"})
    say_times(by=by, at=town.later(), place=salon.pk, lines=[Times(today.weekday())])
    assert [fit.place.name for fit in match(Wished(), held(town("tanaka")).places, said()).fits] == ["なぎさサロン"]
    for week in range(7):
        say_day(by=by, at=town.later(), place=salon.pk, day=today + timedelta(days=7 * week))
    found = match(Wished(), held(town("tanaka")).places, said())
    assert (found.fits, found.unsure) == ((), ())
    again = say_day_in_words(today + timedelta(days=49))
    assert [one.why for one in found.left_out] == [f"いまは休みの時期です。つぎに開くのは、早くて{again}です。"]


@pytest.mark.django_db
def test_the_week_of_one_weekday_is_not_that_of_another() -> None:
    town = settle_town()
    salon = create_place(by=town("hayashi"), at=town.later(), values={"name": "なぎさサロン"})
    lines = [Times(1, 1, time(10), time(12)), Times(3, 3, time(13), time(15))]
    say_times(by=town("hayashi"), at=town.later(), place=salon.pk, lines=lines)
    [place] = looking(index_of)(town("tanaka")).places
    first, third = slot.named(["tue_am"]), slot.named(["thu_pm"])
    assert place.turns == {(1, one) for one in first} | {(3, one) for one in third}
    say_times(by=town("hayashi"), at=town.later(), place=salon.pk, lines=[*lines, Times(4)])
    [place] = looking(index_of)(town("tanaka")).places
    assert (place.weeks, place.turns) == (frozenset(), frozenset())  # on Fridays it opens in every week
