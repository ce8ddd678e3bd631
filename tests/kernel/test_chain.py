"""A row that was changed, dropped, added or swapped after its sealing is named."""

import json
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from types import MappingProxyType
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marugoto.kernel.chain import as_line, link, verify

Sealed = list[tuple[dict[str, object], str]]

plain = st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
payloads = st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=4), plain, max_size=4)
several = st.lists(payloads, min_size=2, max_size=8, unique_by=as_line)


def sealed(rows: list[dict[str, object]], start: str = "") -> Sealed:
    chain, digest = [], start
    for row in rows:
        digest = link(digest, row)
        chain.append((row, digest))
    return chain


TOWN: list[dict[str, object]] = [{"seq": n, "kind": "ball.offered", "duty": None} for n in range(1, 6)]


def test_a_digest_can_be_computed_by_hand() -> None:
    by_hand = sha256('abc\n{"a":"髙","b":[1,true,null]}'.encode()).hexdigest()
    assert link("abc", {"b": [1, True, None], "a": "髙"}) == by_hand
    assert len(link("", {})) == 64


def test_the_order_of_keys_and_the_kind_of_mapping_do_not_matter() -> None:
    row: Mapping[str, object] = MappingProxyType({"b": 1, "a": 2})
    assert link("", row) == link("", {"a": 2, "b": 1})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"a": 1}, {"a": "1"}),
        ({"a": None}, {"a": ""}),
        ({"a": None}, {}),
        ({"a": True}, {"a": 1}),
        ({"a": "が"}, {"a": "か\u3099"}),
        ({"a": "x\ny"}, {"a": "x", "y": ""}),
        ({"a": ["x", "y"]}, {"a": ["xy"]}),
    ],
)
def test_what_is_not_the_same_has_another_digest(one: dict[str, object], other: dict[str, object]) -> None:
    assert link("", one) != link("", other)


@pytest.mark.parametrize(
    "value", [1.0, float("nan"), date(2026, 11, 24), UUID(int=1), b"x", {1: 2}, {"a": 0.5}, [{"a": {1}}]]
)
def test_what_could_be_written_in_two_ways_cannot_be_sealed(value: object) -> None:
    with pytest.raises(TypeError, match="can be sealed"):
        link("", {"value": value})


def test_an_untouched_chain_holds_and_so_does_an_empty_one() -> None:
    assert verify(sealed(TOWN))
    assert verify(iter(sealed(TOWN, start="0" * 64)), start="0" * 64)
    assert verify([])


def changed(rows: Sealed) -> Sealed:
    return [*rows[:2], ({**rows[2][0], "kind": "ball.caught"}, rows[2][1]), *rows[3:]]


def swapped(rows: Sealed) -> Sealed:
    return [*rows[:2], rows[3], rows[2], *rows[4:]]


def dropped(rows: Sealed) -> Sealed:
    return [*rows[:2], *rows[3:]]


def slipped_in(rows: Sealed) -> Sealed:
    return [*rows[:2], ({"seq": 99}, rows[2][1]), *rows[2:]]


def digest_changed(rows: Sealed) -> Sealed:
    return [*rows[:2], (rows[2][0], "f" * 64), *rows[3:]]


def changed_with_its_own_digest(rows: Sealed) -> Sealed:
    row: dict[str, object] = {"seq": 2, "kind": "ball.caught"}
    return [rows[0], (row, link(rows[0][1], row)), *rows[2:]]


@pytest.mark.parametrize("tamper", [changed, swapped, dropped, slipped_in, digest_changed, changed_with_its_own_digest])
def test_the_first_row_that_does_not_agree_is_named(tamper: object) -> None:
    decision = verify(tamper(sealed(TOWN)))  # type: ignore[operator]
    assert not decision
    assert decision.reason == "3番目の記録が、封印したときの内容と合いません。"
    assert decision.way_on == "その前の記録までは、変わっていません。"


def test_a_chain_that_begins_elsewhere_is_found_at_its_first_row() -> None:
    assert verify(sealed(TOWN), start="0" * 64).reason.startswith("1番目の記録")


def test_a_tail_cut_off_is_found_by_a_witness_only() -> None:
    rows = sealed(TOWN)
    assert verify(rows[:3])
    decision = verify(rows[:3], witnesses={2: rows[1][1], 5: rows[4][1]})
    assert decision.reason == "3番目より後の記録がありません。5番目まであったことを、外に控えた封印が示しています。"


def test_a_chain_rewritten_as_a_whole_is_found_by_a_witness_only() -> None:
    rows = sealed(TOWN)
    forged = sealed([{**row, "kind": "ball.caught"} for row in TOWN])
    assert verify(forged)
    decision = verify(forged, witnesses={4: rows[3][1]})
    assert decision.reason.startswith("4番目までの記録が、外に控えた封印と合いません。")
    assert verify(rows, witnesses={4: rows[3][1]})


@given(several)
def test_every_chain_holds_as_it_was_sealed(rows: list[dict[str, object]]) -> None:
    chain = sealed(rows)
    assert verify(chain, witnesses={len(rows): chain[-1][1]})
    assert verify(chain[1:], start=chain[0][1])


@given(several, st.data())
def test_every_tampering_is_found_at_its_place(rows: list[dict[str, object]], data: st.DataObject) -> None:
    chain = sealed(rows)
    at = data.draw(st.integers(0, len(rows) - 2))
    other = data.draw(payloads.filter(lambda it: as_line(it) != as_line(rows[at])))
    place = f"{at + 1}番目の記録"
    assert verify([*chain[:at], (other, chain[at][1]), *chain[at + 1 :]]).reason.startswith(place)
    assert verify([*chain[:at], *chain[at + 1 :]]).reason.startswith(place)
    assert verify([*chain[:at], chain[at + 1], chain[at], *chain[at + 2 :]]).reason.startswith(place)


@given(payloads)
def test_a_line_is_json_on_one_line_and_read_back_gives_the_same_digest(row: dict[str, object]) -> None:
    line = as_line(row)
    assert "\n" not in line
    assert link("", json.loads(line)) == link("", row)
