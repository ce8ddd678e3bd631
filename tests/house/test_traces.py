"""The tree speaks of the project only: no address of a registry, no path of somebody's machine, no word about how it came about."""

import re
from pathlib import Path

import pytest

from tests.house.tree import files, text_of

TEXT = {
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".json",
    ".lock",
    ".cfg",
    ".yml",
    ".yaml",
    ".sh",
    ".html",
    ".js",
    ".css",
    ".svg",
    ".po",
    "",
}
LARGEST = 2_000_000
LOCKS_WITH_ADDRESSES = {"uv.lock", "pylock.toml", "Pipfile.lock", "poetry.lock"}
# Written in pieces, so that this file does not catch itself.
FORBIDDEN = {
    "a registry's address": re.compile(
        r"pypi[.]org|pythonhosted[.]|registry[.]npm|^\s*--?(extra-)?index-url|^\s*registry\s*=", re.M
    ),
    "a path of one machine": re.compile(r"(?<![\w.\-])/(work|farm|root)/|(?<![\w.])/home/[a-z]+/|/opt/(wheels|pypi)"),
    "a place where a package was fetched": re.compile(r"--find-link[s]|\"resolved\":|file:[/]{3}"),
    "how it came about": re.compile(
        r"\b(cl[a]ude|anthropi[c]|open[a]i|chatgp[t]|copilo[t]|sub-?agen[t]|co-authored-b[y]|generated with a[i]|language mode[l])\b",
        re.I,
    ),
}
UNFINISHED = re.compile(r"\b(TOD[O]|FIXM[E]|XX[X]|HAC[K])\b|NotImplemented[E]rror")


def traces(text: str) -> list[str]:
    return [f"{what}: {match.group(0).strip()}" for what, wanted in FORBIDDEN.items() if (match := wanted.search(text))]


def readable() -> list[Path]:
    return [
        path for path in files() if path.suffix in TEXT and len(text_of(path)) < LARGEST and "vendor" not in path.parts
    ]


def test_the_tree_speaks_of_the_project_only() -> None:
    assert {path: found for path in readable() if (found := traces(text_of(path)))} == {}


def test_no_lock_with_addresses_is_kept() -> None:
    assert [path for path in files() if path.name in LOCKS_WITH_ADDRESSES] == []


def test_nothing_is_left_open_in_the_code() -> None:
    assert [path for path in files() if path.suffix == ".py" and UNFINISHED.search(text_of(path))] == []


@pytest.mark.parametrize(
    "text",
    [
        "--extra-index-url somewhere",
        "see files.python" + "hosted.org",
        "cd /wo" + "rk/main",
        '"resol' + 'ved": "somewhere"',
        "--find" + "-links /wheels",
        "Co-authored" + "-by: someone",
    ],
)
def test_a_trace_is_caught(text: str) -> None:
    assert traces(text)


@pytest.mark.parametrize(
    "text", ["docs/how-to/install.md", "./work/", "a session of allauth", "GET /desk/home/", "--no-sandbox"]
)
def test_ordinary_words_are_not_caught(text: str) -> None:
    assert traces(text) == []
