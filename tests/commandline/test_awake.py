"""While somebody is timed, each processor has something to do that gives way to everything else."""

import os
import time
from pathlib import Path

import pytest

from proofs._awake import awake

PATIENCE = 400  # looks, of a twentieth of a second each


@pytest.mark.sqlite
def test_each_processor_has_a_loop_of_the_idle_class_and_none_stays() -> None:
    with awake() as loops:
        assert len(loops) == len(os.sched_getaffinity(0))
        places = set()
        for loop in loops:
            assert _comes_last(loop)
            places |= os.sched_getaffinity(loop)
        assert places == os.sched_getaffinity(0)
    assert not [loop for loop in loops if Path(f"/proc/{loop}").exists()]


def _comes_last(process: int) -> bool:
    for _ in range(PATIENCE):
        if os.sched_getscheduler(process) == os.SCHED_IDLE and len(os.sched_getaffinity(process)) == 1:
            return True
        time.sleep(0.05)
    return False
