"""Places as HSDS services: by the written profile, always; and by the official schemas, where they lie beside the checkout."""

import json
from copy import deepcopy
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from marugoto.community.rules.opening import Single, Times
from marugoto.exchange.rules.hsds import NOBODY, OpenPlace, Words, link_of, page_of, service_of, split_address
from marugoto.exchange.rules.writing import Issuer
from marugoto.kernel.jst import JST

PROFILE = Draft202012Validator(
    json.loads((Path(__file__).parents[3] / "docs" / "reference" / "hsds-jp.schema.json").read_text(encoding="utf-8"))
)
TOWN = Issuer("990019", "みなも市", "青嶺県")
WORDS = Words(
    {"salon": "サロン・集まり", "other": "そのほか"},
    {"games": "将棋・囲碁・ゲーム"},
    {"aged": "高齢の方", "anybody": "だれでも"},
    {"wheelchair": "車いすで入れる", "toilet": "多目的トイレがある"},
    {"look_only": "見学だけでもよい"},
)
AT = datetime(2026, 11, 16, 9, 30, tzinfo=JST)
BARE = OpenPlace(UUID(int=7), {"name": "会"}, AT)
WHOLE = OpenPlace(
    ref=UUID("0f1e7c22-6a60-4bb7-9b6e-0a6f3b1a2c3d"),
    values={
        "name": "なぎさサロン",
        "name_kana": "なぎささろん",
        "description": "お茶を飲みながら話します。",
        "address": "青嶺県みなも市渚町1-5",
        "building": "渚町集会所",
        "phone": "099-200-1001",
        "extension": "12",
        "fax": "099-200-1002",
        "email": "nagisa@example.invalid",
        "url": "https://example.invalid/なぎさ?a=1#b",
        "organisation": "なぎさの会",
        "target": "だれでも",
        "fee": "お茶代100円",
        "conditions": "はじめての日は電話をください。",
        "access": "渚町バス停から歩いて3分",
        "parking": "3台",
        "accessibility": "入口に手すりがあります",
    },
    changed_at=AT,
    confirmed_on=date(2026, 10, 1),
    kind="salon",
    district="渚",
    latitude=Decimal("35.804477"),
    longitude=Decimal("139.726924"),
    on_holidays="no",
    interests=("games",),
    welcomes={"anybody": date(2025, 4, 1), "aged": date(2020, 4, 1)},
    times=(
        Times(1, opens=time(10), closes=time(12)),
        Times(3, opens=time(10), closes=time(12)),
        Times(5, nth=2, opens=time(13, 30)),
        Times(5, nth=-1, opens=time(13, 30)),
        Times(6, opens=time(9), first_month=4, last_month=10),
    ),
    days={date(2026, 12, 29): Single(date(2026, 12, 29), words="代表が入院のため")},
    traits={"wheelchair": True, "toilet": False, "look_only": True},
    fee_yen=100,
    capacity_people=20,
    room_people=0,
    room_on=date(2026, 11, 10),
)


def page(*places: OpenPlace) -> dict[str, Any]:
    return json.loads(json.dumps(page_of(places, TOWN, WORDS)))


def test_what_is_known_and_what_is_not_both_keep_the_profile() -> None:
    said = page(WHOLE, BARE)
    PROFILE.validate(said)
    PROFILE.validate(page())
    assert (said["total_items"], page()["empty"]) == (2, True)
    assert set(said["contents"][1]) == {
        "id",
        "organization_id",
        "organization",
        "name",
        "status",
        "last_modified",
        "attributes",
    }
    assert said["contents"][1]["organization"]["name"] == NOBODY


def test_what_a_whole_place_says() -> None:
    (salon,) = page(WHOLE)["contents"]
    assert (salon["assured_date"], salon["last_modified"]) == ("2026-10-01", "2026-11-16T09:30:00+09:00")
    assert salon["url"] == "https://example.invalid/%E3%81%AA%E3%81%8E%E3%81%95?a=1#b"
    assert [(one["freq"], one["byday"], one.get("opens_at")) for one in salon["schedules"]] == [
        ("WEEKLY", "TU,TH", "10:00"),
        ("MONTHLY", "-1SA,2SA", "13:30"),
        ("WEEKLY", "SU", "09:00"),
    ]
    assert salon["schedules"][2]["notes"] == "4月から10月まで。祝日は休みです。2026-12-29は休みです。"
    location = salon["service_at_locations"][0]["location"]
    assert (location["latitude"], location["longitude"]) == (35.804477, 139.726924)
    address = location["addresses"][0]
    assert (address["state_province"], address["city"], address["address_1"]) == ("青嶺県", "みなも市", "渚町1-5")
    assert (address["postal_code"], address["country"]) == ("", "JP")
    assert [(one["description"], one.get("details")) for one in location["accessibility"]] == [
        ("多目的トイレがある", "いいえ"),
        ("車いすで入れる", "はい"),
        ("入口に手すりがあります", None),
    ]
    assert salon["capacities"][0]["available"] == 0
    assert salon["cost_options"][0]["amount"] == 100
    assert {(one["label"], one["taxonomy_term"]["code"], one.get("value")) for one in salon["attributes"]} == {
        ("種別", "salon", None),
        ("できること", "games", None),
        ("迎える方", "anybody", "2025-04-01"),
        ("迎える方", "aged", "2020-04-01"),
        ("来る人との約束", "look_only", "はい"),
    }


def test_why_a_place_is_closed_is_not_told() -> None:
    assert "入院" not in json.dumps(page(WHOLE), ensure_ascii=False)


def test_the_same_place_has_the_same_ids_tomorrow() -> None:
    assert page(WHOLE) == page(deepcopy(WHOLE))
    ids = [one["id"] for one in (service_of(WHOLE, TOWN, WORDS), service_of(BARE, TOWN, WORDS))]
    assert ids == [str(WHOLE.ref), str(BARE.ref)]


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("青嶺県みなも市渚町1-5", ("青嶺県", "みなも市", "渚町1-5")),
        ("みなも市渚町1-5", ("青嶺県", "みなも市", "渚町1-5")),
        ("渚町1-5", ("青嶺県", "みなも市", "渚町1-5")),
        ("大手町2-5-18", ("青嶺県", "みなも市", "大手町2-5-18")),
        ("山口県下松市大手町2-5-18", ("山口県", "下松市", "大手町2-5-18")),
        ("北海道上川郡鷹栖町1-1", ("北海道", "上川郡鷹栖町", "1-1")),
        ("東京都千代田区霞が関1", ("東京都", "千代田区", "霞が関1")),
    ],
)
def test_an_address_in_parts(address: str, parts: tuple[str, str, str]) -> None:
    assert split_address(address, TOWN) == parts


GLUED = "https://www.example.jp（市のホームページの「くらし」からお申し込みいただけます。どなたでもどうぞ。お待ちしています）"


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "www.example.invalid",
        "http://a b",
        "https://",
        "",
        GLUED,
        "https://例.jp\ue000/",
        "https://例..jp",
    ],
)
def test_what_is_no_link_is_left_out(link: str) -> None:
    assert link_of(link) is None


WRONG = {
    "an era day": ("assured_date", "令和7年4月1日"),
    "a day of no month": ("assured_date", "2026-13-01"),
    "no organisation": ("organization", None),
    "no status": ("status", None),
    "a status of our own": ("status", "休止"),
    "an unknown field": ("note", "内部のメモ"),
    "a hand": ("assurer_email", "tanaka@example.invalid"),
    "an address in words": ("email", "なぎさ＠"),
    "a link in Japanese": ("url", "https://example.invalid/なぎさ"),
    "a moment without zone": ("last_modified", "2026-11-16T09:30:00"),
    "an empty word": ("description", ""),
}


@pytest.mark.parametrize(("name", "value"), WRONG.values(), ids=WRONG)
def test_the_profile_refuses_what_hsds_would_take(name: str, value: str | None) -> None:
    said = page(WHOLE)
    if value is None:
        del said["contents"][0][name]
    else:
        said["contents"][0][name] = value
    assert not PROFILE.is_valid(said)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("opens_at", "9時"),
        ("byday", "第2火"),
        ("byday", "2TU"),
        ("freq", "DAILY"),
        ("timezone", 0),
        ("opens_at", "25:00"),
    ],
)
def test_the_profile_refuses_times_that_nobody_can_reckon_with(name: str, value: object) -> None:
    said = page(WHOLE)
    said["contents"][0]["schedules"][0][name] = value
    assert not PROFILE.is_valid(said)


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(
            ["description", "address", "email", "url", "phone", "extension", "days", "hours", "fee", "organisation"]
        ),
        st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=30).map(
            str.strip
        ),
    )
)
def test_whatever_somebody_wrote_the_file_keeps_the_profile(values: dict[str, str]) -> None:
    assert PROFILE.is_valid(page(OpenPlace(UUID(int=9), {"name": "会", **values}, AT)))
