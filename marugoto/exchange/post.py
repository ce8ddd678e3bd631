"""The two folders between house and porch: packages are put there whole, and taken away when they are done with."""

import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from marugoto.exchange.rules.package import LIMIT_BYTES, Package, open_package, seal_package
from marugoto.kernel.decision import Refused

TO_HOUSE, TO_PORCH, PORCH = "to-house", "to-porch", "porch"
ASIDE = "refused"
MOST_AT_ONCE, MOST_ASIDE = 200, 10_000
log = logging.getLogger(__name__)


def house_of(body: str) -> str:
    """How the house signs and is addressed for one body."""
    return f"house:{body}"


def body_of(house: str) -> str:
    """The six-digit code in the name of a house. Raises Refused for any other name."""
    kind, _, body = house.partition(":")
    if kind != "house" or len(body) != 6 or not body.isascii() or not body.isdecimal():
        raise Refused("連絡ファイルの差出人が分かりません。", "送り手に確かめてください。")
    return body


@dataclass(frozen=True)
class Post:
    """One folder of the two, and the key both sides share."""

    folder: Path
    key: bytes

    def put(self, package: Package, body: str) -> None:
        """Under its name only when it is whole; put again, it is the same letter."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        letter = self._letter(package.kind, package.id, body)
        draft = letter.with_suffix(f".{os.getpid()}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(seal_package(package, self.key))
        draft.rename(letter)

    def lies(self, kind: str, letter: UUID, body: str) -> bool:
        """It is still waiting to be taken."""
        return self._letter(kind, letter, body).exists()

    def take_back(self, kind: str, letter: UUID, body: str) -> None:
        """What a newer letter says better is no longer carried."""
        self._letter(kind, letter, body).unlink(missing_ok=True)

    def letters(self) -> Iterator[Path]:
        """The oldest first, not too many at once."""
        found = [path for path in self.folder.glob("*.json") if path.is_file() and not path.is_symlink()]
        yield from sorted(found, key=_order)[:MOST_AT_ONCE]

    def keeps_waiting(self, letter: Path) -> bool:
        """An older one of its kind and body lies here, and is to be taken first."""
        place = _order(letter)
        kin = letter.name[: -len(f"{UUID(int=0)}.json")]
        return any(_order(other) < place for other in self.folder.glob(f"{kin}*.json") if other.is_file())

    def open(self, letter: Path, *, receiver: str, at: datetime) -> Package:
        """Raises Refused with the sentence why it is none of ours. Whether it was taken before, the caller knows."""
        if letter.stat().st_size > LIMIT_BYTES:
            raise Refused("連絡ファイルが大きすぎます。", "送り手に知らせてください。")
        return open_package(letter.read_bytes(), [self.key], receiver=receiver, seen=(), at=at)

    def set_aside(self, letter: Path, refused: Refused) -> None:
        """Kept to be looked at, and out of the way; of many only the newest."""
        aside = self.folder / ASIDE
        aside.mkdir(mode=0o700, exist_ok=True)
        letter.rename(aside / letter.name)
        log.warning("%s: %s%s", letter.name, refused.sentence, refused.way_on)
        kept = sorted(aside.iterdir(), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for old in kept[MOST_ASIDE:]:
            old.unlink()

    def _letter(self, kind: str, letter: UUID, body: str) -> Path:
        return self.folder / f"{body}-{kind}-{letter}.json"


def _order(letter: Path) -> tuple[int, str]:
    return letter.stat().st_mtime_ns, letter.name
