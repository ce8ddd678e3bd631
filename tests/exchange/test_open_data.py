"""Real published files, where somebody put them beside the checkout; without them nothing is collected.

They are not part of the project: their licences are their publishers'. Their defects are rebuilt in the invented fixtures.
"""

import csv
import json
import os
import random
from collections import defaultdict
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

from marugoto.community.models import Place, PlaceEnding
from marugoto.exchange.actions.place_import import confirm, prepare
from marugoto.exchange.actions.place_undo import undo
from marugoto.exchange.queries import place_export as export
from marugoto.exchange.queries.place_import import get
from marugoto.exchange.rules.heading import recognise
from marugoto.exchange.rules.place_row import PlaceRow
from marugoto.exchange.rules.plan import plan, preview
from marugoto.exchange.rules.reading import Reading, read_file
from marugoto.exchange.rules.table import Record
from marugoto.exchange.rules.upload import Encoding
from marugoto.exchange.rules.writing import Issuer, rows_of, write
from marugoto.kernel.decision import Refused
from marugoto.settings.porch import MIDDLEWARE as PORCH_MIDDLEWARE
from tests.database import unwalled
from tests.exchange.files import MORE_NAMES, NAMES, known, written
from tests.exchange.files import read as read_invented
from tests.exchange.long_lists import read_through
from tests.exchange.long_lists import told as rows_told
from tests.exchange.rules.test_hsds import BARE, WHOLE, page
from tests.exchange.rules.test_writing import TOWN, assert_no_cell_is_lost, carried, lines_of
from tests.exchange.test_place_export import PROFILE
from tests.exchange.test_place_import import bring_in
from tests.town import Town
from tests.web.front.test_open_list import LIST, tell

FOLDER = Path(os.environ.get("MARUGOTO_OPEN_DATA") or Path(__file__).parents[3] / "shared" / "data") / "facilities"
COLUMNS = FOLDER.parent / "standards" / "municipal_dataset_columns.csv"
PLACES = {"112038_preschool.csv": 302} | dict.fromkeys(
    ("352071_care_service.excerpt.cp932.csv", "352071_care_service.excerpt.utf8.csv"), 14
)
NO_PLACES = {"地域・年齢別人口", "オープンデータ一覧"}  # figures, and other files
if not FOLDER.is_dir():
    pytest.skip(reason="no open data beside the checkout", allow_module_level=True)


def read(name: str) -> Reading:
    return read_file((FOLDER / name).read_bytes())


def named(reading: Reading, name: str) -> PlaceRow:
    return next(one for one in reading.places if one.name == name)


def test_no_file_that_lies_there_is_left_out() -> None:
    assert {file.name for file in FOLDER.iterdir()} == set(PLACES)


def test_302_places_of_a_city_for_children() -> None:
    reading = read("112038_preschool.csv")
    assert (reading.layout.code, reading.encoding, reading.rows) == ("preschool", Encoding.UTF_8_BOM, 302)
    assert (len(reading.places), reading.refused) == (302, ())
    assert sum("\n" in one.hours_note for one in reading.places) == 57
    assert sum(not one.hours for one in reading.places) == 56
    assert [one.name for one in reading.places if not one.latitude] == ["汽車ぽっぽ保育園きぞろ"]
    assert all(one.phone.startswith("0") and one.phone.count("-") == 2 for one in reading.places)
    assert not any(one.name != one.name.strip() or one.address != one.address.strip() for one in reading.places)


def test_two_writings_of_one_care_list_are_equal() -> None:
    japanese, unicode = read("352071_care_service.excerpt.cp932.csv"), read("352071_care_service.excerpt.utf8.csv")
    assert (japanese.encoding, unicode.encoding) == (Encoding.CP932, Encoding.UTF_8)
    assert japanese.places == unicode.places
    assert (japanese.rows, len(japanese.places)) == (16, 14)


def test_the_defects_of_the_care_list_are_told() -> None:
    reading = read("352071_care_service.excerpt.utf8.csv")
    planning = named(reading, "白石プランニング")
    assert planning.services == "居宅介護支援事業所、介護予防支援事業所"
    assert any("潮音朝" in note.sentence for note in planning.notes)
    helpers = named(reading, "訪問介護ステーション　ココロ")
    assert any("大手町2-5-18" in note.sentence for note in helpers.notes)
    assert named(reading, "のんびり村花岡居宅介護支援事業所").source[0]["介護サービス事業所名称"].endswith(" ")


def test_every_list_of_the_standards_is_read_or_named() -> None:
    columns: dict[tuple[str, str], list[str]] = defaultdict(list)
    with COLUMNS.open(encoding="utf-8-sig") as lines:
        for row in csv.DictReader(lines):
            columns[row["standard"], row["dataset"]].append(row["column"])
    assert len(columns) == 18
    for (_, dataset), headers in columns.items():
        if dataset in NO_PLACES:
            with pytest.raises(Refused, match=dataset):
                recognise([Record(1, tuple(headers))])
            continue
        heading, _ = recognise([Record(1, tuple(headers))])
        assert dataset in heading.layout.name
        assert heading.unknown == ()
        assert any(list(known) == headers for _, known in heading.layout.headings)


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        *((name, Encoding.UTF_8_BOM) for name in PLACES),
        ("352071_care_service.excerpt.cp932.csv", Encoding.CP932),  # of the other a minus sign says why not: see below
        ("352071_care_service.excerpt.utf8.csv", Encoding.CP932),
    ],
)
def test_out_and_in_again_is_the_same(name: str, encoding: Encoding) -> None:
    reading = read(name)
    for _, columns in reading.layout.headings:
        back = read_file(write(rows_of(reading.layout, columns, lines_of(reading), TOWN), encoding))
        fields = carried(reading.layout, columns)
        assert [{name: one.values()[name] for name in fields} for one in back.places] == [
            {name: one.values()[name] for name in fields} for one in reading.places
        ]


def test_a_minus_sign_among_three_hundred_rows_is_named() -> None:
    reading = read("112038_preschool.csv")
    rows = rows_of(reading.layout, reading.layout.heading_of(""), lines_of(reading), TOWN)
    with pytest.raises(Refused, match="「−」（Gakkenほいくえん　川口芝の所在地_連結表記）"):
        write(rows, Encoding.CP932)


def strict(schema: Any) -> Any:
    """As the standard checks its own examples: no field it does not know, at any depth."""
    if isinstance(schema, dict):
        closed = {name: strict(value) for name, value in schema.items()}
        return closed | {"additionalProperties": False} if isinstance(schema.get("properties"), dict) else closed
    return [strict(one) for one in schema] if isinstance(schema, list) else schema


def official() -> Draft202012Validator:
    folder = FOLDER.parent / "hsds" / "3.1-dev" / "schema"
    schemas = {file.name: strict(json.loads(file.read_text(encoding="utf-8"))) for file in folder.glob("*.json")}
    base = "https://hsds.invalid/"
    known_schemas = Registry().with_resources(
        (
            f"{base}{name}",
            Resource.from_contents(
                {"$schema": "https://json-schema.org/draft/2020-12/schema", **one, "$id": f"{base}{name}"}
            ),
        )
        for name, one in schemas.items()
    )
    checks = FormatChecker(["uuid", "email"])
    return Draft202012Validator({"$ref": f"{base}service.json"}, registry=known_schemas, format_checker=checks)


def test_our_services_are_valid_by_the_official_schemas_in_strict_mode() -> None:
    validator = official()
    examples = FOLDER.parent / "hsds" / "3.1-dev" / "examples"
    validator.validate(json.loads((examples / "service_full.json").read_text(encoding="utf-8")))
    for service in page(WHOLE, BARE)["contents"]:
        validator.validate(service)
    said = page(WHOLE)
    assert set(said) == set(json.loads((examples / "service_list.json").read_text(encoding="utf-8")))
    for path in ((), ("organization",), ("schedules", 0), ("service_at_locations", 0, "location", "addresses", 0)):
        wrong = inside = deepcopy(said["contents"][0])
        for step in path:
            inside = inside[step]
        inside["note"] = "内部のメモ"
        assert not validator.is_valid(wrong)


@pytest.mark.parametrize("name", PLACES)
def test_ten_times_and_shuffled_is_the_same_as_once(name: str) -> None:
    reading = read(name)
    rows = list(reading.places)
    assert preview({}, reading).count()["new"] == len(rows)
    for seed in range(10):
        random.Random(seed).shuffle(rows)
        assert plan(known(*reading.places), rows).count() == {"new": 0, "changed": 0, "same": len(rows), "refused": 0}


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "places"), PLACES.items())
def test_in_again_and_back_out(town: Town, name: str, places: int) -> None:
    by, upload = town("hayashi"), (FOLDER / name).read_bytes()
    first = prepare(by=by, at=by.at, upload=upload, file_name=name)
    assert confirm(by=by, at=town.later(), prepared=first.pk).made == places
    with unwalled():
        assert Place.objects.within(town.body).count() == places
    again = prepare(by=by, at=town.later(), upload=upload, file_name=name)
    brought = get(by, again.pk)
    assert brought is not None
    assert brought.counts == {"new": 0, "changed": 0, "same": places, "refused": 0}
    undo(by=by, at=town.later(), prepared=first.pk)
    with unwalled():
        assert PlaceEnding.objects.within(town.body).filter(undone_at=None).count() == places


# ---------------------------------------------------------------- each heading of the standards, with rows beneath it


def headings() -> dict[tuple[str, str], tuple[str, ...]]:
    """By standard and list, the columns in their order; the lists that hold no places are left out."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    with COLUMNS.open(encoding="utf-8-sig") as lines:
        for row in csv.DictReader(lines):
            found[row["standard"], row["dataset"]].append(row["column"])
    return {key: tuple(columns) for key, columns in found.items() if key[1] not in NO_PLACES}


def beneath(columns: tuple[str, ...]) -> tuple[Reading, bytes]:
    """The invented places of that list, written under this very heading; and what they say."""
    head, _ = recognise([Record(1, columns)])
    reading = read_invented(head.layout.code)
    return reading, write(rows_of(head.layout, columns, lines_of(reading), TOWN), Encoding.UTF_8_BOM)


@pytest.mark.parametrize("key", headings(), ids="-".join)
def test_places_under_each_heading_of_the_standards_come_back_as_they_were(key: tuple[str, str]) -> None:
    columns = headings()[key]
    reading, upload = beneath(columns)
    back = read_file(upload)
    assert (back.layout, back.refused, len(back.places)) == (reading.layout, (), len(reading.places))
    fields = carried(reading.layout, columns)
    assert "name" in fields or reading.layout.named_by
    assert [{name: one.values()[name] for name in fields} for one in back.places] == [
        {name: one.values()[name] for name in fields} for one in reading.places
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("key", headings(), ids="-".join)
def test_each_heading_of_the_standards_is_taken_in_and_goes_out_the_same(town: Town, key: tuple[str, str]) -> None:
    columns = headings()[key]
    reading, upload = beneath(columns)
    by = town("hayashi")
    first = prepare(by=by, at=by.at, upload=upload, file_name="一覧.csv")
    assert confirm(by=by, at=town.later(), prepared=first.pk).made == len(reading.places)
    by = town("hayashi")
    for public in (True, False):
        lines = export.lines(by, reading.layout, public=public)
        out = write(rows_of(reading.layout, columns, lines, export.issuer(by)), Encoding.UTF_8_BOM)
        again = prepare(by=by, at=town.later(), upload=out, file_name="一覧.csv")
        brought = get(by, again.pk)
        assert brought is not None
        assert brought.counts == {"new": 0, "changed": 0, "same": len(reading.places), "refused": 0}


@pytest.mark.parametrize(
    ("name", "issuer"),
    [
        ("112038_preschool.csv", Issuer("112038", "川口市", "埼玉県")),
        ("352071_care_service.excerpt.utf8.csv", Issuer("352071", "下松市", "山口県")),
    ],
)
def test_every_cell_of_a_real_file_goes_out_as_it_came_or_a_note_says_what_was_done(name: str, issuer: Issuer) -> None:
    assert_no_cell_is_lost(read(name), issuer)


@pytest.mark.django_db
@pytest.mark.parametrize("name", PLACES)
def test_a_real_file_is_read_the_long_way_as_the_short_way(town: Town, name: str) -> None:
    by, upload = town("hayashi"), (FOLDER / name).read_bytes()
    short = prepare(by=by, at=by.at, upload=upload, file_name=name)
    long = read_through(town, upload)
    assert rows_told(town, long) == rows_told(town, short)


@pytest.mark.django_db
def test_what_the_porch_answers_is_valid_by_the_official_schemas_in_strict_mode(
    town: Town, settings: Any, tmp_path: Path
) -> None:
    """Of every real and every invented list, page by page."""
    settings.MARUGOTO_PACKAGE_FOLDER = tmp_path
    for upload in [
        *(written(name) for name in (*NAMES, *MORE_NAMES)),
        *((FOLDER / name).read_bytes() for name in ("112038_preschool.csv", "352071_care_service.excerpt.utf8.csv")),
    ]:
        bring_in(town, upload)
    tell(town)
    settings.ROOT_URLCONF, settings.MIDDLEWARE = "marugoto.web.urls_porch", PORCH_MIDDLEWARE
    validator, profile, seen, page = official(), Draft202012Validator(json.loads(PROFILE.read_text("utf-8"))), 0, 1
    while True:
        said = json.loads(Client().get(LIST, {"page": page, "per_page": 100}).content)
        profile.validate(said)
        for service in said["contents"]:
            validator.validate(service)
        seen += said["size"]
        if said["last_page"]:
            break
        page += 1
    assert seen == said["total_items"] > 340
