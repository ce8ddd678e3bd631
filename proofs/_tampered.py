"""A body whose books are sealed, a witness outside with a checkpoint, and somebody who owns the tables."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import psycopg
from django.db import transaction

from marugoto.agencies.codes import BodyKind
from marugoto.agencies.models import Body
from marugoto.agencies.queries.system import system_viewer
from marugoto.disclosure.models import Look
from marugoto.disclosure.queries.books import BOOKS
from marugoto.ground.context import entered
from marugoto.kernel import chain
from marugoto.kernel.chain import ENTRY, digest_of, entry
from marugoto.ledger.actions import give_checkpoint, seal
from marugoto.ledger.models import Fact, Seal
from marugoto.ledger.queries import chain as chains
from marugoto.ledger.queries.book import moment
from marugoto.ledger.queries.checkpoint import last_given
from proofs import _tampering
from proofs.tamper import spread

Rows = list[tuple[Any, ...]]
# A comparison is taken out of the verifier: the proof must notice that it finds less.
BLINDED = (
    ("content of a row not compared", "elif sealed[1:] == now:", "elif sealed[0]:"),
    ("place of a row not compared", "elif sealed[1:] == now:", "elif sealed[2] == now[1]:"),
    ("deletions not listed", "for name in self._sealed if name not in self._other]", "for name in ()]"),
    (
        "edits and swaps not listed",
        "return [*self._found, *cut, *gone, *miscounted, *self._changed()]",
        "return [*self._found, *cut, *gone, *miscounted]",
    ),
    ("swaps taken for edits", "if other is None or other == name or not same_place:", "if True:"),
    ("what is in no seal not listed", "if place <= self._reach.get(letter, place - 1):", "if False:"),
    ("digest of a seal not computed", "link.rows) != link.digest:", "link.rows) == '':"),
    ("checkpoint not compared", "if self.checkpoints.get(link.number, link.digest) != link.digest:", "if False:"),
    ("end of the chain not compared", "for number in self.checkpoints if number > last]", "for number in ()]"),
)


class World:
    """`covered`: how many rows the checkpoint covers; it lies as a file at the witness, and is read from there alone."""

    def __init__(self, body: str, dice: Random, outside: Path) -> None:
        self.body, self.dice, self.outside = body, dice, outside
        self.owner = psycopg.connect(os.environ["MARUGOTO_OWNER_DATABASE_URL"])
        self.covered, self.figures = 0, dict[str, Any]()
        self.expected = set[_tampering.Named]()
        self.program = Path(chain.__file__).read_text(encoding="utf-8")

    # ---------------------------------------------------------------- what is there

    def settle(self, rows: int, at: datetime) -> None:
        """Rows of both books, sealed every minute, a checkpoint given out, more rows after it, and some that no seal covers."""
        with transaction.atomic(), entered(system_viewer(self.body, at)):
            Body.objects.create(code=self.body, name="みなも市", kind=BodyKind.MUNICIPALITY)
        began, minutes = time.monotonic(), 20
        for minute in range(minutes):
            self._write(rows // minutes, at + timedelta(minutes=minute))
            self._seal(at + timedelta(minutes=minute + 1))
        self.figures["sealing, per row (ms)"] = round((time.monotonic() - began) * 1000 / (2 * rows), 3)
        end = at + timedelta(minutes=minutes)
        give_checkpoint(by=system_viewer(self.body, end), at=end)
        said = last_given(system_viewer(self.body, end), name="みなも市")
        (self.outside / "checkpoint.txt").write_text(said, encoding="utf-8")
        self.old = _tampering.sealed_rows(self._blobs())
        self.covered = len(self.old)
        self._write(500, end)
        self._seal(end + timedelta(minutes=1))
        self.sealed = _tampering.sealed_rows(self._blobs())
        self._write(100, end + timedelta(minutes=1))
        self.export("whole")

    def _write(self, count: int, at: datetime) -> None:
        with transaction.atomic(), entered(system_viewer(self.body, at)):
            Fact.objects.within(self.body).bulk_create(self._fact(at, number) for number in range(count))
            Look.objects.within(self.body).bulk_create(Look(**spread(self.dice, at, number)) for number in range(count))

    def _fact(self, at: datetime, number: int) -> Fact:
        ids = [UUID(int=self.dice.getrandbits(128)) for _ in range(4)]
        about = {"org": ids[0], "duty": ids[1], "subject": ids[2], "matter": ids[3], "num_1": number}
        return Fact(kind="ball.offered", version=1, body=self.body, fy=2026, day=at.toordinal(), bday=1, **about)

    def _seal(self, at: datetime) -> int:
        return seal(by=system_viewer(self.body, at), at=at, books=BOOKS)

    def look_now(self, at: datetime) -> UUID:
        with transaction.atomic(), entered(system_viewer(self.body, at)):
            row = Look(**spread(self.dice, at, 0))
            row.save(force_insert=True)
        return row.pk

    def sealed_of(self, keys: Any) -> set[bytes]:
        """Which of these looks a seal names."""
        rows = self.execute("SELECT rows FROM ledger_seal WHERE body = %s ORDER BY number DESC LIMIT 20", [self.body])
        return {key for (blob,) in rows for _, key, _, _ in ENTRY.iter_unpack(bytes(blob))} & set(keys)

    def seals(self) -> int:
        return int(self.execute("SELECT count(*) FROM ledger_seal", [])[0][0])

    def _blobs(self) -> list[tuple[int, bytes]]:
        rows = self.execute("SELECT number, rows FROM ledger_seal ORDER BY number", [])
        return [(number, bytes(blob)) for number, blob in rows]

    # ---------------------------------------------------------------- who owns the tables, and who checks

    def execute(self, sql: str, params: Sequence[Any]) -> Rows:
        with self.owner.cursor() as cursor:
            cursor.execute(sql, params or None)
            found = cursor.fetchall() if cursor.description else []
        self.owner.commit()
        return found

    @contextmanager
    def undone(self) -> Any:
        """What is done within is there for the check, and gone afterwards: the tables are copied aside and put back."""
        tables = ("ledger_fact", "disclosure_look", "ledger_seal", "ledger_checkpoint")
        for table in tables:
            self.execute(f"CREATE TABLE kept_{table} AS SELECT * FROM {table}", [])
        try:
            yield
        finally:
            for table in tables:
                self.execute(f"TRUNCATE {table}", [])
                self.execute(f"INSERT INTO {table} SELECT * FROM kept_{table}", [])
                self.execute(f"DROP TABLE kept_{table}", [])

    def export(self, name: str) -> Path:
        path = self.outside / f"{name}.jsonl"
        with path.open("w", encoding="utf-8") as file:
            viewer = system_viewer(self.body, datetime.now().astimezone())
            chains.export(viewer, BOOKS, name="みなも市", write=file.write)
        return path

    def check(self, name: str, *, outside: bool, program: str = "") -> list[chain.Finding]:
        """By the one file alone, in a Python of its own that knows nothing of the house."""
        alone = self.outside / "verifier.py"
        alone.write_text((program or self.program).partition("\n\nif __name__")[0] + TELL, encoding="utf-8")
        kept = [str(self.outside / "checkpoint.txt")] if outside else []
        words = [sys.executable, "-I", "-S", str(alone), str(self.outside / f"{name}.jsonl"), *kept]
        ran = subprocess.run(words, capture_output=True, text=True, check=False)
        if ran.returncode:
            raise RuntimeError(ran.stderr[-2000:])
        lines = [line.split("\t") for line in ran.stdout.splitlines()]
        return [chain.Finding(a, int(b), c, d, int(e), f) for a, b, c, d, e, f in lines]

    # ---------------------------------------------------------------- what is shown

    def untouched(self) -> dict[str, Any]:
        found = self.check("whole", outside=True)
        return _row("control: nothing was touched", 0, len(found), not found)

    def unsealed_table(self, at: datetime) -> dict[str, Any]:
        """What no seal covers is not found: it must not look as if it were."""
        with self.undone():
            self.execute("DELETE FROM ledger_seal", [])
            self.execute("DELETE FROM ledger_checkpoint", [])
            self.execute("UPDATE ledger_fact SET num_1 = num_1 + 1 WHERE seq % 7 = 0", [])
            self.export("unsealed")
            found = self.check("unsealed", outside=False)
        return _row("control: the same rows without a seal, edited", 0, len(found), not found)

    def tampered(self, operations: int) -> dict[str, Any]:
        counts = {"edit": operations * 2 // 5, "deletion": operations * 3 // 10}
        counts["swap"] = operations - sum(counts.values())
        keys = {book: [name[1:] for name in self.old if name[:1].decode() == book] for book in ("f", "l")}
        both: dict[str, Callable[..., Rows]] = {"f": self.execute, "l": self.execute}
        with self.undone():
            done = list(_tampering.deeds(self.dice, keys, counts, both))
            for deed in done:
                for statement in deed.statements:
                    self.execute(statement, [])
            self.expected = set[_tampering.Named]().union(*(deed.expected for deed in done))
            self.export("tampered")
            found = self.check("tampered", outside=True)
            at = datetime.now().astimezone()
            inside = chains.verify(system_viewer(self.body, at), BOOKS).findings
        said = _tampering.named(found)
        hit = sum(deed.expected <= said for deed in done)
        self.figures |= {f"tampered by {kind}": count for kind, count in counts.items()}
        self.figures["found and placed"] = hit
        self.figures["rows accused that nobody touched"] = len(said - self.expected)
        self.figures["bin/marugoto verify says the same"] = _tampering.named(inside) == said
        good = said == self.expected and _tampering.placed(found, self.sealed) and _tampering.named(inside) == said
        return _row("edits, deletions and swaps by the owner", len(done), hit, good)

    def rewritten(self, *, outside: bool) -> dict[str, Any]:
        """One row edited, and every seal from the first on computed anew to fit, in the order and sizes there were."""
        with self.undone():
            self._rewrite()
            self.export("rewritten")
            found = self.check("rewritten", outside=outside)
        what = {one.what for one in found}
        if outside:
            return _row("the whole chain made anew, with the checkpoint outside", 1, len(found), what == {"rewritten"})
        return _row("control: the same without a checkpoint", 0, len(found), not found)

    def _rewrite(self) -> None:
        viewer = system_viewer(self.body, datetime.now().astimezone())
        self.execute("UPDATE ledger_fact SET num_1 = 77 WHERE seq = (SELECT min(seq) + 5 FROM ledger_fact)", [])
        now = {}
        with transaction.atomic(), entered(viewer):
            for book in BOOKS:
                for key, place, content in book.rows(self.body):
                    now[chain.LETTERS[book.name] + key] = entry(book.name, key, place, content)
            rows = [
                (one.pk, one.number, one.made_at, bytes(one.rows))
                for one in Seal.objects.within(self.body).order_by("number")
            ]
        digest = ""
        for pk, number, made, blob in rows:
            anew = b"".join(now[letter + key] for letter, key, _, _ in ENTRY.iter_unpack(blob))
            previous, digest = digest, digest_of(self.body, number, moment(made), digest, anew)
            sql = "UPDATE ledger_seal SET rows = %s, previous = %s, digest = %s WHERE id = %s"
            self.execute(sql, [anew, previous, digest, pk])
        self.execute(
            "UPDATE ledger_checkpoint c SET digest = s.digest FROM ledger_seal s WHERE s.number = c.number", []
        )

    def cut_off(self) -> dict[str, Any]:
        """The last seals and all their rows are gone, as if they had never been."""
        with self.undone():
            self._cut()
            self.export("cut")
            found = self.check("cut", outside=True)
        return _row("the end of the chain cut off", 1, len(found), {one.what for one in found} == {"cut off"})

    def _cut(self) -> None:
        number, reach = self.execute("SELECT number, reach FROM ledger_seal ORDER BY number DESC OFFSET 6 LIMIT 1", [])[
            0
        ]
        self.execute("DELETE FROM ledger_seal WHERE number > %s", [number])
        self.execute("DELETE FROM ledger_fact WHERE seq > %s", [reach["fact"]])
        since = "to_timestamp(%s / 1000000.0)"
        self.execute(f"DELETE FROM disclosure_look WHERE made_at > {since} + interval '1 ms'", [reach["look"]])

    def blinded(self) -> list[dict[str, Any]]:
        """Controls: a verifier from which one comparison was taken out must be caught by the very figures above."""
        with self.undone():  # one more world: a row slipped in, and a seal made to fit an edited row
            key = UUID(int=self.dice.getrandbits(128)).hex
            columns = ", ".join(str(one.column) for one in Look._meta.concrete_fields if one.column != "id")
            self.execute(
                f"INSERT INTO disclosure_look (id, {columns}) SELECT '{key}', {columns} FROM disclosure_look LIMIT 1",
                [],
            )
            self.execute(
                "UPDATE ledger_seal SET rows = set_byte(rows, 30, get_byte(rows, 30) # 1) WHERE number = 2", []
            )
            self.export("slipped")
        worlds = ("tampered", "rewritten", "cut", "slipped")
        right = [_tampering.named(self.check(world, outside=True)) for world in worlds]
        rows = []
        for name, whole, blind in BLINDED:
            if self.program.count(whole) != 1:
                raise LookupError(f"the verifier has changed: {whole}")
            program = self.program.replace(whole, blind)
            caught = any(
                _tampering.named(self.check(world, outside=True, program=program)) != said
                for world, said in zip(worlds, right, strict=True)
            )
            rows.append(_row(f"control: {name}", 1, int(caught), caught))
        return rows


# In the place of the program's own last line: its findings, told as columns instead of sentences.
TELL = """
if __name__ == "__main__":
    kept = [read_checkpoint(Path(name).read_text(encoding="utf-8")) for name in sys.argv[2:]]
    with Path(sys.argv[1]).open(encoding="utf-8") as export:
        for one in verify(export, kept)[1]:
            print(one.what, one.seal, one.book, one.key, one.place, one.other, sep="\\t")
"""


def _row(what: str, done: int, found: int, good: bool) -> dict[str, Any]:
    return {"what": what, "done": done, "found": found, "as it must be": good}
