"""A browser without pictures: one kept-alive connection, cookies, and forms filled as a person fills them."""

import http.client
import socket
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from typing import Protocol
from urllib.parse import quote, urlencode, urlsplit

REDIRECTS = frozenset({302, 303})
PATIENCE_SECONDS = 120
WRITTEN_AS_IT_IS = "/?&=%+~:,;@!$'()*[]"  # in an address; everything else is quoted


@dataclass(frozen=True)
class Request:
    """GET without a body, POST with one."""

    address: str
    sent: tuple[tuple[str, str], ...] | None = None


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes
    location: str = ""

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", errors="replace")


class Asks(Protocol):
    """Whoever can be asked for a page: this browser, or Django's own test client in a test."""

    def ask(self, request: Request) -> Answer: ...


@dataclass
class Form:
    """One form of a page: where it goes and what would be sent if nothing were touched."""

    action: str = ""
    method: str = "get"
    fields: list[tuple[str, str]] = field(default_factory=list)

    def filled(self, said: Mapping[str, str], page: str = "") -> Request:
        """What is said replaces what stands there; what the form does not have is sent as well."""
        kept = [(name, value) for name, value in self.fields if name not in said]
        return Request(self.action or page, (*kept, *said.items()))

    def has(self, name: str) -> bool:
        return any(one == name for one, _ in self.fields)


class Browser:
    """Speaks to one server on this machine; nothing is compressed, and nothing beside the page itself is fetched."""

    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)
        self.place = f"http://127.0.0.1:{port}"
        self.cookies: dict[str, str] = {}

    def ask(self, request: Request) -> Answer:
        body = None if request.sent is None else urlencode(request.sent).encode()
        try:
            return self._once(request.address, body)
        except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
            self.connection.close()  # the server ended a connection that was idle for long: as a browser, once more
            return self._once(request.address, body)

    def _once(self, address: str, body: bytes | None) -> Answer:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Referer": self.place + address}
        self.connection.request("GET" if body is None else "POST", _plain(address), body, headers)
        _without_delay(self.connection)
        told = self.connection.getresponse()
        answer = Answer(told.status, told.read(), _plain(told.headers.get("Location", "")))
        for line in told.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        return answer


def sign_in(browser: Asks, address: str, username: str, password: str) -> None:
    """Through the page of the sign-in, as everybody does; raises if the page comes back."""
    form = next(form for form in forms_of(browser.ask(Request(address)).text) if form.has("password"))
    name = next(name for name in ("username", "login") if form.has(name))
    answer = browser.ask(form.filled({name: username, "password": password}, page=address))
    if answer.status not in REDIRECTS:
        raise RuntimeError(f"{username} could not sign in at {address}: {answer.status}")


def forms_of(page: str) -> list[Form]:
    """All forms of a page in their order."""
    reader = _Forms()
    reader.feed(page)
    return reader.found


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Form] = []
        self.area: str = ""  # the textarea or select we are in
        self.words: str | None = None
        self.first: str | None = None
        self.open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.found.append(Form(said.get("action", ""), said.get("method", "get").lower()))
            self.open = True
        elif self.open and tag in {"textarea", "select"}:
            self.area, self.words, self.first = said.get("name", ""), "" if tag == "textarea" else None, None
        elif self.open and tag == "option" and self.area:
            self.first = said.get("value", "") if self.first is None else self.first
            self.words = said.get("value", "") if "selected" in said else self.words
        elif self.open and tag == "input":
            self._input(said)

    def handle_data(self, data: str) -> None:
        if self.area and self.first is None and self.words is not None:
            self.words += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.open = False
        elif tag in {"textarea", "select"} and self.area:
            self._add(self.area, self.words if self.words is not None else self.first or "")
            self.area, self.words = "", None

    def _input(self, said: dict[str, str]) -> None:
        kind = said.get("type", "text")
        if kind in {"submit", "button", "reset", "file", "image"}:
            return
        if kind not in {"checkbox", "radio"} or "checked" in said:
            self._add(said.get("name", ""), said.get("value", "on" if kind == "checkbox" else ""))

    def _add(self, name: str, value: str) -> None:
        if name:
            self.found[-1].fields.append((name, value))


def _plain(address: str) -> str:
    """Path and query only, as they go over the wire."""
    parts = urlsplit(address)
    return quote(f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/", safe=WRITTEN_AS_IT_IS)


def _without_delay(connection: http.client.HTTPConnection) -> None:
    """The kernel would otherwise wait up to 40 ms before it acknowledges half an answer."""
    quick = getattr(socket, "TCP_QUICKACK", None)
    if quick is not None and connection.sock is not None:
        connection.sock.setsockopt(socket.IPPROTO_TCP, quick, 1)
