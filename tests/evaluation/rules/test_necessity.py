"""Each threshold of a gap signal in a town of a hundred cases, one to each side; and the limits that no signal reads."""

import pytest

from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.gap_signal import read
from marugoto.evaluation.rules.necessity import CORE, V0
from tests.evaluation.test_gap_signals import GAUGE


@pytest.mark.parametrize(
    ("code", "off", "on"),
    [
        ("N1a", 90, 89),  # more than 10 % came to a dead end
        ("N1b", 40, 39),
        ("N2a", 5, 6),
        ("N2b", 90, 89),
        ("N3", 40, 39),
        ("N4a", 10, 9),
        ("N4b", 80, 79),
        ("N7", 30, 31),
    ],
)
def test_one_in_a_hundred_turns_it(code: str, off: int, on: int) -> None:
    assert (read(GAUGE[code], Share(100, off), V0).on, read(GAUGE[code], Share(100, on), V0).on) == (False, True)


def test_limits_that_no_signal_reads() -> None:
    assert (V0.headquarters, V0.bookkeeping, V0.tried, V0.again, V0.renewed, V0.blocked) == (10, 20, 6, 6, 24, 2)
    assert (V0.looked_into, V0.unknown, V0.stage, V0.population, V0.staff) == (2, 3, 3, 10_000, 100)
    assert CORE == 10
