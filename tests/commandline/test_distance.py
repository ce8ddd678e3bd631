"""How far two samples lie apart, as `bin/prove doors` reckons it."""

from random import Random

import pytest

from proofs._timing import kolmogorov_smirnov


def drawn(seed: int, more: float = 0.0) -> list[float]:
    dice = Random(seed)
    return [dice.gauss(10.0, 2.0) + more for _ in range(2_000)]


def test_a_sample_does_not_lie_apart_from_itself() -> None:
    assert kolmogorov_smirnov(drawn(1), drawn(1)) == (0.0, 1.0)


def test_two_samples_of_one_kind_are_not_told_apart_and_a_millisecond_is() -> None:
    assert kolmogorov_smirnov(drawn(1), drawn(2))[1] > 0.01
    assert kolmogorov_smirnov(drawn(1), drawn(2, more=1.0))[1] < 1e-6


def test_the_chance_is_that_of_the_tables() -> None:
    """With samples of 2,000 the distance of 1.63 times the root of 1/1000 is exceeded once in a hundred times."""
    one, other = list(range(2_000)), [value + 103 for value in range(2_000)]
    apart, chance = kolmogorov_smirnov([float(value) for value in one], [float(value) for value in other])
    assert apart == pytest.approx(0.0515)
    assert chance == pytest.approx(0.01, abs=0.001)
