"""The middle of a hundred, and the ninetieth, one to each side."""

import pytest

from marugoto.evaluation.rules.spread import Spread


@pytest.mark.parametrize(
    ("times", "middle", "most"),
    [
        ({1: 49, 2: 51}, 2, 2),
        ({1: 50, 2: 50}, 1, 2),
        ({1: 89, 2: 11}, 1, 2),
        ({1: 90, 2: 10}, 1, 1),
        ({1: 89, None: 11}, 1, None),
    ],
)
def test_a_hundred_in_a_row(times: dict[int | None, int], middle: int, most: int | None) -> None:
    found = Spread(times)
    assert (found.middle, found.most) == (middle, most)
    assert found.n == 100
