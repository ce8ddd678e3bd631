"""Keys of one installation: made once, kept in its home folder, readable by its owner only."""

import os
import secrets
from pathlib import Path


def key_of(home: Path, name: str) -> str:
    """The key called `name`; made at the first call, the same ever after."""
    path = home / "keys" / name
    if not path.exists():
        _make(path)
    return path.read_text(encoding="ascii").strip()


def _make(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(48))
    try:
        os.link(draft, path)  # of two processes starting at once, the first one's key stays
    except FileExistsError:
        pass
    finally:
        draft.unlink()
