"""What we carry from others is what its paper says, with its licence, and calls nobody."""

import re
from pathlib import Path

import pytest

from marugoto.web.ui import vendor

ADDRESS = re.compile(r"""(?:url\(|@import|src=|fetch\()\s*['"]?https?://""")


def test_every_folder_has_its_paper() -> None:
    on_disk = {path.name for path in vendor.VENDOR.iterdir() if path.is_dir()}
    assert {folder.name for folder in vendor.folders()} == on_disk == {"htmx", "design-tokens", "noto-sans-jp"}


@pytest.mark.parametrize("folder", vendor.folders(), ids=lambda folder: folder.name)
def test_files_are_what_the_paper_says(folder: Path) -> None:
    paper = vendor.paper(folder)
    assert paper["sha256"] == vendor.hashes(folder)
    assert all(paper[key] for key in ("name", "version", "licence", "source"))
    assert "LICENSE" in paper["sha256"]


def test_nothing_is_fetched_from_outside() -> None:
    texts = [path for path in vendor.VENDOR.rglob("*") if path.suffix in {".css", ".js"}]
    assert texts
    assert [path.name for path in texts if ADDRESS.search(path.read_text(encoding="utf-8"))] == []


def test_slices_of_the_font_are_all_there() -> None:
    folder = vendor.VENDOR / "noto-sans-jp"
    named = set(re.findall(r"url\(\./(files/[^)]+)\)", (folder / "noto-sans-jp.css").read_text(encoding="utf-8")))
    assert named == {name for name in vendor.hashes(folder) if name.endswith(".woff2")}
