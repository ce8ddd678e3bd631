"""The locks are fresh: what pyproject asks for is pinned, hashed, and the same in all files."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.tree import TOP

PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.M)


def pins(name: str) -> dict[str, str]:
    """Package → version in one of the hashed files."""
    return {
        canonicalize_name(package): version for package, version in PINNED.findall(_text(f"requirements/{name}.txt"))
    }


def stale(asked: list[str], pinned: dict[str, str]) -> list[str]:
    """Requirements that no pin satisfies."""
    wanted = [Requirement(line) for line in asked]
    return [
        str(one)
        for one in wanted
        if not one.specifier.contains(pinned.get(canonicalize_name(one.name), "0"), prereleases=True)
    ]


def test_what_is_asked_for_is_pinned() -> None:
    project = tomllib.loads(_text("pyproject.toml"))
    assert stale(project["project"]["dependencies"], pins("base")) == []
    assert stale(project["project"]["optional-dependencies"]["large"], pins("large")) == []
    assert stale(project["dependency-groups"]["dev"], pins("dev")) == []


def test_what_runs_is_what_was_tested() -> None:
    for name in ("base", "large"):
        assert {one for one, version in pins(name).items() if pins("dev").get(one) != version} == set()
    assert {one for one, version in pins("base").items() if pins("large").get(one) != version} == set()


def test_every_pin_has_hashes() -> None:
    for name in ("base", "large", "dev"):
        blocks = re.split(r"\n(?=[A-Za-z0-9])", _text(f"requirements/{name}.txt"))
        assert [block.split("\n")[0] for block in blocks if PINNED.match(block) and "--hash=sha256:" not in block] == []


def test_every_dependency_says_why_it_is_there() -> None:
    lines = _text("pyproject.toml").split("dependencies = [")[1].split("\n]")[0].splitlines()
    assert [line for line in lines if line.strip().startswith('"') and "#" not in line] == []


def test_a_stale_lock_is_caught() -> None:
    assert stale(["django>=5.2", "new>=1"], {"django": "5.2.19"}) == ["new>=1"]
    assert stale(["django>=6"], {"django": "5.2.19"}) == ["django>=6"]


def _text(name: str) -> str:
    return (TOP / Path(name)).read_text(encoding="utf-8")
