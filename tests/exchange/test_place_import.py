"""Hayashi brings a list of places in: preview, yes, receipt, and back again as far as the town has not moved on."""

import io
import json
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from marugoto.agencies.queries.system import system_viewer
from marugoto.community.actions.place import change_place, confirm_place, end_place
from marugoto.community.actions.place_list import create_places
from marugoto.community.codes import ConfirmedBy, PlaceEnd
from marugoto.community.models import Confirmation, Place, PlaceEnding
from marugoto.exchange.actions.place_import import confirm, prepare
from marugoto.exchange.actions.place_undo import undo
from marugoto.exchange.models import Import, Origin, Receipt
from marugoto.exchange.queries import place_import
from marugoto.exchange.rules.plan import Verdict
from marugoto.kernel.decision import Refused
from marugoto.ledger.models import Fact
from tests.database import unwalled
from tests.exchange.files import FIXTURES, written
from tests.town import MINAMO, SHIOMI, Town

pytestmark = pytest.mark.django_db


def bring(town: Town, upload: bytes, worker: str = "hayashi") -> Import:
    by = town(worker)
    return prepare(by=by, at=by.at, upload=upload, file_name="一覧.csv", municipality=town.body)


def bring_in(town: Town, upload: bytes) -> Import:
    prepared = bring(town, upload)
    say_yes(town, prepared)
    return prepared


def say_yes(town: Town, prepared: Import) -> Receipt:
    return confirm(by=town("hayashi"), at=town.later(), prepared=prepared.pk)


def told(town: Town, prepared: Import) -> dict[str, int]:
    brought = place_import.get(town("hayashi"), prepared.pk)
    assert brought is not None
    return dict(brought.counts)


def counts(new: int = 0, changed: int = 0, same: int = 0, refused: int = 0) -> dict[str, int]:
    return {"new": new, "changed": changed, "same": same, "refused": refused}


def running(town: Town) -> dict[str, Place]:
    with unwalled():
        ended = PlaceEnding.objects.within(town.body).filter(undone_at=None).values("place_id")
        return {place.name: place for place in Place.objects.within(town.body).exclude(pk__in=ended)}


def facts(kind: str) -> list[Fact]:
    with unwalled():
        return list(Fact.objects.everywhere("what the ledger says").filter(kind=kind))


def moved(name: str, was: str, becomes: str) -> bytes:
    changed = written(name).replace(was.encode(), becomes.encode())
    assert changed != written(name)
    return changed


def test_a_preview_changes_nothing_in_the_town(town: Town) -> None:
    prepared = bring(town, written("preschool", "cp932"))
    assert told(town, prepared) == counts(new=10, refused=1)
    assert (prepared.layout, prepared.encoding, prepared.row_count) == ("preschool", "シフトJIS（CP932）", 11)
    assert running(town) == {}
    (refused,) = place_import.rows(town("hayashi"), prepared.pk, Verdict.REFUSED)
    assert (refused.lines, refused.reason) == ([15], "名称がありません。")


def test_yes_makes_one_place_per_row_and_a_receipt(town: Town) -> None:
    receipt = say_yes(town, bring(town, written("preschool")))
    assert (receipt.made, receipt.changed, receipt.unchanged, receipt.refused) == (10, 0, 0, 1)
    places = running(town)
    assert len(places) == 9  # two of the ten have one name
    nursery = places["みなも市立なぎさ保育所"]
    assert (nursery.phone, str(nursery.latitude), nursery.hours) == ("099-252-4384", "35.804477", "7:00–19:00")
    assert places["あおぞら放課後クラブ"].hours_note.count("\n") == 2
    assert len(facts("resource.listed")) == 10
    (fact,) = facts("import.confirmed")
    assert (fact.num_1, fact.num_2, fact.num_3, fact.num_4) == (10, 0, 0, 1)


def test_an_import_never_confirms_a_place(town: Town) -> None:
    bring_in(town, written("places"))
    with unwalled():
        assert Confirmation.objects.within(town.body).count() == 0


def test_two_services_of_one_office_are_one_place(town: Town) -> None:
    bring_in(town, written("care_service", "cp932"))
    office = running(town)["まつかぜ苑居宅介護支援事業所"]
    assert office.services == "居宅介護支援事業所、介護予防支援事業所"
    with unwalled():
        keys = Origin.objects.within(town.body).filter(place=office.pk).order_by("key").values_list("key", flat=True)
        assert list(keys) == ["care_service:KD0000900004", "care_service:KD0000900017"]


@pytest.mark.parametrize("name", ["preschool", "care_service", "public_facility", "places"])
def test_the_same_file_again_is_all_the_same(town: Town, name: str) -> None:
    bring_in(town, written(name))
    before = {place.pk: place.version for place in running(town).values()}
    again = bring(town, written(name, "cp932"))
    assert told(town, again)["new"] == told(town, again)["changed"] == 0
    say_yes(town, again)
    assert {place.pk: place.version for place in running(town).values()} == before


def test_yes_pressed_twice_is_one_deed(town: Town) -> None:
    prepared = bring(town, written("places"))
    assert say_yes(town, prepared).pk == say_yes(town, prepared).pk
    assert len(running(town)) == 3


def test_what_changed_in_the_file_changes_here_and_only_that(town: Town) -> None:
    bring_in(town, written("public_facility"))
    prepared = bring(town, moved("public_facility", "中央1-1", "中央3-9"))
    assert told(town, prepared) == counts(changed=1, same=2)
    (row,) = place_import.rows(town("hayashi"), prepared.pk, Verdict.CHANGED)
    assert row.changes == [["address", "青嶺県みなも市中央1-1", "青嶺県みなも市中央3-9"]]
    say_yes(town, prepared)
    assert running(town)["みなも市立中央公民館"].address == "青嶺県みなも市中央3-9"


def test_what_hayashi_mended_by_hand_survives_the_next_import(town: Town) -> None:
    bring_in(town, written("places"))
    salon = running(town)["なぎさサロン"]
    change_place(by=town("hayashi"), at=town.later(), place=salon.pk, values={"phone": "099-999-0000"})
    again = bring(town, written("places"))
    assert told(town, again) == counts(same=3)
    say_yes(town, again)
    assert running(town)["なぎさサロン"].phone == "099-999-0000"
    (note,) = [row.notes for row in place_import.rows(town("hayashi"), again.pk) if row.name == "なぎさサロン"]
    assert "手で「099-999-0000」に直されています" in note[0][1]


def test_a_place_that_ended_here_is_not_brought_back(town: Town) -> None:
    bring_in(town, written("places"))
    end_place(by=town("hayashi"), at=town.later(), place=running(town)["なぎさサロン"].pk, reason=PlaceEnd.ENDED)
    bring_in(town, written("places"))
    assert sorted(running(town)) == ["まちかど食堂", "土いじりの会"]


def test_when_the_town_moves_on_the_preview_must_be_looked_at_again(town: Town) -> None:
    bring_in(town, written("places"))
    prepared = bring(town, moved("places", "099-200-1001", "099-200-7777"))
    change_place(
        by=town("hayashi"),
        at=town.later(),
        place=running(town)["なぎさサロン"].pk,
        values={"phone": "099-200-5555"},
    )
    with pytest.raises(Refused, match="下見のあとで"):
        say_yes(town, prepared)
    assert running(town)["なぎさサロン"].phone == "099-200-5555"


def test_an_error_half_way_leaves_nothing(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared = bring(town, written("places"))

    def breaks_at_the_last(**words: object) -> int:
        create_places(**words)
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("marugoto.exchange.actions.import_rows.create_places", breaks_at_the_last)
    with pytest.raises(RuntimeError, match="disk"):
        say_yes(town, prepared)
    assert running(town) == {}
    assert facts("import.confirmed") == []
    monkeypatch.undo()
    assert say_yes(town, prepared).made == 3


def test_undo_ends_what_the_import_made_and_a_second_press_does_nothing_more(town: Town) -> None:
    prepared = bring_in(town, written("places"))
    first = undo(by=town("hayashi"), at=town.later(), prepared=prepared.pk)
    assert running(town) == {}
    assert undo(by=town("hayashi"), at=town.later(), prepared=prepared.pk).pk == first.pk
    (fact,) = facts("import.undone")
    assert (fact.num_1, fact.num_2) == (3, 0)
    assert told(town, bring(town, written("places"))) == counts(new=3)


def test_undo_puts_back_what_the_import_changed(town: Town) -> None:
    bring_in(town, written("public_facility"))
    prepared = bring_in(town, moved("public_facility", "中央1-1", "中央3-9"))
    undo(by=town("hayashi"), at=town.later(), prepared=prepared.pk)
    assert running(town)["みなも市立中央公民館"].address == "青嶺県みなも市中央1-1"
    assert told(town, bring(town, written("public_facility"))) == counts(same=3)


def test_undo_keeps_what_people_worked_on_and_says_so(town: Town) -> None:
    prepared = bring_in(town, written("places"))
    places = running(town)
    by = town("hayashi")
    change_place(by=by, at=town.later(), place=places["なぎさサロン"].pk, values={"phone": "099-999-0000"})
    confirm_place(by=by, at=town.later(), place=places["土いじりの会"].pk, how=ConfirmedBy.VISIT)
    undo(by=by, at=town.later(), prepared=prepared.pk)
    assert sorted(running(town)) == ["なぎさサロン", "土いじりの会"]
    said = [one.sentence for one in place_import.left_standing(town("hayashi"), prepared.pk)[0]]
    assert said == [
        "取り込みの後に電話が直されているため、この場所は残しました。",
        "この場所には、確かめや日誌などの記録があるため、残しました。",
    ]


def test_undo_of_a_change_keeps_later_hand_work(town: Town) -> None:
    bring_in(town, written("places"))
    prepared = bring_in(town, moved("places", "毎週火曜,10時～12時", "毎週水曜,13時～15時"))
    salon = running(town)["なぎさサロン"]
    change_place(by=town("hayashi"), at=town.later(), place=salon.pk, values={"days": "第1水曜"})
    undo(by=town("hayashi"), at=town.later(), prepared=prepared.pk)
    salon = running(town)["なぎさサロン"]
    assert (salon.days, salon.hours_note) == ("第1水曜", "10時～12時")
    (left,), _ = place_import.left_standing(town("hayashi"), prepared.pk)
    assert left.sentence == "曜日は、取り込みの後に直されているため、そのまま残しました。"


def test_an_earlier_import_cannot_be_undone_under_a_later_one(town: Town) -> None:
    first = bring_in(town, written("places"))
    second = bring_in(town, moved("places", "099-200-1001", "099-200-7777"))
    undo(by=town("hayashi"), at=town.later(), prepared=first.pk)
    assert len(running(town)) == 3
    assert {one.sentence for one in place_import.left_standing(town("hayashi"), first.pk)[0]} == {
        "後の取り込みでも使われているため、この場所は残しました。"
    }
    undo(by=town("hayashi"), at=town.later(), prepared=second.pk)
    assert running(town)["なぎさサロン"].phone == "099-200-1001"


def test_undo_needs_a_receipt(town: Town) -> None:
    prepared = bring(town, written("places"))
    with pytest.raises(Refused, match="まだ取り込んでいない"):
        undo(by=town("hayashi"), at=town.later(), prepared=prepared.pk)


@pytest.mark.parametrize("worker", ["tanaka", "okamoto", "kuze", "shiraishi"])
def test_who_does_not_look_after_places_imports_nothing_and_sees_no_import(town: Town, worker: str) -> None:
    prepared = bring(town, written("places"))
    with pytest.raises(Refused, match="取り込めるのは"):
        bring(town, written("places"), worker)
    with pytest.raises(Refused, match="取り込めるのは"):
        confirm(by=town(worker), at=town.later(), prepared=prepared.pk)
    assert place_import.imports(town(worker)) == []
    assert place_import.get(town(worker), prepared.pk) is None
    assert place_import.rows(town(worker), prepared.pk) == []


def test_another_municipality_neither_sees_nor_takes_it(town: Town) -> None:
    prepared = bring(town, written("places"))
    stranger = system_viewer(SHIOMI, town.now)
    assert place_import.get(stranger, prepared.pk) is None
    with pytest.raises(Refused, match="見つかりません"):
        confirm(by=stranger, at=town.later(), prepared=prepared.pk)
    with pytest.raises(Refused, match="ほかの自治体"):
        prepare(by=stranger, at=town.later(), upload=written("places"), file_name="x.csv", municipality=MINAMO)


def test_an_unknown_import_is_refused(town: Town) -> None:
    with pytest.raises(Refused, match="見つかりません"):
        confirm(by=town("hayashi"), at=town.later(), prepared=uuid4())


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\共有\\一覧.csv", "一覧.csv"),
        ("あ" * 300, "あ" * 200),
        ("a\r\nb.csv", "ab.csv"),
        ("", "upload.csv"),
    ],
)
def test_a_file_name_is_shown_and_never_a_path(town: Town, name: str, shown: str) -> None:
    by = town("hayashi")
    assert prepare(by=by, at=by.at, upload=written("places"), file_name=name).file_name == shown


def test_the_newest_import_comes_first_with_what_became_of_it(town: Town) -> None:
    bring_in(town, written("places"))
    town.later()
    bring(town, written("preschool"))
    newest, oldest = place_import.imports(town("hayashi"))
    assert (newest.file.layout, newest.receipt) == ("preschool", None)
    assert oldest.receipt is not None
    assert (oldest.receipt.made, oldest.undo) == (3, None)


# ---------------------------------------------------------------- the command line


def command(*words: str) -> str:
    said = io.StringIO()
    call_command("import", "places", *words, stdout=said)
    return said.getvalue()


def test_the_command_shows_a_preview_and_changes_nothing(town: Town) -> None:
    said = command(str(FIXTURES / "preschool.csv"), "--municipality", MINAMO, "--preview")
    assert "様式: 子育て施設一覧　文字コード: UTF-8　11行" in said
    assert "新しい 10　変わる 0　同じ 0　取り込めない 1" in said
    assert "15行目" in said
    assert running(town) == {}


def test_the_command_takes_in_and_answers_json(town: Town) -> None:
    said = json.loads(command(str(FIXTURES / "care_service.csv"), "--municipality", MINAMO, "--json"))
    assert said["counts"] == counts(new=8)
    assert UUID(said["receipt"])
    assert len(running(town)) == 8
    again = json.loads(command(str(FIXTURES / "care_service.csv"), "--municipality", MINAMO, "--json"))
    assert again["counts"] == counts(same=8)


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"%PDF-1.7", "PDF"), (b"a,b\n1,2\n", "見出しの行が見つかりません"), (b"", "空です")],
)
def test_the_command_says_in_a_sentence_why_not(town: Town, tmp_path: Path, content: bytes, says: str) -> None:
    file = tmp_path / "x.csv"
    file.write_bytes(content)
    with pytest.raises(CommandError, match=says):
        command(str(file), "--municipality", MINAMO)


def test_a_body_that_is_not_there_is_refused(town: Town) -> None:
    with pytest.raises(CommandError, match="団体コード123456の自治体は、ここにありません"):
        command(str(FIXTURES / "places.csv"), "--municipality", "123456")


def test_a_file_that_is_not_there_is_said(town: Town, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="開けません"):
        command(str(tmp_path / "none.csv"), "--municipality", MINAMO)
