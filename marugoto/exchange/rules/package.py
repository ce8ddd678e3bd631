"""Signed packages between house and porch: files that one side writes, the other opens, and each answers.

House and porch share a key and nothing else; a package may travel on a stick through a closed network. The signature
(HMAC-SHA256) covers the exact characters of the body, so nothing has to be put in order before it is checked, and nothing
of the body is read before it is. A package is bound to sender and receiver: it cannot be thrown back at its sender.
"""

import hashlib
import hmac
import json
import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from marugoto.kernel.decision import Refused

FORM = "marugoto-package-1"
LIMIT_BYTES = 50_000_000
SHORTEST_KEY = 32
CLOCKS_DIFFER = timedelta(minutes=10)
KEPT_FOR = timedelta(days=30)
AGAIN = "送り手の画面から、もう一度書き出してください。"


class PackageKind(StrEnum):
    """What a package brings."""

    PUBLISHED_PLACES = "published_places"  # house → porch: the whole list the porch shows
    INBOX = "inbox"  # porch → house: notices of residents and answers of hosts
    NOTICE_STATES = "notice_states"  # house → porch: how far each notice of a resident has come
    ITEM_EXTRACT = "item_extract"  # house → porch: one item of a conference, for an outside member, until it ends
    TABLE_ANSWER = "table_answer"  # porch → house: the pledge, the view and the days of an outside member
    HOST_LINKS = "host_links"  # house → porch: the pages that groups open by a link of their own, the whole list
    HOST_ANSWER = "host_answer"  # porch → house: what a group said of itself through its link
    ACKNOWLEDGEMENT = "acknowledgement"  # both ways: what became of one package


@dataclass(frozen=True)
class Package:
    """`sequence` counts from 1 per sender, receiver and kind; `issued_at` is aware; `payload` is plain JSON."""

    kind: PackageKind
    id: UUID
    sequence: int
    sender: str
    receiver: str
    issued_at: datetime
    payload: Mapping[str, Any]


@dataclass(frozen=True)
class Acknowledgement:
    """What became of the package `of`; `sentence` says why when it was not taken."""

    of: UUID
    sequence: int
    taken: bool
    sentence: str = ""


def new_key() -> str:
    """A key for one pair of installations, as text for the settings."""
    return secrets.token_hex(SHORTEST_KEY)


def seal_package(package: Package, key: bytes) -> bytes:
    """The file to carry over: UTF-8 JSON of form, body and signature."""
    _refuse_weak(key)
    if package.issued_at.tzinfo is None or package.sequence < 1:
        raise ValueError("a package needs a time with its zone and a sequence from 1")
    body = json.dumps(
        {
            "kind": package.kind,
            "id": str(package.id),
            "sequence": package.sequence,
            "sender": package.sender,
            "receiver": package.receiver,
            "issued_at": package.issued_at.isoformat(),
            "payload": package.payload,
        },
        ensure_ascii=False,
        sort_keys=True,
        allow_nan=False,
    )
    envelope = {"form": FORM, "body": body, "signature": _signature(body, key)}
    return json.dumps(envelope, ensure_ascii=False).encode()


def open_package(
    raw: bytes,
    keys: Sequence[bytes],
    *,
    receiver: str,
    seen: Collection[UUID],
    at: datetime,
    oldest: timedelta = KEPT_FOR,
) -> Package:
    """The package, when signed with one of `keys` (the new and, while keys change, the old), meant for us, new and fresh.

    `seen` are the ids already taken. Raises `Refused`; the caller answers with `acknowledge` where it can.
    """
    package = _read_body(_verified_body(raw, keys))
    if package.receiver != receiver:
        raise Refused("この連絡ファイルは、ほかの設置先あてです。", "あて先を確かめてください。")
    if package.id in seen:
        raise Refused("この連絡ファイルは、すでに受け取っています。", "もう一度取り込む必要はありません。")
    if package.issued_at > at + CLOCKS_DIFFER:
        raise Refused("連絡ファイルの作成時刻が、今より先になっています。", "両方の機械の時計を確かめてください。")
    if package.issued_at < at - oldest:
        raise Refused(f"連絡ファイルが古すぎます（{oldest.days}日まで受け取れます）。", AGAIN)
    return package


def missing_before(package: Package, last_taken: int) -> range:
    """Sequence numbers that should have come between the last one taken and this package: to be asked for again."""
    return range(last_taken + 1, package.sequence)


def acknowledge(of: Package, *, id: UUID, sequence: int, at: datetime, refused: str = "") -> Package:  # noqa: A002 — the name of the field
    """The answer to a package, to be sealed and carried back; `refused` is the sentence why it was not taken."""
    payload = {"of": str(of.id), "sequence": of.sequence, "taken": not refused, "sentence": refused}
    return Package(PackageKind.ACKNOWLEDGEMENT, id, sequence, of.receiver, of.sender, at, payload)


def read_acknowledgement(package: Package) -> Acknowledgement:
    """Raises `Refused` when the package is no acknowledgement."""
    said = package.payload
    if package.kind is not PackageKind.ACKNOWLEDGEMENT or not isinstance(said.get("taken"), bool):
        raise Refused("受け取りの返事ではない連絡ファイルです。", AGAIN)
    try:
        return Acknowledgement(
            UUID(str(said["of"])), int(said["sequence"]), said["taken"], str(said.get("sentence", ""))
        )
    except (KeyError, TypeError, ValueError) as trouble:
        raise Refused("受け取りの返事が読み取れません。", AGAIN) from trouble


def _verified_body(raw: bytes, keys: Sequence[bytes]) -> str:
    if len(raw) > LIMIT_BYTES:
        raise Refused("連絡ファイルが大きすぎます。", "送り手に知らせてください。")
    envelope = _json(raw)
    body, signature = envelope.get("body"), envelope.get("signature")
    if envelope.get("form") != FORM or not isinstance(body, str) or not isinstance(signature, str):
        raise Refused("まるごとの連絡ファイルではありません。", "ファイルを確かめてください。")
    for key in keys:
        _refuse_weak(key)
    if not any(hmac.compare_digest(_signature(body, key).encode(), signature.encode(errors="replace")) for key in keys):
        raise Refused("連絡ファイルの署名が合いません。途中で書き換えられたか、鍵が違います。", AGAIN)
    return body


def _read_body(body: str) -> Package:
    said = _json(body.encode(errors="surrogatepass"))
    kind = said.get("kind")
    if kind not in set(PackageKind):
        raise Refused("知らない種類の連絡ファイルです。", "この設置先を新しい版に上げる必要があるかもしれません。")
    try:
        issued_at = datetime.fromisoformat(str(said["issued_at"]))
        package = Package(
            PackageKind(kind),
            UUID(str(said["id"])),
            int(said["sequence"]),
            str(said["sender"]),
            str(said["receiver"]),
            issued_at,
            said["payload"],
        )
    except (KeyError, TypeError, ValueError) as trouble:
        raise Refused("連絡ファイルの中身が読み取れません。", AGAIN) from trouble
    if issued_at.tzinfo is None or package.sequence < 1 or not isinstance(package.payload, dict):
        raise Refused("連絡ファイルの中身が読み取れません。", AGAIN)
    return package


def _json(raw: bytes) -> dict[str, Any]:
    try:
        said = json.loads(raw.decode())
    except (ValueError, RecursionError) as trouble:
        raise Refused("連絡ファイルが途中で切れているか、壊れています。", AGAIN) from trouble
    if not isinstance(said, dict):
        raise Refused("まるごとの連絡ファイルではありません。", "ファイルを確かめてください。")
    return said


def _signature(body: str, key: bytes) -> str:
    return hmac.new(key, f"{FORM}\n{body}".encode(errors="surrogatepass"), hashlib.sha256).hexdigest()


def _refuse_weak(key: bytes) -> None:
    """A short key is a mistake of the installation, not of the package."""
    if len(key) < SHORTEST_KEY:
        raise ValueError(f"a key has at least {SHORTEST_KEY} bytes")
