"""A seat from outside whose letter did not reach the porch: whoever asked is told, and writes it once more under the same number."""

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from marugoto.conferences.actions.outside import Asked, end_outside
from marugoto.conferences.models import OutsideSeat
from marugoto.conferences.queries import conference as conferences
from marugoto.conferences.queries import outside
from marugoto.exchange.actions import porch_post as house
from marugoto.exchange.actions import table_post
from marugoto.exchange.actions.table_post import tell_tables, write_again
from marugoto.exchange.porch.actions import post as porch
from marugoto.exchange.porch.models import TableSeat
from marugoto.exchange.post import TO_PORCH, Post
from marugoto.exchange.queries.letter import letter_of
from marugoto.exchange.rules.letter import LONG, ON_ITS_WAY, Letter, Sent, may_write_again, state_of
from marugoto.kernel.decision import Refused
from tests.begun import called
from tests.story import Story, one_household
from tests.town import Town, settle_town
from tests.web.client import signed_in, text
from tests.web.front.test_table import SECRET_WORDS, asks, carries

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Town:
    settings.MARUGOTO_PACKAGE_FOLDER = tmp_path
    settled = settle_town()
    settled.now = timezone.now() - timedelta(days=5)  # what was told then is there when the pages look
    monkeypatch.setattr(table_post, "on_commit", lambda send: send())
    return settled


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


@pytest.fixture
def lost(town: Town, story: Story, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Asked while the folder of the porch could not be written."""
    found = conferences.get(town("tanaka"), called(town, story))
    assert found
    with monkeypatch.context() as full:
        full.setattr(Post, "put", no_room)
        return asks_only(town, found.items[0].item)


def asks_only(town: Town, item: UUID) -> Asked:
    """Without the couriers."""
    with pytest.MonkeyPatch.context() as still:
        still.setattr("tests.web.front.test_table.carries", lambda _town: None)
        return asks(town, item)


def no_room(*_said: object, **_more: object) -> None:
    raise OSError(28, "No space left on device")


def seat_of(town: Town, made: Asked) -> OutsideSeat:
    row = outside.seat(town("tanaka"), made.seat.pk)
    assert row
    return row


def letter(town: Town, made: Asked) -> Letter | None:
    return letter_of(town("tanaka").at_moment(town.later()), seat_of(town, made), house.house_post(TO_PORCH))


def again(town: Town, made: Asked) -> None:
    write_again(by=town("tanaka"), at=town.later(), seat=seat_of(town, made), post=house.house_post(TO_PORCH))


def held() -> list[TableSeat]:
    return list(TableSeat.objects.everywhere("what the porch holds"))


def test_it_is_told_on_the_seat_and_on_the_sheet_and_written_again(town: Town, lost: Asked) -> None:
    assert letter(town, lost) is Letter.MISSING
    carries(town)
    assert held() == []
    tanaka = signed_in("tanaka")
    page = text(tanaka.get(f"/meeting/outside/{lost.seat.pk}/"))
    assert "青木 千夏さんの席は、まだ開けません。" in page
    assert "手紙が、軒先に届いていません" in page
    meeting = seat_of(town, lost).item.conference_id
    assert "手紙が届いていません" in text(tanaka.get(f"/meeting/conferences/{meeting}/"))
    again(town, lost)
    assert letter(town, lost) is Letter.WAITING
    carries(town)
    (there,) = held()
    assert (there.pk, there.number, there.shown["extract"]) == (lost.seat.pk, lost.seat.number, SECRET_WORDS)
    assert letter(town, lost) is Letter.ARRIVED
    assert "手紙が届いていません" not in text(tanaka.get(f"/meeting/conferences/{meeting}/"))
    with pytest.raises(Refused, match="もう軒先に届いています"):
        again(town, lost)


def test_only_whoever_asked_writes_it_again(town: Town, lost: Asked) -> None:
    where = f"/meeting/outside/{lost.seat.pk}/letter/"
    assert signed_in("nishimura").post(where, {"key": str(uuid4())}).status_code == 404
    assert signed_in("tanaka").post(where, {"key": str(uuid4())}).status_code == 302
    assert letter(town, lost) is Letter.WAITING


def test_an_end_that_could_not_be_told_is_told_by_the_courier(
    town: Town, lost: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    again(town, lost)
    carries(town)
    end_outside(by=town("tanaka"), at=town.later(), seat=seat_of(town, lost))
    with monkeypatch.context() as full:
        full.setattr(Post, "put", no_room)
        assert tell_tables(by=town("tanaka"), at=town.later(), post=house.house_post(TO_PORCH)) == 1
    assert len(held()) == 1, "the porch has not heard of it yet"
    carries(town)
    assert held() == []
    with pytest.raises(Refused, match="もうおわりました"):
        again(town, lost)


def test_an_end_whose_letter_was_lost_is_told_again(town: Town, lost: Asked, tmp_path: Path) -> None:
    again(town, lost)
    carries(town)
    end_outside(by=town("tanaka"), at=town.later(), seat=seat_of(town, lost))
    tells = partial(tell_tables, by=town("tanaka"), post=house.house_post(TO_PORCH))
    assert tells(at=town.later()) == 1
    assert tells(at=town.later(minutes=70)) == 0, "it lies there and waits"
    for written in (tmp_path / TO_PORCH).glob("*.json"):
        written.unlink()
    assert tells(at=town.later()) == 1
    carries(town)
    assert held() == []
    assert tells(at=town.later(minutes=70)) == 0, "it was answered"
    assert tells(at=town.later(days=1)) > 0, "once a day, for a porch that was set up again"


def test_an_older_letter_opens_nothing_again_that_a_newer_one_closed(
    town: Town, lost: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    again(town, lost)
    end_outside(by=town("tanaka"), at=town.later(), seat=seat_of(town, lost))
    assert tell_tables(by=town("tanaka"), at=town.later(), post=house.house_post(TO_PORCH))
    with monkeypatch.context() as locked:
        locked.setattr(porch, "take_tables", no_room)
        assert porch.take_in(at=town.later()) == 0
    with monkeypatch.context() as once:
        once.setattr(porch, "take_tables", fails_once(porch.take_tables))
        assert porch.take_in(at=town.later()) == 0, "the newer waits for the older"
    assert porch.take_in(at=town.later()) == 2
    assert held() == []


def fails_once(take: Any) -> Any:
    tries = iter([no_room])
    return lambda **said: next(tries, take)(**said)


def test_what_a_letter_says_of_itself() -> None:
    now = timezone.now()
    just, long = now - ON_ITS_WAY / 2, now - LONG - timedelta(seconds=1)
    assert state_of(Sent(long, answered=True, failed=False, lies=False), now) is Letter.ARRIVED
    assert state_of(Sent(long, answered=True, failed=True, lies=False), now) is Letter.REFUSED
    assert state_of(Sent(just, answered=False, failed=True, lies=False), now) is Letter.MISSING
    assert state_of(Sent(just, answered=False, failed=False, lies=True), now) is Letter.WAITING
    assert state_of(Sent(long, answered=False, failed=False, lies=True), now) is Letter.STUCK
    assert state_of(Sent(just, answered=False, failed=False, lies=False), now) is Letter.WAITING
    assert state_of(Sent(long, answered=False, failed=False, lies=False), now) is Letter.MISSING
    assert [state for state in Letter if may_write_again(state, over=False)] == [Letter.MISSING, Letter.REFUSED]
    assert not may_write_again(Letter.MISSING, over=True)
    assert may_write_again(None, over=False), "of a seat from before letters were known"
