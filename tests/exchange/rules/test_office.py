"""One office on several rows becomes one place; what only looks alike stays apart; contradictions are refused."""

import random

from marugoto.exchange.rules.reading import read_file
from tests.exchange.files import place, read, read_lines, refused, sentences, source

CARE = "ID,介護サービス事業所名称,実施サービス,住所,緯度,経度,電話番号,事業所番号"


def test_one_office_with_two_services_is_one_place() -> None:
    reading = read("care_service")
    office = place(reading, "まつかぜ苑居宅介護支援事業所")
    assert (reading.rows, len(reading.places)) == (10, 8)
    assert office.lines == (3, 7)
    assert office.keys == ("care_service:KD0000900004", "care_service:KD0000900017")
    assert office.services == "居宅介護支援事業所、介護予防支援事業所"
    assert "2つの行を1か所にまとめました（3行目、7行目）。" in sentences(office)
    assert len(office.source) == 2


def test_two_spellings_of_one_address_stay_and_are_told() -> None:
    reading = read("care_service")
    assert "潮音朝" in sentences(place(reading, "しおさいプランニング"))
    helpers = next(one for one in reading.places if one.name.startswith("訪問介護ステーション"))
    assert helpers.address == "青嶺県みなも市大手町25-18みなとビル3F"
    assert "「青嶺県みなも市大手町2-5-18　みなとビル3F」と書かれています" in sentences(helpers)


def test_same_name_telephone_and_point_with_another_spelling_is_one_office() -> None:
    reading = read_lines(
        CARE,
        "B2,ここね,訪問看護,大手町25-18,34.01,131.86,0899-44-7888,",
        "B1,ここね,訪問介護,大手町2-5-18,34.01,131.86,0899-44-7888,",
    )
    (office,) = reading.places
    assert (office.address, office.services) == ("大手町2-5-18", "訪問介護、訪問看護")
    assert "住所：行によって違います（「大手町2-5-18」、「大手町25-18」）" in sentences(office)


def test_the_same_name_alone_is_not_the_same_office() -> None:
    reading = read_lines(CARE, "A1,ここね,訪問介護,浜1,,,0899-44-7888,", "A2,ここね,訪問看護,渚町9,,,0899-44-7888,")
    assert len(reading.places) == 2


def test_another_office_number_is_another_office() -> None:
    reading = read_lines(CARE, "A1,ここね,訪問介護,浜1,,,,0001", "A2,ここね,訪問看護,浜1,,,,0002")
    assert len(reading.places) == 2


def test_outside_care_two_ids_are_two_places_even_with_one_name() -> None:
    reading = read("preschool")
    twins = [one for one in reading.places if one.name == "認定こども園ひなた"]
    assert [one.capacity for one in twins] == ["210", "222"]
    assert "同じ名称・住所の行がほかにあります（12行目）" in sentences(twins[0])


def test_a_row_repeated_word_for_word_is_one_place() -> None:
    reading = read_lines("名称,住所,電話", "渚,浜1,099-200-0001", "渚,浜1,099-200-0001")
    assert [one.lines for one in reading.places] == [(2, 3)]


def test_one_id_with_two_contents_refuses_both_whatever_the_order() -> None:
    rows = ["7,渚,浜1", "7,磯,浜2", "8,沖,浜3"]
    for order in (rows, rows[::-1]):
        reading = read_lines("番号,名称,住所", *order)
        assert [one.name for one in reading.places] == ["沖"]
        assert {one.name for one in reading.refused} == {"渚", "磯"}
        assert "内容が違います" in refused(reading, reading.refused[0].lines[0]).reason


def test_the_order_of_rows_changes_nothing_but_the_lines() -> None:
    heading, *rows = source("care_service").strip().split("\n")
    told = {one.keys: (one.values(), len(one.notes)) for one in read("care_service").places}
    for seed in range(20):
        random.Random(seed).shuffle(rows)
        reading = read_file("\n".join([heading, *rows]).encode())
        assert {one.keys: (one.values(), len(one.notes)) for one in reading.places} == told
