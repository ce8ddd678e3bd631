"""The one entry of all proofs and benches: find the module, give it a database of its own, show what it found."""

import argparse
import ast
import importlib
import json
import os
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any, TypedDict

from marugoto.ground.scratch_postgres import scratch_postgres
from proofs._huge_pages import huge_pages

NOT_MEMBERS = {"__init__", "__main__", "entry"}


class Outcome(TypedDict, total=False):
    """What `run` hands back. `ok` is required: whether what had to hold did hold."""

    ok: bool
    reached: bool  # whether as much was tried as was asked; of soundness it says nothing. Absent where nothing can fall short
    rows: list[dict[str, Any]]  # a table: the same keys in every row
    figures: dict[str, Any]  # single figures by name
    notes: list[str]  # sentences: what fell short, what the figures do not say


def main(program: str, home: ModuleType, options: Callable[[argparse.ArgumentParser], None], words: list[str]) -> int:
    """Run one member of `home`; without a name, list them. Answers `exit_code`."""
    members = members_of(home)
    parser = argparse.ArgumentParser(
        prog=program, description="\n".join(f"{name:<14}{says}" for name, says in members.items())
    )
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("name", nargs="?", choices=sorted(members), metavar="NAME")
    parser.add_argument("--json", action="store_true", help="the last line is one JSON object")
    parser.add_argument("--database", choices=["sqlite", "postgres"], help="instead of the member's own choice")
    options(parser)
    name = parser.parse_known_args(words)[0].name
    if name is None:
        parser.print_help()
        return 0
    return _run(program, home, name, parser, words)


def members_of(home: ModuleType) -> dict[str, str]:
    """Name → first line of the docstring, read without importing: a member may need its database first."""
    folder = Path(str(home.__file__)).parent
    paths = [
        path for path in sorted(folder.glob("*.py")) if path.stem not in NOT_MEMBERS and not path.stem.startswith("_")
    ]
    return {path.stem: (ast.get_docstring(_tree(path)) or "").split("\n")[0] for path in paths}


def table(rows: list[dict[str, Any]]) -> str:
    """Rows as text in columns; a Japanese character is two columns wide, numbers stand to the right."""
    if not rows:
        return ""
    cells = [list(rows[0]), *([_say(value) for value in row.values()] for row in rows)]
    widths = [max(_width(row[at]) for row in cells) for at in range(len(cells[0]))]
    numbers = [isinstance(value, int | float) for value in rows[0].values()]
    return "\n".join("  ".join(map(_pad, row, widths, numbers)).rstrip() for row in cells)


def _run(program: str, home: ModuleType, name: str, parser: argparse.ArgumentParser, words: list[str]) -> int:
    wanted = _constants(Path(str(home.__file__)).parent / f"{name}.py")
    chosen = parser.parse_known_args(words)[0].database or wanted.get("DATABASE")
    settings = dict(word.split("=") for word in str(wanted.get("POSTGRES", "")).split())
    module = str(wanted.get("SETTINGS", "marugoto.settings.house"))
    with _database(chosen, durable=bool(wanted.get("DURABLE")), settings=settings, module=module):
        member = importlib.import_module(f"{home.__name__}.{name}")
        if hasattr(member, "options"):
            member.options(parser)
        args = parser.parse_args(words)
        args.database = chosen
        began = time.monotonic()
        outcome: Outcome = member.run(args)
        _show(f"{program} {' '.join(words)}", outcome, time.monotonic() - began, as_json=args.json)
    return exit_code(outcome, bounded=getattr(args, "minutes", None) is not None)


def exit_code(outcome: Outcome, *, bounded: bool) -> int:
    """0 only if what had to hold did, and as much was tried as was asked; `bounded`: whoever set a time takes what it gave."""
    return 0 if outcome["ok"] and (bounded or outcome.get("reached", True)) else 1


@contextmanager
def _database(kind: str | None, *, durable: bool, settings: dict[str, str], module: str) -> Iterator[None]:
    """A fresh, migrated database with Django set up on it, in a home folder that is gone afterwards; without a kind, nothing."""
    if kind is None:
        yield
        return
    with ExitStack() as stack:
        os.environ["MARUGOTO_HOME"] = stack.enter_context(tempfile.TemporaryDirectory(prefix="marugoto-home-"))
        os.environ.pop("DATABASE_URL", None)
        if kind == "postgres":
            stack.enter_context(huge_pages(settings.get("shared_buffers", "")))
            os.environ["DATABASE_URL"] = stack.enter_context(scratch_postgres(durable=durable, settings=settings))
        _set_up_django(module)
        yield


def _set_up_django(module: str) -> None:
    """Migrate under the owner's account, then go on under the application's, behind the walls."""
    command = [sys.executable, "-m", "marugoto.web.shell.management.commandline", "migrate", "-v", "0"]
    subprocess.run(command, check=True, env={"DJANGO_SETTINGS_MODULE": "marugoto.settings.house", **os.environ})
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", module)

    import django

    from marugoto.web.shell.management.commandline import enter_as_application

    enter_as_application()
    django.setup()


def _show(title: str, outcome: Outcome, seconds: float, *, as_json: bool) -> None:
    figures = outcome.get("figures", {}) | {"seconds": round(seconds, 1)}
    print(title)
    print(table(outcome.get("rows", [])))
    print(table([{"figure": key, "value": _say(value)} for key, value in figures.items()]))
    short = "" if outcome.get("reached", True) else ", but less was tried than was asked"
    print(*outcome.get("notes", []), f"ok{short}" if outcome["ok"] else "FAILED", sep="\n")
    if as_json:
        print(json.dumps({"command": title, **outcome, "figures": figures}, ensure_ascii=False, default=str))


def _constants(path: Path) -> dict[str, Any]:
    """Capital names with a plain value at the top of a module, read without importing it."""
    found: dict[str, Any] = {}
    for node in _tree(path).body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            found |= {target.id: node.value.value for target in node.targets if isinstance(target, ast.Name)}
    return found


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _say(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,.1f}" if isinstance(value, float) else f"{value:,}" if isinstance(value, int) else str(value)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


def _pad(text: str, width: int, is_number: bool) -> str:
    space = " " * (width - _width(text))
    return space + text if is_number else text + space
