"""What others made lies in folders named `vendor`, with its licence and a checksum for every file."""

import tomllib
from hashlib import sha256
from pathlib import Path

from tests.house.tree import TOP, files

MANIFEST = "VENDOR.toml"
SAID = ("name", "version", "licence", "source")
MADE_ELSEWHERE = {".woff", ".woff2", ".ttf", ".otf", ".ttc", ".wasm"}


def vendored(paths: tuple[Path, ...]) -> set[Path]:
    """Every package below a folder named `vendor`."""
    inside = (path for path in paths if "vendor" in path.parts[:-1])
    return {Path(*path.parts[: path.parts.index("vendor") + 2]) for path in inside}


def faults_of(package: Path) -> list[str]:
    """What is missing in the manifest of a vendored package, and what differs from it."""
    manifest = package / MANIFEST
    if not manifest.exists():
        return [f"no {MANIFEST}"]
    noted = tomllib.loads(manifest.read_text(encoding="utf-8"))
    sums = noted.get("sha256", {})
    present = {
        str(path.relative_to(package)): path for path in package.rglob("*") if path.is_file() and path != manifest
    }
    changed = [name for name, path in present.items() if sums.get(name) != sha256(path.read_bytes()).hexdigest()]
    return [
        *(f"does not say its {what}" for what in SAID if not noted.get(what)),
        *(f"{name}: not in the manifest, or changed" for name in sorted(changed)),
        *(f"{name}: in the manifest, but not there" for name in sorted(set(sums) - set(present))),
        *([] if "LICENSE" in present else ["no LICENSE"]),
    ]


def test_everything_vendored_has_licence_and_checksum() -> None:
    assert {package: found for package in vendored(files()) if (found := faults_of(TOP / package))} == {}


def test_nothing_made_elsewhere_lies_outside() -> None:
    strays = [path for path in files() if path.suffix in MADE_ELSEWHERE or path.name.endswith((".min.js", ".min.css"))]
    assert [path for path in strays if "vendor" not in path.parts] == []


def test_a_changed_file_and_a_missing_licence_are_caught(tmp_path: Path) -> None:
    assert faults_of(tmp_path) == [f"no {MANIFEST}"]
    (tmp_path / "a.woff2").write_bytes(b"changed")
    words = f'name = "a"\nversion = "1"\nsource = "b"\n[sha256]\n"a.woff2" = "{sha256(b"original").hexdigest()}"\n'
    (tmp_path / MANIFEST).write_text(words, encoding="utf-8")
    assert faults_of(tmp_path) == ["does not say its licence", "a.woff2: not in the manifest, or changed", "no LICENSE"]
