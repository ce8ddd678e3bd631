"""A chain of digests over rows: whoever changes, drops, adds or swaps one is found at the place where he did it.

Each digest covers the row and the digest before it. A chain computed anew from the first row on is found only by a
digest that was kept elsewhere: on paper, or by a second organisation. Such a digest is a witness.
"""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256

from marugoto.kernel.decision import YES, Decision, no

SEALABLE = "only words, whole numbers, true, false, nothing, and lists or mappings of them can be sealed"
_ONE_LINE = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))

_PLAIN = {str, int, bool, type(None)}

Payload = Mapping[str, object]


def link(previous: str, payload: Payload) -> str:
    """The digest (SHA-256, 64 hexadecimal figures) of a row after the digest `previous`, which is "" before the first.

    The order of the keys does not matter. A float, a date or an id raises TypeError: one value could be written in two
    ways, so the caller says in which words it is sealed.
    """
    return sha256(f"{previous}\n{as_line(payload)}".encode()).hexdigest()


def as_line(payload: Payload) -> str:
    """The row as one line of JSON, always the same for the same content; an export keeps these lines."""
    row = dict(payload)
    if not _can_be_sealed(row):
        raise TypeError(SEALABLE)
    return _ONE_LINE.encode(row)


def verify(
    rows: Iterable[tuple[Payload, str]], *, start: str = "", witnesses: Mapping[int, str] | None = None
) -> Decision:
    """Whether rows, each with its digest, are as they were sealed; a no names the first that is not (from 1 on).

    `start` is the digest before the first row; `witnesses` maps the number of a row to its digest as kept elsewhere.
    """
    kept = dict(witnesses or {})
    digest, count = start, 0
    for count, (payload, sealed) in enumerate(rows, start=1):
        digest = link(digest, payload)
        if digest != sealed:
            return no(
                f"{count}番目の記録が、封印したときの内容と合いません。", "その前の記録までは、変わっていません。"
            )
        if kept.pop(count, digest) != digest:
            return no(
                f"{count}番目までの記録が、外に控えた封印と合いません。全体が書き直されたおそれがあります。",
                "控えを持つ機関に知らせ、写しと比べてください。",
            )
    if missing := [number for number in kept if number > count]:
        return no(
            f"{count}番目より後の記録がありません。{max(missing)}番目まであったことを、外に控えた封印が示しています。"
        )
    return YES


def _can_be_sealed(value: object) -> bool:
    if value is None or isinstance(value, str | int):
        return True
    if isinstance(value, dict) and {*map(type, value), *map(type, value.values())} <= _PLAIN:
        return all(isinstance(key, str) for key in value)  # nearly every row is flat: asked of the types at once
    if isinstance(value, list | tuple):
        return all(map(_can_be_sealed, value))
    return isinstance(value, dict) and all(isinstance(key, str) and _can_be_sealed(one) for key, one in value.items())
