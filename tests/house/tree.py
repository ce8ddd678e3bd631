"""The tree as git would keep it, read once: what every check of the house looks at."""

import ast
import subprocess
from functools import cache
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]


@cache
def files() -> tuple[Path, ...]:
    """Every file that is tracked or could be added, relative to the top of the checkout."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=TOP, capture_output=True, text=True, check=True
    )
    return tuple(sorted(Path(name) for name in listed.stdout.split("\0") if name and (TOP / name).is_file()))


def python_files(*parts: str) -> tuple[Path, ...]:
    """Our own Python, migrations and vendored files aside; with parts, only below a folder or in a file of one of these names."""
    ours = (path for path in files() if path.suffix == ".py" and not {"migrations", "vendor"} & set(path.parts))
    return tuple(path for path in ours if not parts or set(parts) & {*path.parts, path.stem})


def templates() -> tuple[Path, ...]:
    return tuple(path for path in files() if path.suffix in {".html", ".svg"} and "templates" in path.parts)


@cache
def text_of(path: Path) -> str:
    return (TOP / path).read_text(encoding="utf-8", errors="replace")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(text_of(path), filename=str(path))


def is_test(path: Path) -> bool:
    return path.parts[0] == "tests"
