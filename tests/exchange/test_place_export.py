"""Places go out: as each may see them, as exactly as their hosts wish, and what is internal never leaves by any door."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from jsonschema import Draft202012Validator

from marugoto.community.actions.place import change_place, create_place, end_place
from marugoto.community.actions.place_check import promise
from marugoto.community.codes import Interest, PlaceEnd, PlaceKind, Precision, PromiseKind, Sayer, Tier, Welcome
from marugoto.community.models import Place
from marugoto.exchange.formats import LAYOUTS
from marugoto.exchange.hsds_words import words
from marugoto.exchange.queries import place_export as export
from marugoto.exchange.queries.place_import import look_ahead
from marugoto.exchange.rules.hsds import page_of
from marugoto.exchange.rules.reading import read_file
from marugoto.exchange.rules.upload import Encoding
from marugoto.exchange.rules.writing import rows_of, write
from tests.exchange.files import MORE_NAMES, NAMES, written
from tests.exchange.test_place_import import bring_in, running
from tests.town import MINAMO, Town

pytestmark = pytest.mark.django_db
BY_CODE = {layout.code: layout for layout in LAYOUTS}
PROFILE = Path(__file__).parents[2] / "docs" / "reference" / "hsds-jp.schema.json"


def file(town: Town, code: str, worker: str = "hayashi", *, public: bool = True, generation: str = "") -> bytes:
    by, layout = town(worker), BY_CODE[code]
    rows = rows_of(layout, layout.heading_of(generation), export.lines(by, layout, public=public), export.issuer(by))
    return write(rows, Encoding.UTF_8_BOM)


def services(town: Town) -> dict[str, Any]:
    by = town("hayashi")
    return json.loads(json.dumps(page_of(export.open_places(by), export.issuer(by), words()), ensure_ascii=False))


def salon(town: Town, name: str = "なぎさサロン", **values: Any) -> Place:
    by = town("hayashi")
    said = {"name": name, "kind": PlaceKind.SALON, "address": "青嶺県みなも市渚町二丁目3-4", "building": "渚町集会所"}
    return create_place(
        by=by, at=town.later(), values=said | values, welcome=[Welcome.ANYBODY], interests=[Interest.TALK]
    )


@pytest.mark.parametrize("name", [*NAMES, *MORE_NAMES])
def test_a_list_that_came_in_goes_out_and_in_again_without_a_change(town: Town, name: str) -> None:
    bring_in(town, written(name))
    for generation, _ in BY_CODE[name].headings:
        for public in (True, False):
            by = town("hayashi")
            _, planned = look_ahead(by, read_file(file(town, name, public=public, generation=generation)))
            counts = planned.count()
            assert counts["same"] == len(running(town)) or counts["same"] == sum(counts.values())
            assert counts["new"] == counts["changed"] == counts["refused"] == 0


def test_a_place_written_by_hand_is_known_again_by_its_number(town: Town) -> None:
    place = salon(
        town,
        phone="099-200-1001",
        days="毎週火曜",
        hours="10:00–12:00",
        description="髙い木の下で\n「𠮷」",
        fee="100円",
    )
    for code in ("places", "public_facility"):
        _, planned = look_ahead(town("hayashi"), read_file(file(town, code)))
        assert planned.count() == {"new": 0, "changed": 0, "same": 1, "refused": 0}
        mended = file(town, code).replace(b"099-200-1001", b"099-200-7777")
        _, planned = look_ahead(town("hayashi"), read_file(mended))
        assert [(row.ref, [change.field for change in row.changes]) for row in planned.rows] == [
            (str(place.pk), ["phone"])
        ]


CANARIES = {
    "a place of the coordinators": {"tier": Tier.COORDINATOR, "name": "CANARYの家"},
    "a place of the supporters": {"tier": Tier.PROFESSIONAL, "name": "CANARYの家"},
    "a remark": {"note": "CANARY"},
    "a remark about contact": {"contact_note": "CANARY"},
    "an address told to the district": {"precision": Precision.DISTRICT, "address": "みなも市渚町CANARY1-1"},
    "a building told nearby": {"precision": Precision.NEARBY, "building": "CANARY荘"},
    "a way told not at all": {"precision": Precision.NONE, "access": "CANARYの角"},
    "what a host has been through": {"experience": "CANARY"},
}


@pytest.mark.parametrize("values", CANARIES.values(), ids=CANARIES)
def test_what_is_internal_never_leaves(town: Town, values: dict[str, Any]) -> None:
    salon(town, **values)
    salon(town, "まちかど食堂")
    out = [*(file(town, layout.code) for layout in LAYOUTS), json.dumps(services(town), ensure_ascii=False).encode()]
    assert "まちかど食堂".encode() in out[-1]
    assert not any(b"CANARY" in one for one in out)


def test_whoever_asked_not_to_be_listed_is_in_no_file(town: Town) -> None:
    place = salon(town)
    promise(by=town("hayashi"), at=town.later(), place=place.pk, kind=PromiseKind.NOT_LISTED, said_by=Sayer.HOST)
    assert services(town)["contents"] == []
    assert all(file(town, "places", public=public).count(b"\r\n") == 1 for public in (True, False))


def test_what_ended_and_what_is_linked_but_hidden_does_not_leave(town: Town) -> None:
    hidden = salon(town, "CANARYの会", tier=Tier.COORDINATOR)
    salon(town, "なぎさサロン", run_by=hidden.pk, held_at=hidden.pk)
    gone = salon(town, "おわった会")
    end_place(by=town("hayashi"), at=town.later(), place=gone.pk, reason=PlaceEnd.ENDED)
    said = json.dumps(services(town), ensure_ascii=False)
    assert "なぎさサロン" in said
    assert "CANARY" not in said
    assert "おわった会" not in said


def test_a_copy_for_the_house_shows_what_its_reader_may_see(town: Town) -> None:
    salon(town, "支援者の集まり", tier=Tier.PROFESSIONAL, note="CANARY")
    salon(town, "秘密の家", tier=Tier.COORDINATOR)
    hers, theirs = (file(town, "places", worker, public=False).decode("utf-8-sig") for worker in ("hayashi", "tanaka"))
    assert "秘密の家" in hers
    assert "秘密の家" not in theirs
    assert "CANARY" in theirs


def test_cells_of_a_source_do_not_tell_a_position_that_is_told_roughly(town: Town) -> None:
    bring_in(town, written("preschool"))
    place = running(town)["みなも市立なぎさ保育所"]
    change_place(by=town("hayashi"), at=town.later(), place=place.pk, values={"precision": Precision.DISTRICT})
    out = file(town, "preschool").decode("utf-8-sig")
    assert "渚町1-2-19" not in out
    _, planned = look_ahead(town("hayashi"), read_file(out.encode()))
    assert planned.count()["changed"] == 0


def test_a_remark_of_a_published_list_goes_out_again_until_somebody_writes_there(town: Town) -> None:
    bring_in(town, written("public_facility").replace("調理室".encode(), "調理室".encode()))
    hall = running(town)["みなも市立中央公民館"]
    change_place(by=town("hayashi"), at=town.later(), place=hall.pk, values={"note": "CANARY"})
    assert b"CANARY" not in file(town, "public_facility")
    assert b"CANARY" in file(town, "public_facility", public=False)


def test_the_services_keep_the_profile(town: Town) -> None:
    for name in NAMES:
        bring_in(town, written(name))
    salon(town, precision=Precision.NEARBY, latitude="35.80", longitude="139.70", room_people="3", fee_yen="0")
    said = services(town)
    Draft202012Validator(json.loads(PROFILE.read_text(encoding="utf-8"))).validate(said)
    one = next(one for one in said["contents"] if one["name"] == "なぎさサロン" and "capacities" in one)
    address = one["service_at_locations"][0]["location"]["addresses"][0]
    assert (address["address_1"], "address_2" in address) == ("渚町二丁目", False)
    assert one["cost_options"][0]["amount"] == 0


def test_how_many_rows_each_list_has_is_known_before(town: Town) -> None:
    bring_in(town, written("care_service"))
    salon(town)
    for public in (True, False):
        counted = export.count_by_layout(town("hayashi"), public=public)
        assert {
            code: file(town, code, public=public).count(b"\r\n") - 1
            for code in ("care_service", "public_facility", "places", "event")
        } == {code: counted[code] for code in ("care_service", "public_facility", "places", "event")}


def test_the_command_writes_files_that_keep_what_they_promise(town: Town, tmp_path: Path) -> None:
    salon(town, "𠮷田さんの畑")
    call_command("export", "hsds", "--municipality", MINAMO, "--to", str(tmp_path / "places.json"))
    assert json.loads((tmp_path / "places.json").read_text(encoding="utf-8"))["total_items"] == 1
    call_command("export", "places", "--municipality", MINAMO, "--to", str(tmp_path / "places.csv"))
    assert "𠮷田さんの畑" in (tmp_path / "places.csv").read_text(encoding="utf-8-sig")
    with pytest.raises(CommandError, match="「𠮷」"):
        call_command(
            "export", "places", "--municipality", MINAMO, "--encoding", "cp932", "--to", str(tmp_path / "x.csv")
        )
    with pytest.raises(CommandError, match="ここにありません"):
        call_command("export", "hsds", "--municipality", "123456")
