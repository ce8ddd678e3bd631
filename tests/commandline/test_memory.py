"""What a bench says of the memory of a process is of that process alone."""

import subprocess
import sys

from benches._memory import most_kib

SAY = "from benches._memory import most_kib; kept = bytearray({size}); print(most_kib())"
MUCH = 200_000_000


def _of_a_child(size: int) -> int:
    said = subprocess.run([sys.executable, "-c", SAY.format(size=size)], check=True, capture_output=True, text=True)
    return int(said.stdout)


def test_a_child_is_not_told_the_memory_of_whoever_started_it() -> None:
    held = b"1" * MUCH
    assert most_kib() * 1024 > len(held)
    assert _of_a_child(0) * 1024 < MUCH / 2
    assert _of_a_child(MUCH) * 1024 > _of_a_child(0) * 1024 + MUCH / 2
