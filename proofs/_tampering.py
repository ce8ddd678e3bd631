"""Tampering with sealed rows by plain SQL, as the owner of the tables could: edits, deletions, swaps, and a chain made anew."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any
from uuid import UUID

from marugoto.kernel.chain import ENTRY, Finding

Execute = Callable[[str, Sequence[Any]], list[tuple[Any, ...]]]
Named = tuple[str, str, str]  # what was done, the book, the key

# By book: table, key, place, columns that are swapped, and columns that are edited, each with what it becomes.
TABLES: dict[str, tuple[str, str, str, tuple[str, ...]]] = {
    "f": (
        "ledger_fact",
        "uid",
        "seq",
        ("kind", "day", "bday", "org", "duty", "subject", "matter", "code_1", "num_1", "num_2"),
    ),
    "l": ("disclosure_look", "id", "made_at", ("worker", "duty", "purpose", "page", "matter", "folders", "outcome")),
}
EDITS: dict[str, tuple[str, ...]] = {
    "f": (
        "num_1 = coalesce(num_1, 0) + 1",
        "day = day - 1",
        "kind = 'ball.caught'",
        "code_1 = 'x'",
        "duty = '{key}'",
        "matter = '{key}'",
        "seq = -seq",
    ),
    "l": (
        "page = 'shell:help'",
        "worker = '{key}'",
        "duty = '{key}'",
        "purpose = 'audit'",
        "outcome = 'nothing'",
        "folders = '[]'",
        "matter = 'x'",
    ),
}


@dataclass(frozen=True)
class Deed:
    """One tampering: what is done to which row, and what a verifier has to say of it."""

    kind: str
    statements: tuple[str, ...]
    expected: frozenset[Named]


def deeds(
    dice: Random, keys: dict[str, list[bytes]], counts: dict[str, int], execute: dict[str, Execute]
) -> Iterator[Deed]:
    """On rows of which none is touched twice. `keys`: by book, rows older than the checkpoint; `execute`: by book, its database."""
    left = {book: dice.sample(some, len(some)) for book, some in keys.items()}
    for kind, count in counts.items():
        for _ in range(count):
            book = dice.choice([book for book, some in left.items() if len(some) > 1])
            if kind == "swap":
                yield _swap(dice, book, left[book].pop(), left[book].pop(), execute[book])
            else:
                yield _single(dice, kind, book, left[book].pop())


def _single(dice: Random, kind: str, book: str, key: bytes) -> Deed:
    table, name, _, _ = TABLES[book]
    where = f" WHERE {name} = '{key.hex()}'"
    if kind == "deletion":
        return Deed(kind, (f"DELETE FROM {table}{where}",), frozenset({("deleted", book, key.hex())}))
    change = dice.choice(EDITS[book]).format(key=UUID(int=dice.getrandbits(128)).hex)
    return Deed(kind, (f"UPDATE {table} SET {change}{where}",), frozenset({("edited", book, key.hex())}))


def _swap(dice: Random, book: str, one: bytes, other: bytes, execute: Execute) -> Deed:
    """The contents change their rows, or the places do."""
    table, name, place, columns = TABLES[book]
    expected = frozenset({("swapped", book, one.hex()), ("swapped", book, other.hex())})
    if dice.random() < 1 / 3:
        return Deed("swap", tuple(_places(execute, table, name, place, one.hex(), other.hex())), expected)
    pair = f"({name} = '{one.hex()}' AND o.{name} = '{other.hex()}')"
    back = f"({name} = '{other.hex()}' AND o.{name} = '{one.hex()}')"
    pair, back = pair.replace(f"({name}", f"({table}.{name}"), back.replace(f"({name}", f"({table}.{name}")
    change = ", ".join(f"{column} = o.{column}" for column in columns)
    return Deed("swap", (f"UPDATE {table} SET {change} FROM {table} AS o WHERE {pair} OR {back}",), expected)


def _places(execute: Execute, table: str, name: str, place: str, one: str, other: str) -> Iterator[str]:
    found = {
        UUID(str(key)).hex: value
        for key, value in execute(
            f"SELECT {name}, CAST({place} AS varchar(40)) FROM {table} WHERE {name} IN ('{one}', '{other}')",
            (),
        )
    }
    if place == "seq":  # a primary key: one steps aside first
        yield f"UPDATE {table} SET {place} = -{found[one]} WHERE {name} = '{one}'"
        yield f"UPDATE {table} SET {place} = {found[one]} WHERE {name} = '{other}'"
        yield f"UPDATE {table} SET {place} = {found[other]} WHERE {name} = '{one}'"
        return
    yield f"UPDATE {table} SET {place} = '{found[other]}' WHERE {name} = '{one}'"
    yield f"UPDATE {table} SET {place} = '{found[one]}' WHERE {name} = '{other}'"


def named(findings: Iterable[Finding]) -> set[Named]:
    """What a verifier said, each row with its book; what concerns a seal as a whole by the seal's number."""
    return {(one.what, one.book, one.key or str(one.seal)) for one in findings}


def placed(findings: Iterable[Finding], seals: dict[bytes, int]) -> bool:
    """Whether each finding names the seal in which its row stands."""
    return all(seals[one.book.encode() + bytes.fromhex(one.key)] == one.seal for one in findings if one.key)


def sealed_rows(rows: Iterable[tuple[int, bytes]]) -> dict[bytes, int]:
    """Letter and key → number of the seal, from the seals as they are before anybody tampers."""
    return {letter + key: number for number, blob in rows for letter, key, _, _ in ENTRY.iter_unpack(blob)}
