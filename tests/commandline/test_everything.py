"""`bin/test`: three rounds; the worst of them decides, and its closing line is the last one printed."""

import pytest

from tests.conftest import _belongs, folder_of
from tests.everything import CHOICES, NOTHING_COLLECTED, ROUNDS, Round, _verdict

PASSED, FAILED = Round(0, "== 3 passed =="), Round(1, "== 1 failed, 2 passed ==")
EMPTY = Round(NOTHING_COLLECTED, "== no tests ran ==")


@pytest.mark.parametrize(
    ("rounds", "code", "last"),
    [
        ([PASSED, PASSED], 0, PASSED.closing),
        ([FAILED, PASSED], 1, FAILED.closing),
        ([PASSED, FAILED], 1, FAILED.closing),
        ([PASSED, EMPTY], 0, PASSED.closing),
        ([EMPTY, EMPTY], NOTHING_COLLECTED, EMPTY.closing),
    ],
)
def test_the_worst_round_decides_and_speaks_last(
    capsys: pytest.CaptureFixture[str], rounds: list[Round], code: int, last: str
) -> None:
    assert _verdict(rounds, 1.0) == code
    assert capsys.readouterr().out.splitlines()[-1] == last


@pytest.mark.parametrize(
    ("nodeid", "folder"),
    [
        ("tests/custody/rules/test_ball.py::test_x", "tests/custody"),
        ("tests/custody/test_ball.py::TestA::test_x", "tests/custody"),
        ("tests/test_a.py::test_x", "tests/test_a.py"),
    ],
)
def test_time_is_counted_by_the_top_folder(nodeid: str, folder: str) -> None:
    assert folder_of(nodeid) == folder


def test_each_round_runs_once_whether_chosen_or_not() -> None:
    """PostgreSQL, where it is chosen, brings its journeys."""
    assert [name for names in CHOICES.values() for name in names] == list(ROUNDS)


@pytest.mark.parametrize(
    ("marks", "rounds"),
    [
        (["journey", "django_db"], ["journeys"]),
        (["journey", "sqlite"], ["sqlite"]),
        (["journey", "postgres"], ["journeys"]),
        (["django_db"], ["sqlite", "postgres"]),
        (["postgres", "django_db"], ["postgres"]),
        ([], ["sqlite"]),
    ],
)
def test_no_test_falls_between_the_rounds(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, marks: list[str], rounds: list[str]
) -> None:
    item = pytest.Function.from_parent(request.node.parent, name="a test", callobj=lambda: None)
    for mark in marks:
        item.add_marker(mark)
    ran = []
    for name in ROUNDS:
        monkeypatch.setenv("MARUGOTO_ROUND", name)
        monkeypatch.setenv("MARUGOTO_SECOND_ROUND", "" if name == "sqlite" else "1")
        if _belongs(item, on="sqlite" if name == "sqlite" else "postgres"):
            ran.append(name)
    assert ran == rounds
