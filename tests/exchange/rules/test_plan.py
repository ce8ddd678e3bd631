"""The preview: new, changed with from and to, the same, refused with the reason; the same file again is all "same"."""

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from marugoto.exchange.rules.plan import FIGURES_GO, Change, KnownPlace, Preview, Verdict, plan, preview
from marugoto.exchange.rules.reading import read_file
from marugoto.kernel.decision import Refused
from tests.exchange.files import NAMES, WAYS, known, place, read, read_lines, written

PLACES = "番号,名称,住所,電話,備考"


def values(**said: str) -> dict[str, str]:
    return read_lines(PLACES, "1,渚,浜1,,").places[0].values() | said


def standing(
    now: dict[str, str], imported: dict[str, str] | None = None, key: str = "places:1"
) -> dict[str, KnownPlace]:
    return {key: KnownPlace("p1", now, imported if imported is not None else now)}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("way", WAYS)
def test_the_same_file_again_changes_nothing(name: str, way: str) -> None:
    first = read(name)
    told = preview(known(*first.places), read(name, way)).count()
    assert told == {"new": 0, "changed": 0, "same": len(first.places), "refused": len(first.refused)}


@pytest.mark.parametrize("seed", range(5))
def test_the_plan_does_not_depend_on_the_order_of_rows(seed: int) -> None:
    reading = read("preschool")
    rows = [*reading.places, *reading.refused]
    random.Random(seed).shuffle(rows)
    half = known(*reading.places[::2])
    assert plan(half, rows) == plan(half, [*reading.places, *reading.refused])


def test_what_changes_is_said_from_and_to() -> None:
    before = read("public_facility")
    moved = written("public_facility").replace("中央1-1".encode(), "中央3-9".encode())
    told = preview(known(*before.places), read_file(moved))
    (changed,) = [row for row in told.rows if row.verdict is Verdict.CHANGED]
    assert changed.changes == (Change("address", "青嶺県みなも市中央1-1", "青嶺県みなも市中央3-9"),)
    assert changed.changes[0].label == "住所"
    assert told.count() == {"new": 0, "changed": 1, "same": 2, "refused": 0}


def test_what_stands_beside_words_that_change_is_told_to_be_unknown_again() -> None:
    row = read_lines(PLACES, "1,渚,浜1,099-200-0002,").places[0]
    now = KnownPlace("p1", values(phone="099-200-0001"), values(phone="099-200-0001"), beside=frozenset({"phone"}))
    assert [note.sentence for note in plan({"places:1": now}, [row]).rows[0].notes] == [f"電話：{FIGURES_GO}"]
    assert plan({"places:1": replace(now, beside=frozenset({"fee"}))}, [row]).rows[0].notes == ()


def test_a_blank_never_erases() -> None:
    told = plan(standing(values(phone="099-200-0001")), read_lines(PLACES, "1,渚,浜1,,").places)
    assert told.rows[0].verdict is Verdict.SAME
    assert "今の「099-200-0001」を残します" in told.rows[0].notes[0].sentence


def test_hand_work_stays_while_the_file_says_what_it_said() -> None:
    row = read_lines(PLACES, "1,渚,浜1,099-200-0001,").places
    by_hand = standing(values(phone="099-999-9999"), values(phone="099-200-0001"))
    told = plan(by_hand, row)
    assert told.rows[0].verdict is Verdict.SAME
    assert "手で「099-999-9999」に直されています" in told.rows[0].notes[0].sentence


def test_a_new_word_of_the_file_replaces_hand_work_and_says_so() -> None:
    row = read_lines(PLACES, "1,渚,浜1,099-200-0002,").places
    by_hand = standing(values(phone="099-999-9999"), values(phone="099-200-0001"))
    told = plan(by_hand, row)
    assert told.rows[0].changes == (Change("phone", "099-999-9999", "099-200-0002"),)
    assert "手で直された「099-999-9999」を" in told.rows[0].notes[0].sentence


def test_a_place_the_file_no_longer_has_is_told_and_not_touched() -> None:
    everything = read("places")
    told = plan(known(*everything.places), everything.places[1:])
    assert told.absent == (f"place-{everything.places[0].keys[0]}",)
    assert told.count()["same"] == 2


def test_a_place_that_ended_here_is_not_brought_back_by_a_file() -> None:
    (row,) = read_lines(PLACES, "1,渚,浜1,099-200-0002,").places
    told = plan({"places:1": KnownPlace("p1", values(), values(), ended=True)}, [row])
    assert (told.rows[0].verdict, told.rows[0].changes, told.absent) == (Verdict.SAME, (), ())
    assert "終わった場所として記録しています" in told.rows[0].notes[-1].sentence


def test_an_office_is_found_again_by_any_of_its_ids() -> None:
    office = place(read("care_service"), "まつかぜ苑居宅介護支援事業所")
    one_left = replace(office, keys=office.keys[1:])
    assert plan(known(office), [one_left]).rows[0].ref == f"place-{office.keys[0]}"


def test_a_row_that_fits_two_known_places_is_refused() -> None:
    office = place(read("care_service"), "まつかぜ苑居宅介護支援事業所")
    apart = {key: KnownPlace(key, office.values()) for key in office.keys}
    assert "2か所あります" in plan(apart, [office]).rows[0].reason


def test_two_rows_for_one_known_place_are_both_refused() -> None:
    office = place(read("care_service"), "まつかぜ苑居宅介護支援事業所")
    split = [replace(office, keys=(key,), lines=(line,)) for line, key in enumerate(office.keys, 2)]
    assert plan(known(office), split).count() == {"new": 0, "changed": 0, "same": 0, "refused": 2}


def test_a_new_place_with_a_name_we_know_is_pointed_at() -> None:
    told = plan(standing(values()), read_lines(PLACES, "9,渚,浜7,,").places)
    assert told.rows[0].verdict is Verdict.NEW
    assert "同じ名称の場所がすでにあります" in told.rows[0].notes[0].sentence


@pytest.mark.parametrize(("municipality", "told"), [("990019", False), ("352071", True), ("", False)])
def test_a_file_of_another_municipality_is_pointed_at(municipality: str, told: bool) -> None:
    notes = preview({}, read("preschool"), municipality=municipality).notes
    assert any("団体コード（990019）が、取り込み先" in note for note in notes) is told


def outcome(raw: bytes) -> Preview | Refused:
    try:
        return preview({}, read_file(raw), municipality="990019")
    except Refused as refusal:
        return refusal


@given(st.binary(max_size=300))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(b"\xef\xbb\xbf\xef\xbb\xbf")
@example("名称,住所\n\x85,\u2028\n".encode())
@example(("名称,住所\n渚,みなも市" + "一" * 300 + "丁目1\n").encode())
def test_any_bytes_end_in_a_preview_or_a_sentence(raw: bytes) -> None:
    assert isinstance(outcome(raw), Preview | Refused)


@given(st.sampled_from(NAMES), st.sampled_from(WAYS), st.data())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_damaged_file_ends_in_a_preview_or_a_sentence(name: str, way: str, data: st.DataObject) -> None:
    whole = bytearray(written(name, way))
    at = data.draw(st.integers(0, len(whole)))
    whole[at : at + data.draw(st.integers(0, 50))] = data.draw(st.binary(max_size=20))
    assert isinstance(outcome(bytes(whole)), Preview | Refused)


CELL = st.one_of(
    st.text(max_size=30), st.sampled_from(["7:00", "0.5", "35.8", "=1+1", "(048)252-4384", "一丁目", "\t", "１"])
)


@given(st.lists(st.lists(CELL, min_size=9, max_size=9), min_size=1, max_size=6))
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_cells_end_in_a_preview_or_a_sentence_and_are_the_same_again(rows: list[list[str]]) -> None:
    lines = ["番号,名称,よみ,住所,電話,緯度,経度,時間,備考"]
    lines += [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    try:
        reading = read_file("\n".join(lines).encode(errors="replace"))
    except Refused:
        return  # NUL or ESC in a cell: the whole file is refused, as another test says
    again = plan(known(*reading.places), reading.places)
    assert again.count() == {"new": 0, "changed": 0, "same": len(reading.places), "refused": 0}


def test_what_is_over_is_told_and_still_the_clerks_to_decide() -> None:
    planned = preview({}, read("event"), today=date(2027, 8, 8))
    told = {row.name: [note.sentence for note in row.notes if "過ぎています" in note.sentence] for row in planned.rows}
    assert told["囲碁のつどい"] == ["曜日：終わりの日（2027年1月15日）が過ぎています。載せるかを確かめてください。"]
    assert (told["みなも夏まつり"], told["朝市"], told["写真展"]) == ([], [], [])
