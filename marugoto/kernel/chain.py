"""The chain of seals: whoever edits, deletes, swaps or slips in a sealed row is named. One file, Python alone, no other needed.

    python3 chain.py EXPORT [CHECKPOINT ...]        0: all is as it was sealed, 1: something is not, 2: a file cannot be read

EXPORT, format "marugoto-chain-1": text in UTF-8, one JSON object on each line.
    {"format": "marugoto-chain-1", "body": …, "name": …, "at": …}                         the first line
    {"seal": number, "made_at": …, "previous": …, "rows": base64, "digest": …}            every seal, in the order of numbers
    {"row": book, "key": 32 hexadecimal figures, "place": whole number, "content": {…}}   every row, in any order
The rows of a seal are entries of 57 bytes: one letter of the book (f: fact, l: look), the key (16 bytes), the place (8 bytes,
signed, highest first: a fact's number, a look's moment in microseconds since 1970), and the digest of the content (32 bytes).
The digest of a content is SHA-256 of its JSON on one line: keys in order, no spaces, in UTF-8, without what is empty or null.
The digest of a seal is SHA-256 of `previous`, a line break, `body number made_at`, a line break, and the bytes of its rows;
`previous` is the digest of the seal before, in hexadecimal figures, and empty before the first.
A fact of the kind "looks.destroyed" says that the looks from the place num_1 on, before the place num_2, were destroyed by the
body's own rule, and how many they were (num_3). Looks that are missing there are counted apart; where they are more or fewer than
was said, it is named. What the seals say of them stays, so that none of them can be put back changed.
CHECKPOINT, format "marugoto-checkpoint-1": a line for each of 団体コード, 封印の番号 and 封印の値, a colon, and what it is.

A chain computed anew from the first seal on is found by nothing but a checkpoint that was kept elsewhere: on paper, or by a
second organisation. What was written after the last seal is not covered by anything yet; it is counted.
"""

from __future__ import annotations

import base64
import json
import struct
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

EXPORT, CHECKPOINT = "marugoto-chain-1", "marugoto-checkpoint-1"
ENTRY = struct.Struct(">c16sq32s")
LETTERS = {"fact": b"f", "look": b"l"}
DESTROYED = "looks.destroyed"  # the kind of fact that says so
BOOKS = {"f": "事実", "l": "閲覧記録"}
SEALABLE = "only words, whole numbers, true, false, nothing, and lists or mappings of them can be sealed"
_ONE_LINE = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_PLAIN = {str, int, bool, type(None)}

Content = Mapping[str, object]


@dataclass(frozen=True)
class Link:
    """One seal: what it covers, and the digest of the seal before it. `made_at` is text, as it was sealed."""

    number: int
    made_at: str
    previous: str
    rows: bytes
    digest: str


@dataclass(frozen=True)
class Finding:
    """What is not as it was sealed, and where: `what` is a key of `SAID`; `seal` is the number of the seal that shows it."""

    what: str
    seal: int
    book: str = ""
    key: str = ""
    place: int = 0
    other: str = ""

    def __str__(self) -> str:
        row = f"{BOOKS.get(self.book, self.book)}の行 {self.key}（位置 {self.place}、封印{self.seal}番）"
        return SAID[self.what].format(row=row, seal=self.seal, other=self.other)


SAID = {
    "edited": "{row}が書きかえられています。",
    "deleted": "{row}がなくなっています。",
    "swapped": "{row}の中身が、{other} のものと入れかわっています。",
    "inserted": "{row}は、どの封印にもありません。あとから差しこまれています。",
    "unreadable": "封印{seal}番の中身が読めません。",
    "broken": "封印{seal}番が、封印したときの値と合いません。この封印の行は、確かめられません。",
    "missing": "封印{seal}番がありません。",
    "rewritten": "封印{seal}番が、外に控えた値と合いません。ここまでの全体が書き直されたおそれがあります。",
    "cut off": "封印{seal}番がありません。ここまであったことを、外に控えた値が示しています。",
    "miscounted": "廃棄したという閲覧記録と、なくなっている閲覧記録の数が合いません（{other}）。",
    "of another": "控えは、ほかの自治体のものです（封印{seal}番）。",
}


def as_line(content: Content) -> str:
    """The content as one line of JSON, always the same for the same content; what is empty or null is left out."""
    row = {name: value for name, value in content.items() if value is not None and value != ""}
    if not _can_be_sealed(row):
        raise TypeError(SEALABLE)
    return _ONE_LINE.encode(row)


def entry(book: str, key: bytes, place: int, content: Content) -> bytes:
    """A row as its seal keeps it."""
    return ENTRY.pack(LETTERS[book], key, place, sha256(as_line(content).encode()).digest())


def digest_of(body: str, number: int, made_at: str, previous: str, rows: bytes) -> str:
    """The digest of a seal, in 64 hexadecimal figures."""
    return sha256(f"{previous}\n{body} {number} {made_at}\n".encode() + rows).hexdigest()


def _can_be_sealed(value: object) -> bool:
    if value is None or isinstance(value, (str, int)):
        return True
    if isinstance(value, dict) and {*map(type, value), *map(type, value.values())} <= _PLAIN:
        return all(isinstance(key, str) for key in value)  # nearly every row is flat: asked of the types at once
    if isinstance(value, (list, tuple)):
        return all(map(_can_be_sealed, value))
    return isinstance(value, dict) and all(isinstance(key, str) and _can_be_sealed(one) for key, one in value.items())


@dataclass
class Check:
    """Every seal of a body in its order, then every row; `findings` names what is not as it was sealed.

    `checkpoints`: number of a seal → its digest as it was kept elsewhere.
    """

    body: str
    checkpoints: Mapping[int, str] = field(default_factory=dict)
    late: int = 0  # rows that showed themselves after a later one was sealed
    rows: int = 0
    tail: Counter[str] = field(default_factory=Counter)  # rows that no seal covers yet, by the letter of their book
    tail_since: int = 0  # the earliest place of a look among them
    destroyed: int = 0  # looks that are missing, and were said to be destroyed
    _said: Counter[tuple[int, int]] = field(default_factory=Counter)  # from where to where → how many were said to be
    _last: Link | None = None
    _found: list[Finding] = field(default_factory=list)
    _sealed: dict[bytes, tuple[int, int, bytes]] = field(default_factory=dict)  # letter and key → seal, place, digest
    _reach: dict[bytes, int] = field(default_factory=dict)
    _other: dict[bytes, tuple[int, bytes]] = field(
        default_factory=dict
    )  # rows that are not as sealed: what they are now

    def seal(self, link: Link) -> None:
        """The next seal."""
        before = self._last
        wanted = before.number + 1 if before else 1
        self._found += [Finding("missing", number) for number in range(wanted, link.number)]
        previous = before.digest if before and before.number + 1 == link.number else link.previous
        if link.number == 1:
            previous = ""
        if link.number < wanted or digest_of(self.body, link.number, link.made_at, previous, link.rows) != link.digest:
            self._found.append(Finding("broken", link.number))
        if self.checkpoints.get(link.number, link.digest) != link.digest:
            self._found.append(Finding("rewritten", link.number))
        self._last = link
        self._enter(link)

    def _enter(self, link: Link) -> None:
        if len(link.rows) % ENTRY.size:
            self._found.append(Finding("unreadable", link.number))
        whole = len(link.rows) - len(link.rows) % ENTRY.size
        before = dict(self._reach)
        for letter, key, place, digest in ENTRY.iter_unpack(link.rows[:whole]):
            self.late += place < before.get(letter, place)
            self._sealed[letter + key] = (link.number, place, digest)
            if place > self._reach.get(letter, place - 1):
                self._reach[letter] = place

    def row(self, book: str, key: bytes, place: int, content: Content) -> None:
        """A row as it stands now."""
        letter, self.rows = LETTERS[book], self.rows + 1
        now = (place, sha256(as_line(content).encode()).digest())
        sealed = self._sealed.get(letter + key)
        if sealed is None:
            if not self._unsealed(letter, key, place):
                return
        elif sealed[1:] == now:
            del self._sealed[letter + key]
        else:
            self._other[letter + key] = now
            return
        if book == "fact" and content.get("kind") == DESTROYED:
            since, before, rows = (int(str(content.get(name, 0))) for name in ("num_1", "num_2", "num_3"))
            self._said[since, before] += rows

    def _unsealed(self, letter: bytes, key: bytes, place: int) -> bool:
        """No seal covers it: whether it can have been written since the last."""
        if place <= self._reach.get(letter, place - 1):
            seal = self._last.number if self._last else 0
            self._found.append(Finding("inserted", seal, letter.decode(), key.hex(), place))
            return False
        self.tail[letter.decode()] += 1
        if letter == LETTERS["look"] and (not self.tail_since or place < self.tail_since):
            self.tail_since = place
        return True

    @property
    def last(self) -> Link | None:
        return self._last

    def findings(self) -> list[Finding]:
        """Everything, once the last row was given."""
        last = self._last.number if self._last else 0
        cut = [Finding("cut off", number) for number in self.checkpoints if number > last]
        missing, miscounted = self._without_destroyed([name for name in self._sealed if name not in self._other])
        gone = [self._finding("deleted", name) for name in missing]
        return [*self._found, *cut, *gone, *miscounted, *self._changed()]

    def _without_destroyed(self, names: list[bytes]) -> tuple[list[bytes], list[Finding]]:
        """What is missing and was not said to be destroyed; and where the number is another than was said."""
        missing, found = names, []
        self.destroyed = 0
        for (since, before), rows in sorted(self._said.items()):
            told = {one for one in missing if one[:1] == LETTERS["look"] and since <= self._sealed[one][1] < before}
            missing = [one for one in missing if one not in told]
            self.destroyed += len(told)
            if len(told) != rows:
                last = self._last.number if self._last else 0
                found.append(
                    Finding("miscounted", last, other=f"廃棄したという{rows:,}行、なくなっている{len(told):,}行")
                )
        return missing, found

    def _changed(self) -> Iterator[Finding]:
        """Edited, or holding what was sealed under another that is not as sealed either."""
        contents, places = dict[bytes, bytes](), dict[int, bytes]()
        for name in self._other:
            _, place, digest = self._sealed[name]
            contents[digest] = places[place] = name
        for name, (place, digest) in self._other.items():
            _, sealed_place, sealed_digest = self._sealed[name]
            other = contents.get(digest) if digest != sealed_digest else places.get(place)
            same_place = place == sealed_place or (other is not None and place == self._sealed[other][1])
            if other is None or other == name or not same_place:
                yield self._finding("edited", name)
            else:
                yield self._finding("swapped", name, other[1:].hex())

    def _finding(self, what: str, name: bytes, other: str = "") -> Finding:
        seal, place, _ = self._sealed[name]
        return Finding(what, seal, name[:1].decode(), name[1:].hex(), place, other)


# ---------------------------------------------------------------- files


def write_checkpoint(body: str, name: str, link: Link, at: str) -> str:
    """One page, to be kept as a file or printed; the digest in groups of eight, so that it can be compared by eye."""
    groups = " ".join(link.digest[start : start + 8] for start in range(0, 64, 8))
    said = {"団体コード": body, "自治体": name, "封印の番号": link.number, "封印した日時": link.made_at}
    said |= {"封印の値": groups, "控えを出した日時": at}
    return "\n".join([CHECKPOINT, *(f"{name}: {value}" for name, value in said.items())]) + "\n"


def read_checkpoint(text: str) -> tuple[str, int, str]:
    """Body, number and digest; raises ValueError. Spaces within the digest are of no account: it may be typed from paper."""
    lines = [line.strip() for line in text.replace("：", ":").splitlines() if line.strip()]
    said = {name.strip(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    try:
        digest = "".join(said["封印の値"].split()).lower()
        number, body = int(said["封印の番号"]), said["団体コード"]
    except (KeyError, ValueError) as missing:
        raise ValueError(f"{missing}") from missing
    if lines[0].lstrip("\ufeff") != CHECKPOINT or len(digest) != 64 or set(digest) - set("0123456789abcdef"):
        raise ValueError(CHECKPOINT)
    return body, number, digest


def verify(lines: Iterable[str], checkpoints: Iterable[tuple[str, int, str]] = ()) -> tuple[Check, list[Finding]]:
    """Check the lines of an export against checkpoints; raises ValueError where it is none."""
    each = (json.loads(line) for line in lines if line.strip())
    head: dict[str, Any] = next(each, {})
    if head.get("format") != EXPORT:
        raise ValueError(EXPORT)
    kept = list(checkpoints)
    check = Check(head["body"], {number: digest for body, number, digest in kept if body == head["body"]})
    foreign = [Finding("of another", number) for body, number, _ in kept if body != head["body"]]
    for line in each:
        if "seal" in line:
            rows = base64.b64decode(line["rows"])
            check.seal(Link(line["seal"], line["made_at"], line["previous"], rows, line["digest"]))
        else:
            check.row(line["row"], bytes.fromhex(line["key"]), line["place"], line["content"])
    return check, foreign + check.findings()


def main(words: list[str]) -> int:
    """The command line of this file."""
    if not words or words[0] in {"-h", "--help"}:
        print(__doc__)
        return 2
    try:
        kept = [read_checkpoint(Path(name).read_text(encoding="utf-8-sig")) for name in words[1:]]
        with Path(words[0]).open(encoding="utf-8") as export:
            check, found = verify(export, kept)
    except (OSError, ValueError, KeyError, TypeError) as trouble:
        print(f"読めないファイルがあります: {trouble}", file=sys.stderr)
        return 2
    print(*found, sep="\n" if found else "")
    print(summary(check, found, len(kept)))
    return 1 if found else 0


def summary(check: Check, found: list[Finding], kept: int) -> str:
    """One line: how much was looked at, against how many checkpoints, and what is not covered yet."""
    last = check.last.number if check.last else 0
    said = "封印のときから変わっていません" if not found else f"封印のときと合わないことが{len(found):,}あります"
    outside = (
        f"外の控え{kept}枚と比べました"
        if kept
        else "外の控えとは比べていません（全体の書き直しは、外の控えでしか分かりません）"
    )
    late = f"、遅れて封印した行{check.late:,}" if check.late else ""
    tail = sum(check.tail.values())
    gone = f"、決まりにしたがって廃棄した閲覧記録{check.destroyed:,}" if check.destroyed else ""
    return f"{said}。行{check.rows:,}、封印{last:,}、まだ封印していない行{tail:,}{late}{gone}。{outside}。"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
