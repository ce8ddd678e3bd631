"""A row that was edited, dropped, slipped in or swapped after its sealing is named; what only a witness can tell, a witness tells."""

import base64
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marugoto.kernel import chain
from marugoto.kernel.chain import Check, Finding, Link, as_line, digest_of, entry, read_checkpoint, verify

BODY, MADE = "992014", "2026-11-25T03:00:00.000000+00:00"
Row = tuple[str, bytes, int, dict[str, object]]


@dataclass
class Books:
    """Rows of three seals, as they lie in the tables."""

    rows: list[Row]
    links: list[Link]


def sealed(rows: list[Row], size: int = 3) -> list[Link]:
    links: list[Link] = []
    for start in range(0, len(rows), size):
        previous, number = (links[-1].digest if links else ""), len(links) + 1
        covered = b"".join(entry(*row) for row in rows[start : start + size])
        links.append(Link(number, MADE, previous, covered, digest_of(BODY, number, MADE, previous, covered)))
    return links


def books(count: int = 9) -> Books:
    rows: list[Row] = [
        ("look" if n % 2 else "fact", UUID(int=n).bytes, n * 10, {"kind": "ball.offered", "num": n})
        for n in range(count)
    ]
    return Books(rows, sealed(rows))


def check(kept: Books, checkpoints: dict[int, str] | None = None) -> list[Finding]:
    found = Check(BODY, checkpoints or {})
    for link in kept.links:
        found.seal(link)
    for row in kept.rows:
        found.row(*row)
    return found.findings()


def named(found: list[Finding]) -> set[tuple[str, int]]:
    return {(one.what, int(one.key, 16) if one.key else -one.seal) for one in found}


def test_a_digest_can_be_computed_by_hand() -> None:
    content = sha256('{"a":"髙","b":[1,true,null]}'.encode()).digest()
    row = entry("look", UUID(int=7).bytes, -5, {"b": [1, True, None], "a": "髙", "empty": "", "nothing": None})
    assert row == b"l" + UUID(int=7).bytes + (-5).to_bytes(8, "big", signed=True) + content
    assert digest_of("b", 1, "m", "p", b"rows") == sha256(b"p\nb 1 m\nrows").hexdigest()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"a": 1}, {"a": "1"}),
        ({"a": None}, {"a": 0}),
        ({"a": True}, {"a": 1}),
        ({"a": "が"}, {"a": "か\u3099"}),
        ({"a": "x\ny"}, {"a": "x", "b": "y"}),
        ({"a": ["x", "y"]}, {"a": ["xy"]}),
    ],
)
def test_what_is_not_the_same_is_written_in_other_words(one: dict[str, object], other: dict[str, object]) -> None:
    assert as_line(one) != as_line(other)


def test_a_column_that_is_added_later_and_empty_changes_no_digest() -> None:
    assert as_line({"a": 1, "new": ""}) == as_line({"new": None, "a": 1}) == as_line({"a": 1})


@pytest.mark.parametrize(
    "value", [1.0, float("nan"), date(2026, 11, 24), UUID(int=1), b"x", {1: 2}, {"a": 0.5}, [{"a": {1}}]]
)
def test_what_could_be_written_in_two_ways_cannot_be_sealed(value: object) -> None:
    with pytest.raises(TypeError, match="can be sealed"):
        as_line({"value": value})


def test_an_untouched_chain_holds_and_so_does_an_empty_one() -> None:
    kept = books()
    assert check(kept, {link.number: link.digest for link in kept.links}) == []
    assert check(Books([], [])) == []


def edited(kept: Books) -> None:
    book, key, place, content = kept.rows[4]
    kept.rows[4] = (book, key, place, {**content, "kind": "ball.caught"})


def moved(kept: Books) -> None:
    book, key, _, content = kept.rows[4]
    kept.rows[4] = (book, key, 41, content)


def dropped(kept: Books) -> None:
    del kept.rows[4]


def slipped_in(kept: Books) -> None:
    kept.rows.append(("fact", UUID(int=99).bytes, 45, {"kind": "ball.caught"}))


def doubled(kept: Books) -> None:
    kept.rows.append(kept.rows[4])


def under_another_name(kept: Books) -> None:
    book, _, place, content = kept.rows[4]
    kept.rows[4] = (book, UUID(int=99).bytes, place, content)


def contents_swapped(kept: Books) -> None:
    (book, one, place, content), (_, other, there, others) = kept.rows[2], kept.rows[6]
    kept.rows[2], kept.rows[6] = (book, one, place, others), (book, other, there, content)


def places_swapped(kept: Books) -> None:
    (book, one, place, content), (_, other, there, others) = kept.rows[2], kept.rows[6]
    kept.rows[2], kept.rows[6] = (book, one, there, content), (book, other, place, others)


def all_swapped(kept: Books) -> None:
    (book, one, place, content), (_, other, there, others) = kept.rows[2], kept.rows[6]
    kept.rows[2], kept.rows[6] = (book, one, there, others), (book, other, place, content)


@pytest.mark.parametrize(
    ("tamper", "names"),
    [
        (edited, {("edited", 4)}),
        (moved, {("edited", 4)}),
        (dropped, {("deleted", 4)}),
        (slipped_in, {("inserted", 99)}),
        (doubled, {("inserted", 4)}),
        (under_another_name, {("deleted", 4), ("inserted", 99)}),
        (contents_swapped, {("swapped", 2), ("swapped", 6)}),
        (places_swapped, {("swapped", 2), ("swapped", 6)}),
        (all_swapped, {("swapped", 2), ("swapped", 6)}),
    ],
)
def test_the_row_and_what_was_done_to_it_are_named(
    tamper: Callable[[Books], None], names: set[tuple[str, int]]
) -> None:
    kept = books()
    tamper(kept)
    assert named(check(kept)) == names
    assert all(one.key in str(one) for one in check(kept))


def test_an_edit_is_no_swap_because_something_else_was_edited_too() -> None:
    kept = books()
    edited(kept)
    book, key, place, content = kept.rows[5]
    kept.rows[5] = (book, key, place, {**content, "num": 77})
    assert named(check(kept)) == {("edited", 4), ("edited", 5)}


def broken(kept: Books) -> None:
    """The entry of the row in its seal is made to agree with the edited row; the digest of the seal is not."""
    edited(kept)
    rows = b"".join(entry(*row) for row in kept.rows[3:6])
    kept.links[1] = replace(kept.links[1], rows=rows)


def one_seal_anew(kept: Books) -> None:
    """And the digest of that seal too; the next one does not follow any more."""
    broken(kept)
    link = kept.links[1]
    kept.links[1] = replace(link, digest=digest_of(BODY, 2, MADE, link.previous, link.rows))


def seal_gone(kept: Books) -> None:
    del kept.links[1]


@pytest.mark.parametrize(("tamper", "what"), [(broken, ("broken", -2)), (one_seal_anew, ("broken", -3))])
def test_a_seal_that_was_made_to_fit_is_named(tamper: Callable[[Books], None], what: tuple[str, int]) -> None:
    kept = books()
    tamper(kept)
    assert named(check(kept)) == {what}


def test_a_seal_that_is_gone_is_named() -> None:
    kept = books()
    seal_gone(kept)
    assert ("missing", -2) in named(check(kept))


def test_a_chain_rewritten_as_a_whole_is_found_by_a_witness_only() -> None:
    kept = books()
    outside = {2: kept.links[1].digest}
    edited(kept)
    kept.links = sealed(kept.rows)
    assert check(kept) == []
    assert named(check(kept, outside)) == {("rewritten", -2)}


def test_a_tail_cut_off_is_found_by_a_witness_only() -> None:
    kept = books()
    outside = {3: kept.links[2].digest}
    del kept.links[2], kept.rows[6:]
    assert check(kept) == []
    assert named(check(kept, outside)) == {("cut off", -3)}


def test_rows_after_the_last_seal_are_counted_and_accuse_nobody() -> None:
    kept = books()
    found = Check(BODY)
    for link in kept.links[:2]:
        found.seal(link)
    for row in kept.rows:
        found.row(*row)
    assert found.findings() == []
    assert (dict(found.tail), found.tail_since) == ({"f": 2, "l": 1}, 70)


plain = st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
contents = st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=4), plain, max_size=4)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(contents, min_size=2, max_size=8, unique_by=as_line), st.data())
def test_every_tampering_is_found_at_its_place(some: list[dict[str, object]], data: st.DataObject) -> None:
    rows: list[Row] = [("fact", UUID(int=n).bytes, n, content) for n, content in enumerate(some)]
    links, at = sealed(rows), data.draw(st.integers(0, len(rows) - 2))
    other = data.draw(contents.filter(lambda it: as_line(it) not in {as_line(one) for one in some}))
    assert check(Books(rows, links)) == []
    book, key, place, content = rows[at]
    assert named(check(Books([*rows[:at], (book, key, place, other), *rows[at + 1 :]], links))) == {("edited", at)}
    assert named(check(Books([*rows[:at], *rows[at + 1 :]], links))) == {("deleted", at)}
    swap = [
        *rows[:at],
        (book, key, place, rows[at + 1][3]),
        ("fact", rows[at + 1][1], at + 1, content),
        *rows[at + 2 :],
    ]
    assert named(check(Books(swap, links))) == {("swapped", at), ("swapped", at + 1)}


# ---------------------------------------------------------------- files


def lines(kept: Books) -> list[str]:
    said: list[dict[str, object]] = [{"format": chain.EXPORT, "body": BODY, "name": "みなも市", "at": MADE}]
    for link in kept.links:
        rows = base64.b64encode(link.rows).decode()
        said.append(
            {"seal": link.number, "made_at": MADE, "previous": link.previous, "rows": rows, "digest": link.digest}
        )
    said += [
        {"row": book, "key": key.hex(), "place": place, "content": content} for book, key, place, content in kept.rows
    ]
    return [json.dumps(one, ensure_ascii=False) for one in said]


def checkpoint(number: int, digest: str, body: str = BODY) -> str:
    groups = " ".join(digest[at : at + 8] for at in range(0, 64, 8))
    return f"\ufeff{chain.CHECKPOINT}\n団体コード: {body}\n自治体: みなも市\n封印の番号：{number}\n封印の値: {groups.upper()}\n"


def test_an_export_is_read_back_and_checked_against_a_checkpoint() -> None:
    kept = books()
    point = read_checkpoint(checkpoint(2, kept.links[1].digest))
    found = verify(lines(kept), [point])
    assert found[1] == []
    assert (found[0].rows, found[0].body) == (9, BODY)
    assert [one.what for one in verify(lines(kept), [(BODY, 2, "0" * 64)])[1]] == ["rewritten"]
    assert [one.what for one in verify(lines(kept), [("111111", 2, point[2])])[1]] == ["of another"]


@pytest.mark.parametrize(
    "text", ["", "x", f"{chain.CHECKPOINT}\n団体コード: 1\n封印の番号: x\n封印の値: 0", checkpoint(1, "z" * 64)]
)
def test_what_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_checkpoint(text)


def test_the_file_alone_runs_and_names_the_row(tmp_path: Path) -> None:
    """Copied out of the house, by a Python that knows nothing of it."""
    kept = books()
    alone, export, point = tmp_path / "verifier.py", tmp_path / "export.jsonl", tmp_path / "point.txt"
    alone.write_bytes(Path(chain.__file__).read_bytes())
    point.write_text(checkpoint(3, kept.links[2].digest), encoding="utf-8")
    for tamper, code, said in ((None, 0, "変わっていません"), (edited, 1, "書きかえられています")):
        if tamper:
            tamper(kept)
        export.write_text("\n".join(lines(kept)), encoding="utf-8")
        words = [sys.executable, "-I", "-S", str(alone), str(export), str(point)]
        ran = subprocess.run(words, capture_output=True, text=True, check=False, cwd=tmp_path)
        assert (ran.returncode, said in ran.stdout) == (code, True), ran.stdout + ran.stderr
    assert UUID(int=4).hex in ran.stdout
    ran = subprocess.run([*words[:4], str(point)], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert ran.returncode == 2
