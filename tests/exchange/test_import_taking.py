"""A list too long for one deed is taken in and taken back in strokes, each row once, whoever ends the worker in between."""

from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import OperationalError

from marugoto.community.actions.place import change_place, confirm_place
from marugoto.community.codes import ConfirmedBy
from marugoto.community.models import Place, PlaceEnding, PlaceWords
from marugoto.exchange import rounds
from marugoto.exchange.actions import import_round, import_rows, import_taking, porch_post
from marugoto.exchange.actions.import_taking import take_stroke
from marugoto.exchange.actions.import_work import NotOurs, begin_taking, begin_taking_back, stop
from marugoto.exchange.actions.place_import import confirm, prepare
from marugoto.exchange.actions.place_undo import undo
from marugoto.exchange.models import Origin
from marugoto.exchange.queries import place_import
from marugoto.exchange.rules.work import FORGOTTEN_AFTER, LEFT_ALONE, MOVED_ON, NOBODY_LEFT, STOPPED
from marugoto.ground.context import entered
from marugoto.kernel.decision import NotNow
from marugoto.participation.actions import anew
from tests.database import unwalled
from tests.exchange.files import written
from tests.exchange.long_lists import (
    STROKE,
    another_worker,
    begun,
    read_through,
    receipt_of,
    steps,
    taken_in,
    work_of,
    worker,
)
from tests.exchange.test_place_import import facts, moved, running
from tests.town import MINAMO, SHIOMI, Town

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _small_strokes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_rows, "AT_ONCE", STROKE)
    monkeypatch.setattr("marugoto.exchange.actions.import_reading.AT_ONCE", STROKE)


def test_a_long_list_is_taken_in_each_row_once_and_found_by_its_words(town: Town) -> None:
    brought = taken_in(town, written("preschool"))
    receipt = receipt_of(town, brought)
    assert (receipt.made, receipt.changed, receipt.unchanged, receipt.refused, receipt.left) == (10, 0, 0, 1, 0)
    assert len(facts("resource.listed")) == 10
    assert len(facts("import.confirmed")) == 1
    with unwalled():
        assert PlaceWords.objects.within(town.body).count() == Place.objects.within(town.body).count() == 10
        assert {one.by for one in Place.objects.within(town.body)} == {town("hayashi").duty}


@pytest.mark.parametrize("strokes", range(4))
def test_a_worker_that_is_gone_while_taking_in_leaves_each_row_once(
    town: Town, monkeypatch: pytest.MonkeyPatch, strokes: int
) -> None:
    """It dies in the midst of a stroke, after the places were written and before the keys were."""
    brought = read_through(town, written("preschool"))
    begin_taking(by=town("hayashi"), at=town.later(), prepared=brought.pk)
    steps(town, worker(town), strokes)
    monkeypatch.setattr(import_rows, "_remember", _dies)
    with pytest.raises(KeyboardInterrupt):
        steps(town, another_worker(town))
    monkeypatch.undo()
    monkeypatch.setattr(import_rows, "AT_ONCE", STROKE)
    town.now += FORGOTTEN_AFTER + timedelta(seconds=1)
    with unwalled():
        assert Place.objects.within(town.body).count() == Origin.objects.within(town.body).count()
    steps(town, worker(town))
    assert receipt_of(town, brought).made == 10
    assert len(facts("resource.listed")) == 10
    with unwalled():
        assert Place.objects.within(town.body).count() == Origin.objects.within(town.body).count() == 10


def _dies(*_: object) -> None:
    raise KeyboardInterrupt  # not an error that anybody catches


def test_whoever_was_thought_to_be_gone_writes_nothing_more(town: Town) -> None:
    brought = read_through(town, written("preschool"))
    begin_taking(by=town("hayashi"), at=town.later(), prepared=brought.pk)
    slow = worker(town)
    (task,) = slow._waiting()
    steps(town, slow, 1)
    old = work_of(town, brought)
    steps(town, another_worker(town))
    assert not slow.tried(task)
    with pytest.raises(NotOurs):
        take_stroke(by=town("hayashi"), at=town.now, work=old)
    with unwalled():
        assert Place.objects.within(town.body).count() == 10


def test_yes_pressed_again_begins_nothing_anew(town: Town) -> None:
    brought = read_through(town, written("places"))
    for _ in range(2):
        begin_taking(by=town("hayashi"), at=town.later(), prepared=brought.pk)
    steps(town, worker(town))
    begin_taking(by=town("hayashi"), at=town.later(), prepared=brought.pk)
    assert steps(town, worker(town)) == 0
    assert len(running(town)) == 3


def test_taking_in_is_stopped_and_has_a_receipt_for_what_was_taken(town: Town) -> None:
    brought = read_through(town, written("preschool"))
    begin_taking(by=town("hayashi"), at=town.later(), prepared=brought.pk)
    at_work = worker(town)
    steps(town, at_work, 2)
    stop(by=town("mori"), at=town.later(), prepared=brought.pk)
    steps(town, at_work)
    receipt = receipt_of(town, brought)
    assert (receipt.made, receipt.left) == (6, 4)
    assert {row.left for row in place_import.left_out(town("hayashi"), brought.pk)} == {STOPPED}
    begin_taking_back(by=town("hayashi"), at=town.later(), prepared=brought.pk)
    steps(town, worker(town))
    assert running(town) == {}
    (fact,) = facts("import.undone")
    assert (fact.num_1, fact.num_2) == (6, 0)


def test_stopped_before_it_began_the_preview_stands_and_can_be_said_yes_to(town: Town) -> None:
    brought = read_through(town, written("places"))
    begin_taking(by=town("hayashi"), at=town.later(), prepared=brought.pk)
    stop(by=town("hayashi"), at=town.later(), prepared=brought.pk)
    steps(town, worker(town))
    assert "何も変えていません" in work_of(town, brought).sentence
    assert running(town) == {}
    begin_taking(by=town("hayashi"), at=town.later(), prepared=brought.pk)
    steps(town, worker(town))
    assert receipt_of(town, brought).made == 3


def test_a_place_that_moved_on_after_the_preview_is_left_and_the_others_are_taken(town: Town) -> None:
    taken_in(town, written("places"))
    upload = moved("places", "099-200-1001", "099-200-7777").replace("北原台2-3".encode(), "北原台2-4".encode())
    brought = read_through(town, upload)
    salon = running(town)["なぎさサロン"]
    change_place(by=town("hayashi"), at=town.later(), place=salon.pk, values={"phone": "099-200-5555"})
    begin_taking(by=town("hayashi"), at=town.later(), prepared=brought.pk)
    steps(town, worker(town))
    assert running(town)["なぎさサロン"].phone == "099-200-5555"
    assert receipt_of(town, brought).left == 1
    assert [row.left for row in place_import.left_out(town("hayashi"), brought.pk)] == [MOVED_ON]


def test_another_list_goes_in_between_two_strokes(town: Town) -> None:
    long = read_through(town, written("preschool"))
    begin_taking(by=town("hayashi"), at=town.later(), prepared=long.pk)
    at_work = worker(town)
    steps(town, at_work, 1)
    by = town("mori")
    short = prepare(by=by, at=by.at, upload=written("preschool"), file_name="一覧.csv")
    assert confirm(by=by, at=town.later(), prepared=short.pk).made == 7  # what the long one had not reached
    steps(town, at_work)
    receipt = receipt_of(town, long)
    assert (receipt.made, receipt.left) == (3, 7)
    with unwalled():
        assert Place.objects.within(town.body).count() == 10


def test_two_long_lists_come_forward_in_turn(town: Town) -> None:
    first, second = begun(town, written("preschool")), begun(town, written("care_service"), town("mori"))
    at_work = worker(town)
    for _ in range(4):
        town.later(minutes=0)
        town.now += timedelta(seconds=1)
        steps(town, at_work, 1)
    assert work_of(town, first).reached > 0
    assert work_of(town, second).reached > 0


def test_whose_duty_ended_meanwhile_takes_nothing_more_in(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    brought = read_through(town, written("preschool"))
    begin_taking(by=town("hayashi"), at=town.later(), prepared=brought.pk)
    at_work = worker(town)
    steps(town, at_work, 1)
    monkeypatch.setattr(import_round, "viewer_of_duty", lambda *_: None)
    steps(town, at_work)
    receipt = receipt_of(town, brought)
    assert (receipt.made, receipt.left) == (3, 7)
    assert {row.left for row in place_import.left_out(town("hayashi"), brought.pk)} == {NOBODY_LEFT}


def test_what_breaks_again_and_again_is_given_up_with_a_sentence(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    brought = read_through(town, written("preschool"))
    begin_taking(by=town("hayashi"), at=town.later(), prepared=brought.pk)
    at_work = worker(town)
    steps(town, at_work, 1)
    monkeypatch.setattr(import_rows, "_remember", _breaks)
    assert steps(town, at_work) == import_round.MOST_TRIES
    assert work_of(town, brought).sentence == import_round.BROKEN
    assert receipt_of(town, brought).made == 3
    with unwalled():
        assert Place.objects.within(town.body).count() == 3


def _breaks(*_: object) -> None:
    raise ZeroDivisionError


# ---------------------------------------------------------------- taking back


def test_taken_back_in_strokes_what_people_worked_on_stays_and_is_named(town: Town) -> None:
    """As the short way does it, row by row the same."""
    said = []
    for way in ("long", "short"):
        brought = taken_in(town, written("preschool"))
        places = running(town)
        by = town("hayashi")
        change_place(by=by, at=town.later(), place=places["みなも市立なぎさ保育所"].pk, values={"phone": "099-9"})
        confirm_place(by=by, at=town.later(), place=places["あおぞら放課後クラブ"].pk, how=ConfirmedBy.VISIT)
        if way == "short":
            undo(by=by, at=town.later(), prepared=brought.pk)
        else:
            begin_taking_back(by=by, at=town.later(), prepared=brought.pk)
            steps(town, worker(town))
        left, many = place_import.left_standing(town("hayashi"), brought.pk)
        assert many == 2
        said.append([(one.row.number, one.sentence) for one in left])
        with unwalled():
            ended = PlaceEnding.objects.within(town.body).filter(undone_at=None)
            assert ended.count() == (8 if way == "long" else 16)
        for place in running(town).values():
            _clear(town, place)
    assert said[0] == said[1]


def _clear(town: Town, place: Place) -> None:
    """Out of the way of the second round: its key is forgotten, and the place with it."""
    with entered(town("hayashi")):
        Origin.objects.within(town.body).filter(place=place.pk).delete()
        Place.objects.within(town.body).filter(pk=place.pk).update(name=f"前の{place.name}")


@pytest.mark.parametrize("strokes", range(4))
def test_a_worker_that_is_gone_while_taking_back_leaves_each_row_once(town: Town, strokes: int) -> None:
    brought = taken_in(town, written("preschool"))
    begin_taking_back(by=town("hayashi"), at=town.later(), prepared=brought.pk)
    steps(town, worker(town), strokes)
    steps(town, another_worker(town))
    assert running(town) == {}
    with unwalled():
        assert PlaceEnding.objects.within(town.body).count() == 10
    assert len(facts("import.undone")) == 1


@pytest.mark.parametrize(
    "busy", [OperationalError("database is locked"), NotNow("ほかの人が同じときに動かしていました。")]
)
def test_another_hand_in_the_way_is_no_end_of_the_list(
    town: Town, monkeypatch: pytest.MonkeyPatch, busy: Exception
) -> None:
    """Until nothing waits, as the courier asks: some strokes meet somebody else who writes, and one by itself goes on at once."""
    monkeypatch.setattr(import_round, "BREATH", 0)
    brought = taken_in(town, written("preschool"))
    begin_taking_back(by=town("hayashi"), at=town.later(), prepared=brought.pk)
    before, met = import_taking.take_back_rows, [True, False, True, True, False, False]

    def in_the_way(*told: Any) -> Any:
        if met and met.pop(0):
            raise busy
        return before(*told)

    monkeypatch.setattr(import_taking, "take_back_rows", in_the_way)
    at_work = worker(town)
    assert not at_work.round(60.0)
    assert running(town) == {}
    assert work_of(town, brought).ended_at is not None
    assert len(facts("import.undone")) == 1


def test_what_is_in_the_way_for_good_lets_the_others_come_first(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_round, "BREATH", 0)
    brought = taken_in(town, written("preschool"))
    begin_taking_back(by=town("hayashi"), at=town.later(), prepared=brought.pk)

    def locked(*_told: Any) -> Any:
        raise OperationalError("database is locked")

    monkeypatch.setattr(import_taking, "take_back_rows", locked)
    at_work = worker(town)
    assert not at_work.round(60.0)  # it waits for the next round
    assert at_work.waits[work_of(town, brought).pk] == import_round.MOST_WAITS
    monkeypatch.undo()
    assert not at_work.round(60.0)
    assert running(town) == {}


# ---------------------------------------------------------------- the courier


def test_the_courier_works_on_long_lists_and_asks_for_more_time_only_while_there_are_any(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_round, "_WORKERS", [worker(town)])
    brought = begun(town, written("places"))
    while import_round.import_round():
        pass
    assert work_of(town, brought).ended_at is not None
    begun(town, written("preschool"))
    assert import_round._WORKERS[0].round(0) is True


def test_while_a_list_is_taken_in_its_body_is_left_alone_by_whoever_tells_of_places(
    town: Town, monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path
) -> None:
    settings.MARUGOTO_PACKAGE_FOLDER = tmp_path
    looked: list[str] = []

    def looked_at() -> bool:
        looked.clear()
        porch_post.errand(porch_post.LISTS_EVERY)
        assert SHIOMI in looked
        return town.body in looked

    monkeypatch.setattr(anew, "look_anew", lambda *, by, at: looked.append(by.body) or 0)
    monkeypatch.setattr(porch_post, "import_round", lambda: False)
    monkeypatch.setattr(porch_post.timezone, "now", lambda: town.now)
    brought, at_work = read_through(town, written("preschool")), worker(town)
    assert looked_at()
    begin_taking(by=town("hayashi"), at=town.later(), prepared=brought.pk)
    steps(town, at_work, 1)
    assert not looked_at()
    began = town.now
    town.now += LEFT_ALONE  # nobody waits for ever
    assert looked_at()
    town.now = began
    steps(town, at_work)
    assert looked_at()


def test_a_round_with_more_to_do_is_followed_at_once() -> None:
    waited: list[float] = []

    class Ended(Exception):
        pass

    def wait(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) == 3:
            raise Ended

    with pytest.raises(Ended):
        rounds.go_rounds(lambda number: number == 1, wait=wait)
    assert waited == [rounds.SECONDS, rounds.AT_ONCE, rounds.SECONDS]
    assert porch_post.import_round is import_round.import_round


def test_the_command_works_a_long_list_through(town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("marugoto.exchange.rules.work.SHORT_BYTES", 10)
    file = tmp_path / "x.csv"
    file.write_bytes(written("preschool"))
    words = ("import", "places", str(file), "--municipality", MINAMO)
    said = StringIO()
    call_command(*words, "--preview", stdout=said)
    assert "新しい 10　変わる 0　同じ 0　取り込めない 1" in said.getvalue()
    assert running(town) == {}
    call_command(*words, "--json", stdout=StringIO())
    assert len(facts("resource.listed")) == 10
    file.write_bytes(b"a,b\n1,2\n" * 9)
    with pytest.raises(CommandError, match="見出しの行が見つかりません"):
        call_command(*words)
