"""`bin/test`: two rounds; the worst of them decides, and its closing line is the last one printed."""

import pytest

from tests.conftest import folder_of
from tests.everything import NOTHING_COLLECTED, Round, _verdict

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
