"""The judged cases are what they were when they were frozen, and those of the open rounds are still answered as well; a sealed round is
known to be there, or not, without asking the matcher."""

import hashlib
import shutil
from pathlib import Path

import pytest

from benches import _matching_cases as told
from benches.matching import _quality
from marugoto.participation.labels import said
from marugoto.participation.rules.gate import gates_shut
from marugoto.participation.rules.index import Index
from marugoto.participation.rules.matching import find

TOP, LEAST = 5, 0.9


def test_no_case_was_touched_since_it_was_frozen() -> None:
    assert told.thawed() == []


@pytest.mark.parametrize("half", [*told.OPEN, *told.sealed()])
def test_every_case_was_told_typed_and_judged_twice(half: str) -> None:
    assert told.unlike(half) == []
    assert all(case.told for case in told.cases(half))


@pytest.mark.parametrize("half", told.OPEN)
def test_the_open_rounds_are_answered_and_no_gate_is_passed(half: str) -> None:
    index, labels, cases = Index(place for place, _ in told.places()), said(), told.cases(half)
    found = {case.key: find(case.wished, index, labels, case.standing).fits for case in cases}
    some = [case for case in cases if case.right]
    right = [case for case in some if case.right & {fit.place.key for fit in found[case.key][:TOP]}]
    none = [case for case in cases if not case.right and case.agreed]
    assert len(right) >= LEAST * len(some)
    assert len([case for case in none if not found[case.key]]) >= LEAST * len(none)
    shut = [gates_shut(case.wished, fit.place, case.standing) for case in cases for fit in found[case.key][:TOP]]
    assert not any(shut)


@pytest.fixture
def spent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cases as they are, without a sealed round."""
    here = tmp_path / "cases"
    shutil.copytree(told.FOLDER, here, ignore=shutil.ignore_patterns(f"*-{told.SEALED}.toml"))
    monkeypatch.setattr(told, "FOLDER", here)
    return here


def seal(here: Path, *parts: str) -> None:
    """A round that looks like open-4, under the name of the sealed one."""
    for part in parts:
        shutil.copy(here / f"{part}-open-4.toml", here / f"{part}-{told.SEALED}.toml")


def freeze(here: Path, *parts: str) -> None:
    with (here / "FROZEN.sha256").open("a") as frozen:
        for part in parts:
            name = f"{part}-{told.SEALED}.toml"
            frozen.write(f"{hashlib.sha256((here / name).read_bytes()).hexdigest()}  {name}\n")


def test_without_a_sealed_round_it_is_said_calmly(spent: Path) -> None:
    assert (told.sealed(), told.say_sealed()) == ((), "No sealed round at present.")
    seal(spent, "cases", "typed")
    assert told.sealed() == ()
    assert "judgement-1-sealed.toml, judgement-2-sealed.toml" in told.say_sealed()
    seal(spent, *told.PARTS)
    assert told.sealed() == ()  # not frozen yet


def test_a_sealed_round_is_known_when_it_is_there_and_can_be_opened(spent: Path) -> None:
    seal(spent, *told.PARTS)
    freeze(spent, *told.PARTS)
    assert (told.sealed(), told.thawed(), told.unlike(told.SEALED)) == ((told.SEALED,), [], [])
    row, as_open = _quality(told, told.SEALED), _quality(told, "open-4")
    assert (row["studied"], row["first right"], row["right"]) == (False, "—", as_open["right"])
    (spent / f"typed-{told.SEALED}.toml").write_text('[[case]]\nkey = "another"\n')
    assert "another" in told.unlike(told.SEALED)
    assert told.thawed() == [f"typed-{told.SEALED}.toml"]
