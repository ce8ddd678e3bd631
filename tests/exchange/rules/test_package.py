"""What house and porch hand over: opened only when signed, whole, meant for us, new and fresh."""

import json
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marugoto.exchange.rules.package import (
    Package,
    PackageKind,
    acknowledge,
    missing_before,
    new_key,
    open_package,
    read_acknowledgement,
    seal_package,
)
from marugoto.kernel.decision import Refused

KEY, OLD_KEY = b"k" * 32, b"o" * 32
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
PLACES = Package(
    PackageKind.PUBLISHED_PLACES,
    UUID(int=7),
    3,
    "house",
    "porch",
    NOW,
    {"places": [{"name": "なぎさサロン 𠮷", "n": 1}]},
)


def opened(raw: bytes, **changed) -> Package:
    return open_package(raw, **({"keys": [KEY], "receiver": "porch", "seen": set(), "at": NOW} | changed))


def refusal(raw: bytes, **changed) -> str:
    with pytest.raises(Refused) as refused:
        opened(raw, **changed)
    return refused.value.sentence


def test_a_package_arrives_as_it_was_sent() -> None:
    assert opened(seal_package(PLACES, KEY)) == PLACES


def test_while_keys_change_the_old_one_still_opens() -> None:
    assert opened(seal_package(PLACES, OLD_KEY), keys=[KEY, OLD_KEY]) == PLACES


def test_another_key_does_not_open() -> None:
    assert "署名が合いません" in refusal(seal_package(PLACES, OLD_KEY))


def test_every_changed_word_is_noticed() -> None:
    raw = seal_package(PLACES, KEY)
    for was, becomes in (
        ("なぎさ", "みさき"),
        ("porch", "house"),
        ("published_places", "inbox"),
        ("T09", "T08"),
        (": 3", ": 4"),
    ):
        tampered = raw.replace(was.encode(), becomes.encode())
        assert tampered != raw
        assert "署名が合いません" in refusal(tampered, receiver="house")


@pytest.mark.parametrize("tampered", ["?", "\ud800"])
def test_a_broken_character_is_not_the_sign_it_is_printed_as(tampered: str) -> None:
    raw = json.loads(seal_package(PLACES, KEY))
    raw["body"] = raw["body"].replace("𠮷", tampered)
    assert "署名が合いません" in refusal(json.dumps(raw).encode())


@given(st.data())
def test_any_changed_byte_is_refused(data: st.DataObject) -> None:
    raw = bytearray(seal_package(PLACES, KEY))
    at = data.draw(st.integers(0, len(raw) - 1))
    raw[at] ^= data.draw(st.integers(1, 255))
    try:
        package = opened(bytes(raw))
    except Refused:
        package = None
    assert package in (None, PLACES)  # a space of the envelope is no content


@given(st.integers(min_value=0))
def test_a_cut_package_is_refused(keep: int) -> None:
    raw = seal_package(PLACES, KEY)
    assert refusal(raw[: keep % len(raw)])


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_with_a_sentence(raw: bytes) -> None:
    assert refusal(raw)


def test_depth_without_end_is_refused() -> None:
    assert "壊れています" in refusal(b"[" * 100_000)


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"seen": {UUID(int=7)}}, "すでに受け取っています"),
        ({"receiver": "house"}, "ほかの設置先あて"),
        ({"at": NOW - timedelta(minutes=11)}, "今より先"),
        ({"at": NOW + timedelta(days=31)}, "古すぎます（30日まで"),
    ],
)
def test_what_is_repeated_misdirected_early_or_stale_is_refused(changed: dict, says: str) -> None:
    assert says in refusal(seal_package(PLACES, KEY), **changed)


def test_clocks_may_differ_a_little() -> None:
    assert opened(seal_package(PLACES, KEY), at=NOW - timedelta(minutes=9)) == PLACES


def test_a_kind_of_a_later_version_is_refused_by_name() -> None:
    later = Package("dreams", UUID(int=8), 1, "house", "porch", NOW, {})  # type: ignore[arg-type]
    assert "知らない種類" in refusal(seal_package(later, KEY))


def test_gaps_are_seen() -> None:
    assert list(missing_before(PLACES, 0)) == [1, 2]
    assert list(missing_before(PLACES, 2)) == []


@pytest.mark.parametrize("refused", ["", "署名が合いません。"])
def test_the_answer_goes_back_and_says_what_became_of_it(refused: str) -> None:
    answer = acknowledge(PLACES, id=UUID(int=9), sequence=1, at=NOW, refused=refused)
    came_back = read_acknowledgement(opened(seal_package(answer, KEY), receiver="house"))
    assert (came_back.of, came_back.sequence, came_back.taken, came_back.sentence) == (
        PLACES.id,
        3,
        not refused,
        refused,
    )


def test_a_package_that_is_no_answer_is_not_read_as_one() -> None:
    with pytest.raises(Refused, match="返事ではない"):
        read_acknowledgement(PLACES)


def test_keys_are_long_enough() -> None:
    assert len(bytes.fromhex(new_key())) == 32
    with pytest.raises(ValueError, match="32 bytes"):
        seal_package(PLACES, b"short")
