"""`bin/run` and `bin/marugoto serve`: house and porch start together, quickly the second time, and end together."""

import os
import re
import signal
import socket
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from marugoto.web.shell.management.children import COMMANDLINE
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


@contextmanager
def served(home: Path, port: int) -> Iterator[tuple[list[str], subprocess.Popen[str]]]:
    """The running command and the lines it said until it was ready."""
    kept = {key: value for key, value in os.environ.items() if key not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}}
    environment = kept | {"MARUGOTO_HOME": str(home), "PORT": str(port), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [*COMMANDLINE, "serve"], env=environment, cwd=TOP, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
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
            process.wait(timeout=15)


def status_of(port: int) -> int:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


@pytest.mark.slow
@pytest.mark.sqlite
def test_house_and_porch_start_and_end_together(tmp_path: Path) -> None:
    port = two_free_ports()
    with served(tmp_path, port) as (said, _):
        assert READY.search(said[-1]), "".join(said)
        assert f"http://127.0.0.1:{port}/" in "".join(said)
        assert f"http://127.0.0.1:{port + 1}/" in "".join(said)
        assert status_of(port) < 500
        assert status_of(port + 1) < 500
    for ended in (port, port + 1):
        with pytest.raises(OSError, match="refused"):
            status_of(ended)
    with served(tmp_path, port) as (said, _):
        ready = READY.search(said[-1])
        assert ready is not None, "".join(said)
        assert float(ready.group(1)) <= 5
