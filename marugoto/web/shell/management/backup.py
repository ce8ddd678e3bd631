"""One file that holds everything an installation would need to come back: databases, kept files, keys, and a checksum of each.

It holds persons' records and the keys: it is readable by its maker only, and belongs under the same lock as the records.
SQLite is copied while it is in use (its online backup); PostgreSQL by its own pg_dump.
"""

import json
import os
import sqlite3
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import datetime
from hashlib import file_digest
from pathlib import Path
from typing import Any

import marugoto
from marugoto.ground.scratch_postgres import find_programs
from marugoto.kernel.decision import Refused

MANIFEST = "manifest.json"
KEPT_FOLDERS = ("files", "keys", "packages")
Databases = Mapping[str, Mapping[str, Any]]  # as Django's settings have them, by alias


def write_backup(target: Path, *, home: Path, databases: Databases, at: datetime) -> dict[str, str]:
    """Write `target` (.tar); returns the checksum of each part. Raises Refused if the file is there already."""
    if target.exists():
        raise Refused(f"{target} はすでにあります。別の名前を選んでください。", "")
    if not target.absolute().parent.is_dir():
        raise Refused(f"{target.parent} というフォルダーがありません。", "先に作るか、別の場所を選んでください。")
    with tempfile.TemporaryDirectory(prefix="marugoto-backup-") as place:
        folder = Path(place)
        for alias, database in databases.items():
            _dump(database, folder / _name(alias, database))
        for kept in KEPT_FOLDERS:
            if (home / kept).is_dir():
                _pack(home / kept, folder / f"{kept}.tar")
        sums = {path.name: _sum(path) for path in sorted(folder.iterdir())}
        said = {"marugoto": marugoto.__version__, "at": at.isoformat(), "sha256": sums}
        (folder / MANIFEST).write_text(json.dumps(said, ensure_ascii=False, indent=1), encoding="utf-8")
        draft = target.with_name(f".{target.name}.{os.getpid()}")
        _pack(folder, draft)
        draft.chmod(0o600)
        draft.rename(target)  # under its name only when it is whole
    return sums


@contextmanager
def opened_backup(source: Path) -> Iterator[Path]:
    """The unpacked and checked parts; raises Refused with the first part that is missing or changed."""
    with tempfile.TemporaryDirectory(prefix="marugoto-restore-") as place:
        folder = Path(place)
        try:
            _unpack(source, folder)
            sums = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["sha256"]
        except (tarfile.TarError, OSError, ValueError, KeyError) as broken:
            raise Refused(f"{source} はバックアップとして読めません。", "別のファイルを選んでください。") from broken
        for name, wanted in sums.items():
            if not (folder / name).is_file() or _sum(folder / name) != wanted:
                raise Refused(
                    f"{name} が欠けているか、変わっています。戻しませんでした。", "別のバックアップを選んでください。"
                )
        yield folder


def put_back(folder: Path, *, home: Path, databases: Databases) -> None:
    """Replace databases, kept files and keys by those of an opened backup. PostgreSQL needs its roles to be there already."""
    for alias, database in databases.items():
        part = folder / _name(alias, database)
        if not part.exists():
            raise Refused(
                f"このバックアップに {part.name} はありません。データベースの種類が違います。",
                "DATABASE_URL を確かめてください。",
            )
    for alias, database in databases.items():
        _load(database, folder / _name(alias, database))
    for kept in KEPT_FOLDERS:
        if (folder / f"{kept}.tar").exists():
            (home / kept).mkdir(mode=0o700, parents=True, exist_ok=True)
            _unpack(folder / f"{kept}.tar", home / kept)


# ---------------------------------------------------------------- one database


def _name(alias: str, database: Mapping[str, Any]) -> str:
    return f"{alias}.{'sqlite3' if _is_sqlite(database) else 'pgdump'}"


def _is_sqlite(database: Mapping[str, Any]) -> bool:
    return str(database["ENGINE"]).endswith("sqlite3")


def _dump(database: Mapping[str, Any], target: Path) -> None:
    if _is_sqlite(database):
        _copy_sqlite(Path(database["NAME"]), target)
    else:
        _postgres("pg_dump", database, "--format=custom", "--no-owner", "--no-privileges", f"--file={target}")


def _load(database: Mapping[str, Any], source: Path) -> None:
    if _is_sqlite(database):
        _copy_sqlite(source, Path(database["NAME"]))
    else:
        _postgres(
            "pg_restore",
            database,
            "--clean",
            "--if-exists",
            "--no-owner",
            "--no-privileges",
            "--single-transaction",
            source,
        )


def _copy_sqlite(source: Path, target: Path) -> None:
    """Page by page through SQLite itself: right also while both are in use and a log is pending."""
    with closing(sqlite3.connect(source)) as origin, closing(sqlite3.connect(target)) as copy:
        origin.backup(copy)


def _postgres(program: str, database: Mapping[str, Any], *words: str | Path) -> None:
    place = [
        "--host",
        database["HOST"] or "127.0.0.1",
        "--port",
        str(database["PORT"] or 5432),
        "--username",
        database["USER"],
    ]
    command = [find_programs() / program, *place, "--dbname", database["NAME"], *words]
    done = subprocess.run(
        command, env=os.environ | {"PGPASSWORD": database["PASSWORD"]}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Refused(f"{program} が終わりませんでした: {done.stderr.strip()[:500]}", "")


# ---------------------------------------------------------------- one archive


def _pack(folder: Path, target: Path) -> None:
    with tarfile.open(target, "w") as archive:
        archive.add(folder, arcname=".")


def _unpack(source: Path, folder: Path) -> None:
    """Files and folders only, and only inside `folder`: a hand-made archive could hold links and paths that lead out."""
    with tarfile.open(source) as archive:
        for member in archive:
            inside = (folder / member.name).resolve().is_relative_to(folder.resolve())
            if not inside or not (member.isreg() or member.isdir()):
                raise tarfile.ReadError(member.name)
        archive.extractall(folder)  # noqa: S202 — every member was looked at above


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
