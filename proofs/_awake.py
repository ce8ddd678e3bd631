"""Processors that do not fall asleep between two questions, as on a server that many use, or one that is set for short answers.

A virtual processor that sleeps takes longer to wake than a page takes to be asked for; whoever measures one browser alone measures
that. Loops of the idle class take only time that nobody else wants.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

LOOP = """
import os, sys
os.sched_setaffinity(0, {int(sys.argv[1])})
os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
parent = os.getppid()
while os.getppid() == parent:
    for _ in range(1_000_000):
        pass
"""


@contextmanager
def awake() -> Iterator[list[int]]:
    """One such loop for each processor, each in a session of its own and behind everything else; gives their process numbers."""
    loops = [
        subprocess.Popen([sys.executable, "-S", "-c", LOOP, str(processor)], start_new_session=True)
        for processor in sorted(os.sched_getaffinity(0))
    ]
    for loop in loops:
        with suppress(OSError):  # where the kernel groups by session, the group of this one comes last too
            Path(f"/proc/{loop.pid}/autogroup").write_text("19", encoding="ascii")
    try:
        yield [loop.pid for loop in loops]
    finally:
        for loop in loops:
            loop.send_signal(signal.SIGKILL)
            loop.wait()
