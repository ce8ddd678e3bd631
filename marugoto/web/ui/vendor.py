"""What the project carries from others: each folder under static/ui/vendor has its licence and a VENDOR.toml with a hash per file."""

import hashlib
import tomllib
from pathlib import Path
from typing import Any

VENDOR = Path(__file__).resolve().parent / "static" / "ui" / "vendor"
PAPER = "VENDOR.toml"


def folders() -> list[Path]:
    return sorted(path.parent for path in VENDOR.glob(f"*/{PAPER}"))


def paper(folder: Path) -> dict[str, Any]:
    """Name, version, licence, source and the hashes that were written down."""
    return tomllib.loads((folder / PAPER).read_text(encoding="utf-8"))


def hashes(folder: Path) -> dict[str, str]:
    """Path within the folder → sha256 of what lies there now."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != PAPER)
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
