"""What an older backup brings back is destroyed again by the list that was kept beside it."""

import json
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from marugoto.kernel.decision import Refused
from marugoto.people.models import Household
from marugoto.retention.actions.again import apply_again, tell_disposals
from marugoto.retention.codes import RecordKind
from marugoto.retention.models import Destruction, Disposal, Reapplication, Schedule
from tests.disposed import destroyed, ended, proposed, scheduled, years_pass
from tests.listed import forgotten, ruled
from tests.town import Town, settle_town

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.sqlite,
]  # as the owner of the tables: `restore` works so on both databases


class BackupPutBack(Exception):
    """Rolls back to the rows of before, as an older backup would."""


def test_an_older_backup_is_cleaned_again(town: Town) -> None:
    over = ended(town)
    scheduled(town)
    years_pass(town)
    try:
        with transaction.atomic():
            destroyed(town)
            said = tell_disposals()
            raise BackupPutBack
    except BackupPutBack:
        pass
    assert Household.objects.within(town.body).filter(pk=over.story.household).exists()
    assert not Destruction.objects.within(town.body).exists()
    done = apply_again(said, at=town.later())
    assert [(one.number, one.found, one.same) for one in done] == [("R8-0001", True, True)]
    assert not Household.objects.within(town.body).filter(pk=over.story.household).exists()
    line = Destruction.objects.within(town.body).get()
    assert line.rows == done[0].rows
    assert Reapplication.objects.within(town.body).get().item_id == line.item_id
    connection.check_constraints()
    again = apply_again(said, at=town.later())
    assert [one.found for one in again] == [False]
    assert Reapplication.objects.within(town.body).count() == 1


def test_the_list_names_nobody(town: Town) -> None:
    ended(town)
    scheduled(town)
    years_pass(town)
    destroyed(town)
    said = tell_disposals()
    assert "佐藤" not in said
    assert {row["model"] for row in json.loads(said)["rows"]} == {
        "retention.schedule",
        "retention.disposal",
        "retention.disposalitem",
        "retention.disposaltarget",
        "retention.disposaldecision",
        "retention.destruction",
    }


def test_the_command_writes_it_and_puts_it_on_again(
    town: Town, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    ended(town)
    scheduled(town)
    years_pass(town)
    destroyed(town)
    file = tmp_path_factory.mktemp("kept") / "disposals.json"
    call_command("disposals", str(file))
    call_command("disposals", str(file), again=True)
    assert "控えにある1件のうち、戻っていた0件をもう一度廃棄しました。" in capsys.readouterr().out


def cleaned_again(town: Town) -> None:
    """An older backup was put back, and what had been destroyed since is destroyed again."""
    said = ""
    try:
        with transaction.atomic():
            ruled(town, RecordKind.HOUSEHOLD, 6)
            ruled(town, RecordKind.HOUSEHOLD, 5)
            destroyed(town)
            said = tell_disposals()
            raise BackupPutBack
    except BackupPutBack:
        pass
    apply_again(said, at=town.later())


def test_the_next_list_and_the_next_version_find_their_numbers(town: Town) -> None:
    """The backup knew neither the list nor the versions that were made since."""
    ended(town)
    years_pass(town)
    cleaned_again(town)
    forgotten(town)
    ruled(town)
    ruled(town, RecordKind.HOUSEHOLD, 7)
    last = Disposal.objects.within(town.body).order_by("-number")[0].number
    assert proposed(town).number == last + 1
    numbers = Schedule.objects.within(town.body).filter(record="household").values_list("number", flat=True)
    assert sorted(numbers) == [2, 3]


def test_numbers_that_were_given_again_since_keep_nothing_from_being_destroyed(town: Town) -> None:
    over = ended(town)
    years_pass(town)
    said = ""
    try:
        with transaction.atomic():
            scheduled(town)
            destroyed(town)
            said = tell_disposals()
            raise BackupPutBack
    except BackupPutBack:
        pass
    forgotten(town)
    ruled(town)
    told = next(row["fields"]["number"] for row in json.loads(said)["rows"] if row["model"] == "retention.disposal")
    assert proposed(town).number == told
    assert [one.found for one in apply_again(said, at=town.later())] == [True]
    assert not Household.objects.within(town.body).filter(pk=over.story.household).exists()
    assert not Destruction.objects.within(town.body).exists()  # the line stays in the file


NOT_OURS = json.dumps({"format": "marugoto-disposals-1", "rows": [{"model": "auth.user", "pk": 1, "fields": {}}]})
NO_ROWS = '{"format": "marugoto-disposals-1", "rows": [{"x": 1}]}'


def test_a_line_without_what_it_pointed_at_is_refused(town: Town) -> None:
    ended(town)
    scheduled(town)
    years_pass(town)
    destroyed(town)
    said = json.loads(tell_disposals())
    said["rows"] = [row for row in said["rows"] if row["model"] != "retention.disposaltarget"]
    with pytest.raises(Refused, match="廃棄の控えとして読めません"):
        apply_again(json.dumps(said), at=town.later())


@pytest.mark.parametrize(
    "said", ["", "[]", '{"format": "another", "rows": []}', json.dumps({"x": str(uuid4())}), NOT_OURS, NO_ROWS]
)
def test_a_file_that_is_none_is_refused(said: str) -> None:
    with pytest.raises(Refused, match="廃棄の控えとして読めません"):
        apply_again(said, at=settle_town().now)
