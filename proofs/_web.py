"""The house's own web server under the storm, and a hand that presses its buttons over HTTP."""

import http.client
import os
import signal
import socket
from contextlib import suppress
from http.cookies import SimpleCookie
from random import Random
from urllib.parse import urlencode
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command

from marugoto.agencies.codes import Role
from marugoto.agencies.models import Duty, Team
from marugoto.kernel.decision import Refused
from marugoto.web.shell.management.children import (
    Children,
    granian,
    wait_until_answering,
    workers,
)
from proofs._moves import Order
from proofs._server import children_of, kill
from proofs._verbs import add_person
from proofs._writer import Trouble

OPENS = "storm-and-harbour-7"  # of an invented account in a database that is thrown away
PATIENCE_SECONDS = 20
START_SECONDS = 600  # a busy machine is no fault of the house
DOORS = {
    "touch": ("balls", "touches/", {"kind": "talked"}),
    "call": ("balls", "stuck/", {}),
    "ask": ("balls", "askings/", {}),
    "ask_back": ("balls", "askings/withdrawal/", {}),
    "catch": ("offers", "catch/", {}),
    "decline": (
        "offers",
        "decline/",
        {"declined_by": "agency", "reason": "no_room", "words": "年明けなら受けられます"},
    ),
    "withdraw": ("offers", "withdrawal/", {}),
}


class House:
    """Served as `bin/run` serves it; ended and begun again as whoever looks after the machine would."""

    def __init__(self) -> None:
        call_command("collectstatic", interactive=False, verbosity=0)
        self.port = _free()
        self.children = Children()

    def start(self) -> None:
        self.children = Children()
        target = settings.WSGI_APPLICATION.replace(".application", ":application")
        command = granian(target, self.port, workers(on_sqlite=False))
        self.children.start("house", command, {"MARUGOTO_DEMO": "0", "PYTHONWARNINGS": "ignore"})
        if not wait_until_answering(f"http://127.0.0.1:{self.port}/", self.children, START_SECONDS):
            raise RuntimeError("the web server does not answer")

    def kill_one(self, dice: Random) -> None:
        """SIGKILL to one of its processes, the first or a worker; what is left goes too, and the server begins again."""
        first = self.children.running["house"].pid
        kill(dice.choice([first, *children_of(first)]))
        self.end()
        self.start()

    def end(self) -> None:
        for child in self.children.running.values():
            with suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def _free() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
    return port


def add_signing_person(team: Team, role: Role, names: dict[UUID, str]) -> Duty:
    """Somebody who can sign in; `names` learns under which."""
    name = f"storm-{uuid4().hex[:12]}"
    duty = add_person(team, role, get_user_model().objects.create_user(username=name, password=OPENS).pk)
    names[duty.pk] = name
    return duty


class Hand:
    """Signed in once for each duty; presses under the order's key, and again under the same one."""

    def __init__(self, port: int, names: dict[UUID, str]) -> None:
        self.port, self.names = port, names
        self.cookies: dict[UUID, dict[str, str]] = {}

    def sign_in(self, duty: UUID) -> None:
        cookies: dict[str, str] = {}
        self._ask("GET", "/account/login/", cookies)
        form = {"login": self.names[duty], "password": OPENS}
        status, _ = self._ask("POST", "/account/login/", cookies, form)
        if status >= 500:  # the database was killed under it: no answer, as at every other door
            raise Trouble
        if "sessionid" not in cookies:
            raise RuntimeError(f"not signed in ({status})")
        self.cookies[duty] = cookies

    def send(self, order: Order) -> tuple[None, None]:
        """What the door answers, in the writer's words; raises Trouble, Refused."""
        if order.duty not in self.cookies:
            self.sign_in(order.duty)
        folder, end, more = DOORS[order.verb]
        form = {**more, "key": f"{order.key}.{order.duty}"}
        status, place = self._ask("POST", f"/desk/{folder}/{order.words[0]}/{end}", self.cookies[order.duty], form)
        if status >= 500:
            raise Trouble
        if status in {404, 409, 422}:
            raise Refused("断られました。", "")
        if status != 302 or "/login" in place or "/sign-in" in place:
            raise RuntimeError(f"{order.verb}: {status} {place}")
        return None, None

    def _ask(
        self, method: str, path: str, cookies: dict[str, str], form: dict[str, str] | None = None
    ) -> tuple[int, str]:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
        body = None
        if form is not None:
            body = urlencode({**form, "csrfmiddlewaretoken": cookies.get("csrftoken", "")})
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            line.request(method, path, body, headers)
            answer = line.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException) as silence:
            raise Trouble from silence
        finally:
            line.close()
        for said in answer.headers.get_all("Set-Cookie", []):
            cookies |= {name: morsel.value for name, morsel in SimpleCookie(said).items()}
        return answer.status, answer.headers.get("Location", "")
