"""What the papers point to is there: a recipe or a control that names a file which is gone is worse than none."""

import re
from pathlib import Path

import pytest

from tests.house.tree import TOP

PAPERS = ["CONTRIBUTING.md", "THREAT_MODEL.md", *(str(path.relative_to(TOP)) for path in (TOP / "docs").rglob("*.md"))]
NAMED = re.compile(
    r"`((?:marugoto|tests|docs|bin|proofs|benches)/[\w./-]+|[\w]+/(?:rules|kinds|pages|indicators)/[\w.]+\.py)`"
)


def gone(text: str, top: Path) -> list[str]:
    """Paths named in backquotes that are neither in the tree nor in the package; words with <angles> are left alone."""
    return [
        name
        for name in NAMED.findall(text)
        if "NAME" not in name and not ((top / name).exists() or (top / "marugoto" / name).exists())
    ]


@pytest.mark.parametrize("paper", PAPERS)
def test_every_file_that_a_paper_names_is_there(paper: str) -> None:
    assert gone((TOP / paper).read_text(encoding="utf-8"), TOP) == []


def test_a_file_that_is_gone_is_caught() -> None:
    assert gone("see `marugoto/kernel/no_such_rule.py` and `bin/test`", TOP) == ["marugoto/kernel/no_such_rule.py"]


def test_decisions_are_numbered_without_a_gap_and_titled_by_their_number() -> None:
    papers = sorted((TOP / "docs" / "decisions").glob("*.md"))
    numbers = [path.name[:4] for path in papers]
    assert numbers == [f"{number:04}" for number in range(1, len(papers) + 1)]
    assert all(path.read_text(encoding="utf-8").startswith(f"# {path.name[:4]} ") for path in papers)


def test_a_word_is_bound_to_one_meaning_on_each_floor() -> None:
    """No Japanese word stands twice in one table of the glossary."""
    tables = (TOP / "GLOSSARY.md").read_text(encoding="utf-8").split("\n## ")
    for table in tables:
        words = [line.split("|")[1].strip() for line in table.splitlines() if line.startswith("| ")]
        assert len(words) == len(set(words)), [word for word in words if words.count(word) > 1]
