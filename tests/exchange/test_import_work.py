"""A list too long for one deed is read and compared in strokes, and nothing of the town changes."""

from datetime import timedelta

import pytest

from marugoto.exchange.actions import import_rows
from marugoto.exchange.actions.import_work import begin_taking, stop
from marugoto.exchange.actions.place_import import confirm, prepare
from marugoto.exchange.models import ImportRow, Upload
from marugoto.exchange.rules.work import FORGOTTEN_AFTER, STOPPED, Stage
from marugoto.kernel.decision import Refused
from tests.database import unwalled
from tests.exchange.files import MORE_NAMES, NAMES, written
from tests.exchange.long_lists import (
    STROKE,
    as_a_whole,
    begun,
    read_through,
    steps,
    taken_in,
    told,
    work_of,
    worker,
)
from tests.exchange.test_place_import import running
from tests.town import Town

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _small_strokes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_rows, "AT_ONCE", STROKE)
    monkeypatch.setattr("marugoto.exchange.actions.import_reading.AT_ONCE", STROKE)


@pytest.mark.parametrize("name", [*NAMES, *MORE_NAMES])
def test_a_long_list_is_read_as_a_short_one_is(town: Town, name: str) -> None:
    """Before there is anything, and again when some of it stands there: every row, note and reason is the same."""
    for _ in range(2):
        by = town("hayashi")
        short = prepare(by=by, at=by.at, upload=written(name), file_name="一覧.csv")
        long = read_through(town, written(name))
        assert told(town, long) == told(town, short)
        assert as_a_whole(town, long) == as_a_whole(town, short)
        confirm(by=by, at=town.later(), prepared=short.pk)


def test_two_rows_of_one_place_are_both_refused_however_far_apart(town: Town) -> None:
    """A place known under two keys, each of them in the file with something else."""
    taken_in(town, written("care_service"))
    office = running(town)["まつかぜ苑居宅介護支援事業所"]
    text = written("care_service").decode().splitlines(True)
    changed = [
        line.replace("まつかぜ苑居宅介護支援事業所", "まつかぜ苑") if "KD0000900017" in line else line for line in text
    ]
    assert changed != text
    upload = "".join(changed).encode()
    by = town("hayashi")
    short = prepare(by=by, at=by.at, upload=upload, file_name="一覧.csv")
    long = read_through(town, upload)
    assert told(town, long) == told(town, short)
    refused = [row for row in told(town, long) if "同じ場所にあたる行" in row["reason"]]
    assert len(refused) == 2
    assert not any(row["place"] for row in refused)
    with unwalled():
        assert not ImportRow.objects.within(town.body).filter(of=long, place=office.pk).exists()


def test_reading_changes_nothing_and_says_how_far_it_is(town: Town) -> None:
    brought = begun(town, written("preschool"))
    at_work, seen = worker(town), []
    while at_work._waiting():
        work = work_of(town, brought)
        seen.append((work.stage, work.reached))
        steps(town, at_work, 1)
    assert seen[:3] == [(Stage.READING, 0), (Stage.READING, 3), (Stage.READING, 6)]
    assert (Stage.COMPARING, 0) in seen
    assert seen[-1] == (Stage.COMPARING, 11)
    assert running(town) == {}
    assert work_of(town, brought).sentence == ""


@pytest.mark.parametrize("strokes", range(1, 9))
def test_a_worker_that_is_gone_while_reading_leaves_no_row_twice(town: Town, strokes: int) -> None:
    by = town("hayashi")
    short = prepare(by=by, at=by.at, upload=written("preschool"), file_name="一覧.csv")
    brought = begun(town, written("preschool"))
    steps(town, worker(town), strokes)
    assert steps(town, worker(town)) == 0  # another leaves it alone while the first may still be there
    town.now += FORGOTTEN_AFTER + timedelta(seconds=1)
    assert steps(town, worker(town)) > 0
    assert told(town, brought) == told(town, short)


@pytest.mark.parametrize(
    ("upload", "says"),
    [
        (b"%PDF-1.7", "PDF"),
        (b"a,b\n1,2\n", "見出しの行が見つかりません"),
        ("名称,住所\n".encode(), "見出しだけで"),
        ('名称,住所\nサロン,みなも市\nサロン2,"みなも市\n'.encode(), "引用符"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_nothing_of_it_is_kept(town: Town, upload: bytes, says: str) -> None:
    brought = begun(town, upload)
    steps(town, worker(town))
    work = work_of(town, brought)
    assert says in work.sentence
    assert work.ended_at is not None
    with unwalled():
        assert not Upload.objects.within(town.body).filter(of=brought).exists()
        assert not ImportRow.objects.within(town.body).filter(of=brought).exists()
    with pytest.raises(Refused, match="見つかりません"):
        begin_taking(by=town("hayashi"), at=town.later(), prepared=brought.pk)


def test_reading_is_stopped_and_leaves_nothing(town: Town) -> None:
    brought = begun(town, written("preschool"))
    at_work = worker(town)
    steps(town, at_work, 7)
    stop(by=town("hayashi"), at=town.later(), prepared=brought.pk)
    steps(town, at_work)
    assert work_of(town, brought).sentence == STOPPED
    assert told(town, brought) == []
