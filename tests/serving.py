"""House, porch and couriers as `bin/run` starts them: processes of their own, in a home of their own, on SQLite."""

import os
import re
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from marugoto.web.shell.management.children import COMMANDLINE
from marugoto.web.shell.management.commandline import OWNER_URL
from tests.house.tree import TOP

READY = re.compile(r"用意ができました（([\d.]+)秒）")


def two_free_ports() -> int:
    """A port whose next one is free too; far from those a developer uses."""
    for port in range(18400, 19400, 2):
        with socket.socket() as one, socket.socket() as next_one:
            try:
                one.bind(("127.0.0.1", port))
                next_one.bind(("127.0.0.1", port + 1))
            except OSError:
                continue
            return port
    raise AssertionError("no two free ports")


def settle(home: Path, *, households: int) -> None:
    """The invented town in this home, with so many households in each municipality."""
    words = [*COMMANDLINE, "settle", "--demo", "--households", str(households)]
    for command in ([*COMMANDLINE, "prepare"], words):
        subprocess.run(command, env=_environment(home), cwd=TOP, check=True, stdout=subprocess.DEVNULL)


@contextmanager
def served(home: Path, port: int, *, demo: bool = False) -> Iterator[tuple[list[str], subprocess.Popen[str]]]:
    """The running command and the lines it said until it was ready."""
    environment = _environment(home) | {"PORT": str(port), "PYTHONUNBUFFERED": "1"}
    command = [*COMMANDLINE, "serve", *(["--demo"] if demo else [])]
    with subprocess.Popen(
        command, env=environment, cwd=TOP, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        said = []
        assert process.stdout is not None
        for line in process.stdout:
            said.append(line)
            if READY.search(line):
                break
        try:
            yield said, process
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(timeout=15)
            except subprocess.TimeoutExpired:
                process.terminate()
                raise


def _environment(home: Path) -> dict[str, str]:
    own = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE", OWNER_URL}
    kept = {key: value for key, value in os.environ.items() if key not in own}
    return kept | {"MARUGOTO_HOME": str(home)}
