"""The processes of one machine: started together, watched, and ended together."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

PATIENCE_SECONDS = 5
COMMANDLINE = [sys.executable, "-m", "marugoto.web.shell.management.commandline"]  # one of our commands, as a process


def granian(target: str, port: int, workers: int, *, python: str = sys.executable) -> list[str]:
    """The web server as a command; `bin/bench desk` serves its peer with the same one, from the peer's own environment."""
    options = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--log-level", "warning"]
    return [python, "-m", "granian", *options, "--workers", str(workers), "--blocking-threads", "4", target]


def workers(*, on_sqlite: bool) -> int:
    """Processes of the house: SQLite lets one write at a time, so a second one would only wait."""
    return 1 if on_sqlite else 2


class PortTaken(RuntimeError):
    """Somebody else listens there already; says so in Japanese and English."""


def refuse_taken(port: int) -> None:
    """Raises PortTaken with the sentence that the person at the terminal reads."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as taken:
            raise PortTaken(
                f"ポート {port} はほかのプログラムが使っています。PORT={port + 100} bin/run のように別の番号でどうぞ。"
                f" / Port {port} is taken: try PORT={port + 100} bin/run."
            ) from taken


class Children:
    """Child processes by name, each in a process group of its own so that Ctrl-C reaches them once, through us."""

    def __init__(self) -> None:
        self.running: dict[str, subprocess.Popen[bytes]] = {}

    def start(self, name: str, command: list[str], environment: Mapping[str, str]) -> None:
        self.running[name] = subprocess.Popen(
            command, env={**os.environ, **environment}, start_new_session=True, stdin=subprocess.DEVNULL
        )

    def first_ended(self) -> str | None:
        """The name of a child that has ended, if one has."""
        return next((name for name, child in self.running.items() if child.poll() is not None), None)

    def end_all(self) -> None:
        """Ask all to end; after PATIENCE_SECONDS make them."""
        for child in self.running.values():
            _signal_group(child, signal.SIGTERM)
        until = time.monotonic() + PATIENCE_SECONDS
        for child in self.running.values():
            try:
                child.wait(max(0.1, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                _signal_group(child, signal.SIGKILL)
                child.wait()


@contextmanager
def together() -> Iterator[Children]:
    """Children that end when the block ends, also by Ctrl-C or a polite kill."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell that starts us in the background has it ignored
    children = Children()
    try:
        yield children
    finally:
        children.end_all()


def wait_until_answering(url: str, children: Children, seconds: float = 60) -> bool:
    """True once the address answers anything at all; False if a child ended or the time is over."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and not children.first_ended():
        try:
            urllib.request.urlopen(url, timeout=10).close()  # noqa: S310 — our own address on this machine
        except urllib.error.HTTPError:
            return True
        except OSError:
            time.sleep(0.1)
        else:
            return True
    return False


def _signal_group(child: subprocess.Popen[bytes], what: signal.Signals) -> None:
    try:
        os.killpg(child.pid, what)
    except ProcessLookupError:
        return  # it ended by itself in between
