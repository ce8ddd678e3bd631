"""`bin/run`: a taken port is said, children end together."""

import http.server
import os
import socket
import sys
import threading
import time

import pytest

from marugoto.web.shell.management.children import Children, PortTaken, refuse_taken, wait_until_answering

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]
STUBBORN = [sys.executable, "-c", "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"]


def test_a_taken_port_is_said_with_a_way_on() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(PortTaken, match=rf"ポート {port} はほかのプログラムが使っています.*PORT={port + 100}"):
            refuse_taken(port)


def test_all_children_end_together_the_stubborn_one_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("marugoto.web.shell.management.children.PATIENCE_SECONDS", 0.5)
    children = Children()
    children.start("sleeper", SLEEP, {})
    children.start("stubborn", STUBBORN, {})
    time.sleep(0.3)  # until the second one has closed its ears
    children.end_all()
    for child in children.running.values():
        with pytest.raises(ProcessLookupError):
            os.kill(child.pid, 0)


def test_the_child_that_ended_is_named() -> None:
    children = Children()
    children.start("brief", [sys.executable, "-c", ""], {})
    children.running["brief"].wait()
    assert children.first_ended() == "brief"
    assert not wait_until_answering("http://127.0.0.1:9/", children)


def test_an_address_that_answers_is_ready() -> None:
    server = http.server.HTTPServer(
        ("127.0.0.1", 0), http.server.BaseHTTPRequestHandler
    )  # answers 501, which is an answer
    threading.Thread(target=server.serve_forever, daemon=True).start()
    assert wait_until_answering(f"http://127.0.0.1:{server.server_port}/", Children(), seconds=5)
    server.shutdown()
    server.server_close()
